import FEEL
import History
import Standards

extension Subject {
    /// The outcome of a clause in the assessed year, whose `inputs` are these, with all that people should read of it.
    /// `past` are the inputs of earlier years, where they are at hand.
    func check(
        _ program: ClauseProgram, _ inputs: RuleInputs, past: [ReportingYear: RuleInputs] = [:], explaining: Bool
    ) -> ClauseCheck {
        let clause = program.clause
        let ruling = ruling(program, year, inputs)
        let uses = clauseUses(
            program, year, waived: determinations.waivedYears(of: clause.code, before: year))
        let rest = ruling.outcome == .notApplicable ? [] : because(program, uses)
        // What takes away from ratings is no case: nothing is to be decided on it.
        let isCase = clause.list != .deduction
        let isOpen = ruling.outcome == .undetermined || ruling.pending != nil
        let check = ClauseCheck(
            clause: clause, outcome: ruling.outcome, pending: ruling.pending, decidedBy: ruling.decidedBy,
            waivedBy: ruling.waivedBy, contradictory: ruling.contradictory,
            reopened: determinations.reopened(clause.code, year), text: text(program, ruling),
            because: rest + determinations.all(clause.code, year).map(Self.evidence),
            wouldDecide: isOpen ? wouldDecide(program, ruling, uses) : [], remedy: remedy(program, ruling),
            protection: protection(program, ruling),
            raised: isCase && (ruling.outcome == .triggered || ruling.outcome == .suspected)
                ? openCase(clause, year) : nil,
            openCases: isCase ? openCases(program, current: ruling, past) : [])
        return explaining ? check.explained(by: explanation(program, ruling, check, uses)) : check
    }

    /// A waived year is none of the next year's two, so there is nothing to guard against.
    private func protection(_ program: ClauseProgram, _ ruling: Ruling) -> ClauseCheck.Protection? {
        guard let protection = program.protection, ruling.outcome != .notApplicable, ruling.waivedBy == nil,
            protection.when.truth(ruling.values) == true,
            case .date(let day) = protection.by.evaluate(ruling.values)
        else { return nil }
        let isLate = assessor.dates.today.map { $0 > day } ?? false
        return ClauseCheck.Protection(
            year: ReportingYear(day.year), by: day,
            text: (isLate ? protection.late : protection.text).text(ruling.values))
    }

    private func text(_ program: ClauseProgram, _ ruling: Ruling) -> String {
        let reopened = determinations.reopened(program.clause.code, ruling.year)
        let parts = [
            program.texts[spokenOutcome(program, ruling)]?.text(ruling.values) ?? ruling.outcome.title,
            ruling.isBeforeForce ? "\(year)年早于本标准施行的年度，只作预警" : nil,
            ruling.decidedBy?.sentence, ruling.waivedBy?.sentence,
            reopened.isEmpty
                ? nil : "所据数据在认定后有变动，认定暂停，须重新认定：" + reopened.map(\.sentence).joined(separator: "；"),
            ruling.contradictory.isEmpty
                ? nil : "同日的认定相互矛盾，均不采用：" + ruling.contradictory.map(\.sentence).joined(separator: "；"),
            ruling.outcome != .notApplicable && program.registers.contains(.incidents) ? disagreement : nil,
            ruling.pending.map { $0 == .warning ? "本年是否预警待补数" : "是否\($0.title)待补数" },
        ]
        return parts.compactMap(\.self).joined(separator: "；")
    }

    /// The incidents of which authorities contradict each other; nil where there are none.
    private var disagreement: String? {
        let ids = incidents.filter { !$0.accounts.isEmpty }.map(\.id)
        return ids.isEmpty ? nil : "事件\(ids.joined(separator: "、"))各主管部门登记不一致，按较重的作线索"
    }

    /// Whose sentence is told: of a suspicion that a person dismissed it is told what it was.
    private func spokenOutcome(_ program: ClauseProgram, _ ruling: Ruling) -> ClauseOutcome {
        if ruling.isBeforeForce { return .triggered }
        guard ruling.decidedBy?.decision == .dismiss, ruling.outcome == .clear || ruling.outcome == .warning else {
            return ruling.outcome
        }
        return switch ruling.suspected {
        case .holds: .suspected
        case .unknown: .undetermined
        case .fails, .unasked: ruling.outcome
        }
    }

    // MARK: - Evidence

    /// The measures that a clause looks at to judge `year`, with their years.
    func clauseUses(
        _ program: ClauseProgram, _ year: ReportingYear, waived: Set<ReportingYear>
    ) -> [MeasureYear] {
        var uses: Set<MeasureYear> = []
        for use in program.references.measures where rules.measures.entry(named: use.measure) != nil {
            for seen in years(of: use.window, year, waived: waived) {
                uses.insert(MeasureYear(year: seen, measure: use.measure))
            }
        }
        return uses.sorted()
    }

    struct MeasureYear: Hashable, Comparable {
        let year: ReportingYear
        let measure: String

        static func < (left: MeasureYear, right: MeasureYear) -> Bool {
            (left.year, left.measure) < (right.year, right.measure)
        }
    }

    /// Every cell and register entry that the clause looks at, by year and indicator.
    private func because(_ program: ClauseProgram, _ uses: [MeasureYear]) -> [Evidence] {
        var evidence = cells(program, of: uses)
        if program.registers.contains(.policies) { evidence += policies.map(Self.evidence) }
        if program.registers.contains(.incidents) { evidence += incidents.map(Self.evidence) }
        if program.registers.contains(.transitions) {
            evidence += tenure.transitions.filter { $0.on.year <= year.value }.map(Self.evidence)
        }
        if program.registers.contains(.workplans) { evidence += planEvidence(for: year) }
        if program.references.usesSignals {
            evidence += signals.filter { $0.grade == .strong && $0.year <= year }.flatMap(\.because)
        }
        return evidence
    }

    /// The cells that measures look at in their years, by year and indicator.
    func cells(_ program: ClauseProgram, of uses: [MeasureYear]) -> [Evidence] {
        var places: Set<Place> = []
        for use in uses {
            for cell in rules.measures.cells(of: use.measure) {
                guard let indicator = rules.edition.indicator(cell.code) else { continue }
                places.insert(Place(year: use.year, indicator: indicator.ordinal, reading: cell.reading))
            }
        }
        return places.sorted().map { self.evidence($0.indicator, $0.year, $0.reading) }
    }

    struct Place: Hashable, Comparable {
        let year: ReportingYear
        let indicator: Int
        let reading: CellReading

        static func < (left: Place, right: Place) -> Bool {
            (left.year, left.indicator, left.reading.rawValue) < (right.year, right.indicator, right.reading.rawValue)
        }
    }
}

extension ClauseCheck {
    fileprivate func explained(by explanation: Explanation) -> ClauseCheck {
        ClauseCheck(
            clause: clause, outcome: outcome, pending: pending, decidedBy: decidedBy, waivedBy: waivedBy,
            contradictory: contradictory, reopened: reopened, text: text, because: because, wouldDecide: wouldDecide,
            remedy: remedy,
            protection: protection, raised: raised, openCases: openCases, explanation: explanation)
    }
}
