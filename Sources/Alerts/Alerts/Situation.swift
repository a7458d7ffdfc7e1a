/// How one clause of one consortium, or the verdict on it, stands in a run, whether it alerts or not: the input of a
/// plan. That the clear ones come along is what lets an alert resolve on evidence and never on absence.
package struct Situation: Sendable, Hashable {
    package let fingerprint: Fingerprint
    /// The alert, where the outcome is one that alerts.
    package let alert: Alert?
    /// One sentence for people: why the outcome is what it is.
    package let text: String
    /// The clauses that the data leave open, as ``Alert/restsOn`` names them.
    package let undecided: Set<String>
    /// The facts that would decide them.
    package let missing: [String]

    package init(
        fingerprint: Fingerprint, alert: Alert?, text: String, undecided: Set<String> = [], missing: [String] = []
    ) {
        self.fingerprint = fingerprint
        self.alert = alert
        self.text = text
        self.undecided = undecided
        self.missing = missing
    }
}
