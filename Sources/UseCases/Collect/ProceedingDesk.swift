internal import Collection
internal import Review
internal import Standards

/// Holds appeals and executions of registers against what was decided before: what comes before its turn, or too late, is
/// not taken in.
struct ProceedingDesk {
    private let procedure: Procedure
    /// By consortium, in the order of receipt.
    private var determinations: [String: [Determination]]
    private var transitions: [String: [Transition]]

    init(_ procedure: Procedure, determinations: [Determination], transitions: [Transition]) {
        self.procedure = procedure
        self.determinations = Dictionary(grouping: determinations, by: \.consortium)
        self.transitions = Dictionary(grouping: transitions, by: \.consortium)
    }

    /// Takes out of a submission what does not come in its turn, and learns what it says for those that follow.
    mutating func examine(_ submission: inout Submission) -> [Finding] {
        for transition in submission.transitions { transitions[transition.consortium, default: []].append(transition) }
        return submission.withhold { determination in
            let consortium = determination.consortium
            if let refusal = procedure.refusal(
                of: determination, after: determinations[consortium] ?? [], transitions[consortium] ?? [])
            {
                return Finding(
                    .outOfTurn, at: determination.source, consortium: consortium, year: determination.year,
                    [
                        "by": determination.by, "clause": determination.clause,
                        "decision": determination.decision.title, "reason": refusal.reason, "remedy": refusal.remedy,
                    ])
            }
            learn(determination)
            return nil
        }
    }

    private mutating func learn(_ determination: Determination) {
        let consortium = determination.consortium
        if determination.decision == .withdraw {
            determinations[consortium]?.removeAll { $0.id != nil && $0.id == determination.withdraws }
        } else {
            determinations[consortium, default: []].append(determination)
        }
    }
}
