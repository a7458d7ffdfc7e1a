import FEEL
import Standards

extension Subject {
    /// The cases of a clause that earlier years opened and nobody has closed, oldest first.
    ///
    /// A case arises where the clause is triggered by what is known now, or was by what had been received at the close
    /// of that year's window. Where no earlier panel is at hand, what is known now is all there is.
    func openCases(_ program: ClauseProgram) -> [OpenCase] {
        guard tenure.firstYear < year else { return [] }
        return (tenure.firstYear..<year).compactMap { earlier in
            isOpen(program, earlier) ? openCase(program.clause, earlier) : nil
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

    private func isOpen(_ program: ClauseProgram, _ earlier: ReportingYear) -> Bool {
        let clause = program.clause
        let now = ruling(program, earlier, inputs(for: earlier))
        var isTriggered = now.outcome == .triggered
        if !isTriggered, let closing = closings[earlier] {
            let then = closing.ruling(program, earlier, closing.inputs(for: earlier))
            // A correction, and a dismissal after the window closed, take the recommendation back together.
            let closed = assessor.dates.windowCloses[earlier] ?? earlier.lastDay
            let dismissal = determinations.decision(on: clause, earlier).holding
            let isDismissed =
                dismissal?.decision == .dismiss && (dismissal?.on).map { on in closed.map { on > $0 } ?? true } ?? false
            isTriggered = then.outcome == .triggered && !isDismissed
        }
        return isTriggered && determinations.waiver(of: clause.code, earlier) == nil && !tenure.changed(after: earlier)
    }
}
