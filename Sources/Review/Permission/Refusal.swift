/// Why something may not be put on record, and what is to be done.
package struct Refusal: Sendable, Hashable {
    /// The rule that stands against it, in the order in which they are asked.
    package enum Rule: String, Sendable, CaseIterable {
        /// 认定人 is nobody whom the actors' file names.
        case unknownActor
        /// The role may not record this.
        case role
        /// The consortium lies elsewhere.
        case region
        /// The appointment had not begun, or was over.
        case term
        /// A tie to a member unit, or a recusal that was asked for.
        case recusal
        /// It takes two people.
        case people
        /// It is dated in the future.
        case date
        /// It comes before its turn, or too late.
        case procedure
        /// Somebody who signs has not, or what was signed is something else.
        case signature
    }

    package let rule: Rule
    /// One sentence without its full stop.
    package let reason: String
    package let remedy: String

    package init(rule: Rule, reason: String, remedy: String) {
        self.rule = rule
        self.reason = reason
        self.remedy = remedy
    }
}
