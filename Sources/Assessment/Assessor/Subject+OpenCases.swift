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
        let own = (base...year).compactMap { earlier in
            isOpen(program, earlier, earlier == year ? current : nil, past[earlier])
                ? openCase(program.clause, earlier) : nil
        }
        return predecessors.isEmpty ? own : own + inheritedCases(program)
    }

    func openCase(_ clause: Clause, _ year: ReportingYear) -> OpenCase {
        let closes = assessor.dates.windowCloses[year]
        let isProvisional =
            if let closes, let today = assessor.dates.today { today <= closes } else { false }
        return OpenCase(
            edition: rules.edition.id, consortium: consortium.id, clause: clause.code, year: year,
            isProvisional: isProvisional)
    }

    /// The open cases of those that the consortium came of, of years up to the succession. What closes a case of its own
    /// closes one of these too: the title that is taken away, or kept, is the successor's.
    private func inheritedCases(_ program: ClauseProgram) -> [OpenCase] {
        let clause = program.clause
        return predecessors.flatMap { predecessor, until in
            let last = min(until ?? year, year)
            guard rules.edition.baseYear <= last else { return [OpenCase]() }
            return (rules.edition.baseYear...last).compactMap { earlier in
                guard determinations.waiver(of: clause.code, earlier) == nil, !tenure.isRevoked(since: earlier),
                    predecessor.isOpen(program, earlier, nil, nil)
                else { return nil }
                return predecessor.openCase(clause, earlier)
            }
        }
    }

    /// - Parameter current: the ruling of the assessed year, where that is asked of: while it is triggered it stands for
    ///   itself, and is no case of before.
    private func isOpen(
        _ program: ClauseProgram, _ earlier: ReportingYear, _ current: Ruling?, _ inputs: RuleInputs?
    ) -> Bool {
        let clause = program.clause
        guard determinations.waiver(of: clause.code, earlier) == nil, !tenure.isRevoked(since: earlier) else {
            return false
        }
        if let current {
            if current.outcome == .triggered { return false }
        } else if recommendation(program, earlier, inputs) != nil {
            return true
        }
        for moment in closings[earlier, default: []].reversed() {
            guard let then = moment.subject.recommendation(program, earlier) else { continue }
            return !isDismissed(clause, earlier, since: then, moment.correctedOn)
        }
        return false
    }

    /// The ruling by which the title would have been taken away for a year; nil where none would. A recommendation is made
    /// of those who are judged: neither before designation nor after revocation.
    private func recommendation(
        _ program: ClauseProgram, _ earlier: ReportingYear, _ inputs: RuleInputs? = nil
    ) -> Ruling? {
        guard rules.edition.verdicts.table(for: tenure.standing(in: earlier))?.rows.isEmpty == false else { return nil }
        let ruling = ruling(program, earlier, inputs ?? self.inputs(for: earlier))
        return ruling.outcome == .triggered ? ruling : nil
    }

    /// Whether 不成立 took back what `then` recommended: after the correction that ended it, or, where a person's 成立
    /// brought it about, after that.
    private func isDismissed(
        _ clause: Clause, _ earlier: ReportingYear, since then: Ruling, _ correctedOn: CalendarDate?
    ) -> Bool {
        guard let dismissal = determinations.decision(on: clause, earlier).holding, dismissal.decision == .dismiss,
            let on = dismissal.on
        else { return false }
        if let confirmed = then.decidedBy?.on { return on > confirmed }
        guard let corrected = correctedOn ?? assessor.dates.windowCloses[earlier] ?? earlier.lastDay else { return true }
        return on > corrected
    }
}
