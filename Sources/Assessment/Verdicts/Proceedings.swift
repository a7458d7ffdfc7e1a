package import Standards

/// What a case has gone through since it arose: that it was decided, appealed against, and carried out (DESIGN §9).
package struct Proceedings: Sendable, Hashable {
    package let clause: String
    package let year: ReportingYear
    /// The last 成立 in force; nil where a rule alone found what is to be carried out.
    package let decision: Determination?
    /// The last appeal that was not withdrawn, answered or not.
    package let appeal: Determination?
    /// What 部级审定 said after it: 成立, 不成立 or 豁免.
    package let answer: Determination?
    package let execution: Determination?
    /// The transition to 取消资格 since, which carries every recommendation out.
    package var revocation: Transition?

    package init(
        clause: String, year: ReportingYear, decision: Determination? = nil, appeal: Determination? = nil,
        answer: Determination? = nil, execution: Determination? = nil, revocation: Transition? = nil
    ) {
        self.clause = clause
        self.year = year
        self.decision = decision
        self.appeal = appeal
        self.answer = answer
        self.execution = execution
        self.revocation = revocation
    }

    /// The appeal that nobody has answered yet.
    package var openAppeal: Determination? { answer == nil ? appeal : nil }
}
