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

    /// The last appeal among what was said, and the first answer to it, where there is one.
    /// - Parameters:
    ///   - said: in the order of its days.
    ///   - mayAnswer: whether those who said it may answer an appeal.
    package static func lastAppeal(
        in said: [Determination], mayAnswer: (Determination) -> Bool
    ) -> (appeal: Determination, answer: Determination?)? {
        guard let place = said.lastIndex(where: { $0.decision == .appeal }) else { return nil }
        let answer = said[(place + 1)...].first { made in
            [.confirm, .dismiss, .waive].contains(made.decision) && mayAnswer(made)
        }
        return (said[place], answer)
    }
}
