import FEEL
import Standards

extension Subject {
    /// The cases of a clause that nobody has closed, oldest first: of earlier years, and of the assessed one where it is
    /// triggered no longer, which `current` tells.
    ///
    /// A case arises where the clause is triggered by what is known now, or was by what had been received at the close
    /// of that year's window. Where no earlier panel is at hand, what is known now is all there is.
    func openCases(
        _ program: ClauseProgram, current: Ruling, _ past: [ReportingYear: RuleInputs]
    ) -> [OpenCase] {
        let base = rules.edition.baseYear
        guard base <= year else { return [] }
        return (base...year).compactMap { earlier in
            if earlier == year, closings[year] == nil || current.outcome == .triggered { return nil }
            // A recommendation is made of those who are judged: neither before designation nor after revocation.
            guard rules.edition.verdicts.table(for: tenure.standing(in: earlier))?.rows.isEmpty == false,
                isOpen(program, earlier, current, past[earlier])
            else { return nil }
            return openCase(program.clause, earlier)
        }
    }

    func openCase(_ clause: Clause, _ year: ReportingYear) -> OpenCase {
        let closes = assessor.dates.windowCloses[year]
        let isProvisional =
            if let closes, let today = assessor.dates.today { today <= closes } else { false }
        return OpenCase(
            edition: rules.edition.id, consortium: consortium.id, clause: clause.code, year: year,
            isProvisional: isProvisional)
    }

    private func isOpen(
        _ program: ClauseProgram, _ earlier: ReportingYear, _ current: Ruling, _ inputs: RuleInputs?
    ) -> Bool {
        let clause = program.clause
        guard determinations.waiver(of: clause.code, earlier) == nil, !tenure.isRevoked(since: earlier) else {
            return false
        }
        let now = earlier == year ? current : ruling(program, earlier, inputs ?? self.inputs(for: earlier))
        var isTriggered = now.outcome == .triggered
        if !isTriggered, let closing = closings[earlier] {
            let then = closing.ruling(program, earlier, closing.inputs(for: earlier))
            // A correction, and a dismissal dated later than it, take the recommendation back together.
            let closed = corrections[earlier] ?? assessor.dates.windowCloses[earlier] ?? earlier.lastDay
            let dismissal = determinations.decision(on: clause, earlier).holding
            let isDismissed =
                dismissal?.decision == .dismiss && (dismissal?.on).map { on in closed.map { on > $0 } ?? true } ?? false
            isTriggered = then.outcome == .triggered && !isDismissed
        }
        return isTriggered
    }
}
