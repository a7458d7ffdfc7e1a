import FEEL
import History
import Standards

extension Subject {
    /// The outcome of a clause by its conditions, and then by what people determined.
    func check(_ program: ClauseProgram) -> ClauseCheck {
        let clause = program.clause
        let determinations = national.determinations(of: consortium, clause: clause.code, year: year)
        let values = inputs.with(determinations: determinations)
        let ruled = outcome(program, values)

        let decision = determinations.last { $0.decision == .confirm || $0.decision == .dismiss }
        var outcome = ruled
        var decidedBy: Determination?
        switch (ruled, decision?.decision) {
        case (.suspected, .confirm?): (outcome, decidedBy) = (.triggered, decision)
        case (.suspected, .dismiss?): (outcome, decidedBy) = (.clear, decision)
        // A clause that only a person brings into force was brought into force by this one.
        case (.triggered, .confirm?) where clause.trigger == .determination: decidedBy = decision
        default: break
        }
        let waiver = outcome == .triggered ? determinations.last { $0.decision == .waive } : nil

        let remedy = self.remedy(program, outcome, values)
        return ClauseCheck(
            clause: clause, outcome: outcome, decidedBy: decidedBy, waivedBy: waiver,
            text: text(program, outcome, decidedBy, waiver, values),
            because: because(program) + determinations.map(Self.evidence),
            wouldDecide: outcome == .undetermined ? wouldDecide(program) : [], remedy: remedy)
    }

    /// Precedence by what is known: a graver outcome that is unknown hides the lighter ones.
    func outcome(_ program: ClauseProgram, _ values: [Value]) -> ClauseOutcome {
        for (condition, outcome) in program.conditions {
            switch condition.program.truth(values) {
            case true?: return outcome
            case false?: continue
            case nil: return .undetermined
            }
        }
        return .clear
    }

    private func remedy(
        _ program: ClauseProgram, _ outcome: ClauseOutcome, _ values: [Value]
    ) -> ClauseCheck.Remedy? {
        guard let remedy = program.remedy, outcome == .triggered || outcome == .warning,
            let amount = remedy.amount.evaluate(values).number, amount > .zero
        else { return nil }
        return ClauseCheck.Remedy(
            amount: amount, unit: remedy.unit, text: remedy.text.text(values + [.number(amount)]))
    }

    private func text(
        _ program: ClauseProgram, _ outcome: ClauseOutcome, _ decidedBy: Determination?, _ waiver: Determination?,
        _ values: [Value]
    ) -> String {
        var sentence = program.texts[outcome]?.text(values) ?? outcome.title
        if let decidedBy {
            let ruled = decidedBy.decision == .dismiss ? program.texts[.suspected]?.text(values) : nil
            sentence = [ruled ?? sentence, Self.sentence(decidedBy)].joined(separator: "；")
        }
        if let waiver { sentence += "；" + Self.sentence(waiver) }
        return sentence
    }

    /// `评审组于2026-03-01认定不成立：核查认定`
    static func sentence(_ determination: Determination) -> String {
        let day = determination.on.map { "于\($0)" } ?? ""
        let ground = determination.ground.isEmpty ? "" : "：\(determination.ground)"
        let verb = determination.decision == .waive ? "决定" : "认定"
        return "\(determination.by)\(day)\(verb)\(determination.decision.title)\(ground)"
    }

    // MARK: - Evidence

    /// Every cell and register entry that the clause looks at, by year and indicator.
    private func because(_ program: ClauseProgram) -> [Evidence] {
        var places: Set<Place> = []
        for use in program.cells {
            for year in years(of: use.window) {
                places.insert(Place(year: year, indicator: use.indicator, basis: use.basis))
            }
        }
        var evidence = places.sorted().map { self.evidence($0.indicator, $0.year, $0.basis) }
        if program.registers.contains(.policies) { evidence += (policies ?? []).map(Self.evidence) }
        if program.registers.contains(.incidents) { evidence += (incidents ?? []).map(Self.evidence) }
        if program.references.usesSignals { evidence += signals.filter { $0.grade == .strong }.flatMap(\.because) }
        return evidence
    }

