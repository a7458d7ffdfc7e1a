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
        return predecessors.flatMap { predecessor, ancestor in
            let last = min(ancestor.lastYear ?? year, year)
            guard rules.edition.baseYear <= last else { return [OpenCase]() }
            return (rules.edition.baseYear...last).compactMap { earlier in
                guard determinations.waiver(of: clause.code, earlier) == nil, !tenure.isRevoked(since: earlier),
                    predecessor.isOpen(program, earlier, nil, nil, succeededBy: ancestor)
                else { return nil }
                return predecessor.openCase(clause, earlier)
            }
        }
    }

    /// - Parameters:
    ///   - current: the ruling of the assessed year, where that is asked of: while it is triggered it stands for itself,
    ///     and is no case of before.
    ///   - succession: this consortium as another came of it, where that one's cases are asked for.
    private func isOpen(
        _ program: ClauseProgram, _ earlier: ReportingYear, _ current: Ruling?, _ inputs: RuleInputs?,
        succeededBy succession: Ancestor? = nil
    ) -> Bool {
        let clause = program.clause
        guard determinations.waiver(of: clause.code, earlier) == nil, !isExecuted(earlier, succession) else {
            return false
        }
        if let current {
            if current.outcome == .triggered { return false }
        } else if recommendation(program, earlier, inputs) != nil {
            return true
        }
        return remembered[RememberedCase(clause: clause.code, year: earlier)] ?? isRemembered(program, earlier)
    }

    /// Whether a year's close, or a later day, recommended what nobody has taken back since. What is known now has no part
    /// in it.
    func isRemembered(_ program: ClauseProgram, _ earlier: ReportingYear) -> Bool {
        for moment in closings[earlier, default: []].reversed() {
            guard let then = moment.subject.recommendation(program, earlier) else { continue }
            return !isDismissed(program, earlier, then, moment)
        }
        return false
    }

    /// With what closes remember of some clauses found once, for many panels to be judged.
    func remembering(_ programs: [ClauseProgram]) -> Subject {
        guard rules.edition.baseYear <= year else { return self }
        var other = self
        for program in programs {
            for earlier in rules.edition.baseYear...year where !closings[earlier, default: []].isEmpty {
                other.remembered[RememberedCase(clause: program.clause.code, year: earlier)] = isRemembered(
                    program, earlier)
            }
        }
        return other
    }

    /// Whether what a year recommended was carried out. Where another came of this consortium, its title ends with the
    /// succession and its cases do not: only a title taken away before was taken away for them. Where the day of the
    /// succession is not known, nobody knows that it was.
    private func isExecuted(_ earlier: ReportingYear, _ succession: Ancestor?) -> Bool {
        guard let succession else { return tenure.isRevoked(since: earlier) }
        return succession.until.map { tenure.isRevoked(since: earlier, before: $0) } ?? false
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

    /// Whether 不成立 took back what was recommended at `moment`, after the correction that ended it or, where a person's
    /// 成立 brought it about, after that: for the clause and year as such, or for every subject that it rested on.
    private func isDismissed(
        _ program: ClauseProgram, _ earlier: ReportingYear, _ then: Ruling, _ moment: Moment
    ) -> Bool {
        let corrected = moment.correctedOn ?? assessor.dates.windowCloses[earlier] ?? earlier.lastDay
        let since = then.decidedBy?.on ?? corrected
        func isDismissal(_ decision: DeterminationBook.Decision) -> Bool {
            guard let holding = decision.holding, holding.decision == .dismiss, determinations.mayClose(holding) else {
                return false
            }
            return holding.on.map { on in since.map { on > $0 } ?? true } ?? false
        }
        if isDismissal(determinations.decision(on: program.clause, earlier)) { return true }
        let dismissed = determinations.subjects(of: program.clause).filter { isDismissal($0.value) }
        guard !dismissed.isEmpty else { return false }
        let rest = moment.subject.inputs(for: earlier).keeping { id, _ in dismissed[id] == nil }
        return moment.subject.ruling(program, earlier, rest).outcome != .triggered
    }
}
