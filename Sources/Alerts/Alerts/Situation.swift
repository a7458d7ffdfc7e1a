package import Standards

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
    /// The outcome that may hold as well, as the label names it: `warning` beside a clause that is otherwise clear,
    /// `triggered` beside a suspicion. An alert of that outcome is not known to be over.
    package let pending: String?
    /// The facts that would decide what is open.
    package let missing: [String]

    package init(
        fingerprint: Fingerprint, alert: Alert?, text: String, undecided: Set<String> = [], pending: String? = nil,
        missing: [String] = []
    ) {
        self.fingerprint = fingerprint
        self.alert = alert
        self.text = text
        self.undecided = undecided
        self.pending = pending
        self.missing = missing
    }
}

extension Situation {
    /// The end of an alert on a consortium that its edition is no longer for.
    ///
    /// - Parameters:
    ///   - title: the title of the edition.
    ///   - kind: the kind of consortium that the edition is for.
    ///   - consortium: the consortium as it is registered now.
    package init(ending state: AlertState, edition title: String, for kind: ConsortiumKind, now consortium: Consortium)
    {
        self.init(
            fingerprint: state.id, alert: nil,
            text: "不再适用：\(title)适用于\(kind.title)，该联合体现登记为\(consortium.kind.title)。")
    }
}