    struct Place: Hashable, Comparable {
        let year: ReportingYear
        let indicator: Int
        let basis: Basis

        static func < (left: Place, right: Place) -> Bool {
            (left.year, left.indicator, left.basis.rawValue) < (right.year, right.indicator, right.basis.rawValue)
        }
    }

    /// The cells without a value that make some measure of the clause unknown, entries of registers that leave blank
    /// what counts, and registers never collected.
    private func wouldDecide(_ program: ClauseProgram) -> [Evidence] {
        var places: Set<Place> = []
        for use in program.references.measures {
            for year in years(of: use.window) { collectUnknown(use.measure, year, into: &places) }
        }
        var missing = places.sorted().map { evidence($0.indicator, $0.year, $0.basis) }
        func consult<Entry>(_ register: RegisterKind, _ entries: [Entry]?, _ open: (Entry) -> Evidence?) {
            guard program.registers.contains(register) else { return }
            if let entries {
                missing += entries.compactMap(open)
            } else {
                missing.append(Evidence(subject: .register(register), value: nil, status: .missing, source: nil))
            }
        }
        let unknownYears = Set(
            program.references.measures.flatMap { use in
                years(of: use.window).filter { contexts[$0]?[use.measure]?.isNull ?? false }
            })
        consult(.policies, policies) { Self.isIncomplete($0, for: unknownYears) ? Self.evidence($0) : nil }
        consult(.incidents, incidents) { Self.isIncomplete($0) ? Self.evidence($0) : nil }
        return missing
    }

    /// Follows unknown measures down to the cells they read that hold no value. A measure that is known needs nothing.
    func collectUnknown(_ name: String, _ year: ReportingYear, into places: inout Set<Place>) {
        guard let entry = rules.measures.entry(named: name), let value = contexts[year]?[name], value.isNull else {
            return
        }
        for cell in entry.references.cells {
            guard let indicator = rules.edition.indicator(cell.code),
                !panel.cell(indicator.ordinal, year, cell.basis).isReported
            else { continue }
            places.insert(Place(year: year, indicator: indicator.ordinal, basis: cell.basis))
        }
        for measure in entry.references.measures { collectUnknown(measure, year, into: &places) }
    }

    /// Whether the policy may be in force in one of `years`, or not, by what its entry leaves blank.
    private static func isIncomplete(_ policy: Policy, for years: Set<ReportingYear>) -> Bool {
        guard let issuedOn = policy.issuedOn else { return policy.isEffective != false }
        return policy.isEffective == nil && years.contains(ReportingYear(issuedOn.year))
    }

    private static func isIncomplete(_ incident: Incident) -> Bool {
        incident.status != .dismissed
            && (incident.occurredOn == nil || incident.domain == nil || incident.severity == nil
                || incident.status == nil)
    }

    static func evidence(_ policy: Policy) -> Evidence {
        Evidence(
            subject: .entry(register: .policies, id: policy.id, year: policy.issuedOn.map { ReportingYear($0.year) }),
            value: "\(policy.title)（是否有效：\(policy.isEffective.map { $0 ? "是" : "否" } ?? "未填")）",
            status: .reported, source: policy.source)
    }

    static func evidence(_ incident: Incident) -> Evidence {
        let words = [
            incident.domain?.title, incident.severity?.title,
            incident.hasAdverseImpact.map { $0 ? "有不良影响" : "无不良影响" } ?? "影响未认定", incident.status?.title,
        ]
        return Evidence(
            subject: .entry(
                register: .incidents, id: incident.id, year: incident.occurredOn.map { ReportingYear($0.year) }),
            value: words.map { $0 ?? "未填" }.joined(separator: "、"), status: .reported, source: incident.source)
    }

    static func evidence(_ determination: Determination) -> Evidence {
        Evidence(
            subject: .entry(register: .determinations, id: determination.clause, year: determination.year),
            value: sentence(determination), status: .reported, source: determination.source)
    }
}
