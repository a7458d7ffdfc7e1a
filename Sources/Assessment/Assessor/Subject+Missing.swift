import FEEL
import History
import Standards

extension Subject {
    /// What would settle the clause: a smallest set of what is not known, so that the outcome is neither `undetermined`
    /// nor has anything pending once it is filled in, whatever it is filled in with, all else staying as it is.
    ///
    /// Filled in is a cell with any value of its kind (是 or 否, a count, an amount, a percent …; 不适用 is no value), an
    /// entry of a register so that it says whether it counts, a register to the end of the year. Where nothing of that
    /// kind suffices, or a clause reads no cells, everything is told that is unknown and is looked at.
    func wouldDecide(_ program: ClauseProgram, _ ruling: Ruling, _ uses: [MeasureYear]) -> [Evidence] {
        guard !program.cells.isEmpty else { return gaps(program, uses).flatMap(evidence) + others(program) }
        let cells = unreportedCells(uses).sorted { ($0.indicator, $0.year) < ($1.indicator, $1.year) }
        let gates = Set(cells.filter { self.gates.contains($0.indicator) }.map(Gap.cell))
        let known = gaps(program, uses)
        let rest = known.filter { if case .cell = $0 { false } else { true } }
        let search = SmallestFilling { self.isSettled(program, ruling, filling: $0) }
        // What is not due beside a 否 would contradict it.
        let due = cells.filter { isDue($0.indicator, $0.year) }
        let settling =
            search.among(due.map(Gap.cell) + rest, gates: gates)
            ?? (due.count == cells.count ? nil : search.among(cells.map(Gap.cell) + rest, gates: gates))
        return inOrder(settling ?? known).flatMap(evidence) + others(program)
    }

    /// Cells by year and indicator, then entries and registers.
    private func inOrder(_ gaps: [Gap]) -> [Gap] {
        let cells = gaps.compactMap { if case .cell(let place) = $0 { place } else { nil } }
        return cells.sorted().map(Gap.cell) + gaps.filter { if case .cell = $0 { false } else { true } }
    }

    private func evidence(_ gap: Gap) -> [Evidence] {
        switch gap {
        case .cell(let place): [evidence(place.indicator, place.year, place.reading)]
        case .entry(.policies, let id): policies.filter { $0.id == id }.map(Self.evidence)
        case .entry(_, let id): incidents.filter { $0.id == id && Self.isIncomplete($0) }.map(Self.evidence)
        case .register(let register): [Self.absent(register)]
        }
    }

    /// What is missing that is not looked at through figures.
    private func others(_ program: ClauseProgram) -> [Evidence] {
        var missing: [Evidence] = []
        if program.registers.contains(.transitions), tenure.acceptedOn(by: year) == nil {
            missing.append(Self.absent(.transitions))
        }
        if program.registers.contains(.workplans) { missing += missingPlans(for: year) }
        return missing
    }

    /// The indicators that say whether others are asked for.
    private var gates: Set<Int> {
        let edition = rules.edition
        return Set(edition.indicators.compactMap { $0.dueWhen.flatMap { edition.indicator($0)?.ordinal } })
    }

    /// Whether the figure is asked for, by what was said of it in that year.
    func isDue(_ indicator: Int, _ year: ReportingYear) -> Bool {
        guard let gate = rules.edition.indicators[indicator].dueWhen.flatMap(rules.edition.indicator) else {
            return true
        }
        return panel.value(gate.ordinal, year) != .truth(false)
    }

    /// Every cell without a value that the clause looks at.
    private func unreportedCells(_ uses: [MeasureYear]) -> Set<Place> {
        var places: Set<Place> = []
        for use in uses {
            for cell in rules.measures.cells(of: use.measure) {
                guard let indicator = rules.edition.indicator(cell.code),
                    panel.value(indicator.ordinal, use.year, by: cell.reading).status != .reported
                else { continue }
                places.insert(Place(year: use.year, indicator: indicator.ordinal, reading: cell.reading))
            }
        }
        return places
    }

    /// The cells without a value that make some measure of the clause unknown, entries of registers that leave blank
    /// what counts, and registers that do not cover the year.
    private func gaps(_ program: ClauseProgram, _ uses: [MeasureYear]) -> [Gap] {
        var places: Set<Place> = []
        for use in uses { collectUnknown(use.measure, use.year, into: &places) }
        var gaps = places.sorted().map(Gap.cell)
        let unknownYears = Set(uses.filter { measure($0.measure, $0.year)?.isNull ?? false }.map(\.year))
        if program.registers.contains(.policies) {
            let incomplete = policies.filter { Self.isIncomplete($0, for: unknownYears) }
            gaps += incomplete.map { .entry(.policies, id: $0.id) }.uniqued()
            if unknownYears.contains(where: { !national.covers(.policies, $0, entries) }) {
                gaps.append(.register(.policies))
            }
        }
        if program.registers.contains(.incidents) {
            gaps += incidents.filter(Self.isIncomplete).map { .entry(.incidents, id: $0.id) }.uniqued()
            if !national.covers(.incidents, year, entries) { gaps.append(.register(.incidents)) }
        }
        return gaps
    }

    /// Whether the outcome of a ruling would be known, with nothing pending, once `filling` is filled in, whatever with.
    func isSettled(_ program: ClauseProgram, _ ruling: Ruling, filling: Set<Gap>) -> Bool {
        let waived = determinations.waivedYears(of: program.clause.code, before: year)
        let windows = YearWindow.allCases.map { ($0, years(of: $0, year, waived: waived)) }
        var foresight = Foresight(self, filled: filling, windows: Dictionary(uniqueKeysWithValues: windows))
        let scope = Foresight.Scope(inputs: ruling.values, year: year)
        func truths(_ condition: ClauseProgram.Condition?) -> Possible.Kinds {
            condition.map { foresight.possible($0.outline, scope).truths } ?? .no
        }
        let triggered = truths(program.triggered)
        if triggered == .yes { return true }
        // A suspicion that somebody dismissed is none.
        let suspected = ruling.decidedBy?.decision == .dismiss ? .no : truths(program.suspected)
        guard !triggered.contains(.unknown), !suspected.contains(.unknown) else { return false }
        return suspected == .yes || !truths(program.warning).contains(.unknown)
    }

    private static func absent(_ register: RegisterKind) -> Evidence {
        Evidence(subject: .register(register), value: nil, status: .missing, source: nil)
    }

    /// Follows unknown measures down to the cells they read that hold no value. A measure that is known needs nothing.
    private func collectUnknown(_ name: String, _ year: ReportingYear, into places: inout Set<Place>) {
        guard let entry = rules.measures.entry(named: name), let value = measure(name, year), value.isNull else {
            return
        }
        for cell in entry.references.cells {
            guard let indicator = rules.edition.indicator(cell.code),
                panel.value(indicator.ordinal, year, by: cell.reading).status != .reported
            else { continue }
            places.insert(Place(year: year, indicator: indicator.ordinal, reading: cell.reading))
        }
        for measure in entry.references.measures { collectUnknown(measure, year, into: &places) }
    }

    /// Whether the policy may be in force in one of `years`, or not, by what its entry leaves blank.
    private static func isIncomplete(_ policy: Policy, for years: Set<ReportingYear>) -> Bool {
        guard let issuedOn = policy.issuedOn else { return policy.isEffective != false }
        return policy.isEffective == nil && years.contains { $0.value >= issuedOn.year }
    }

    private static func isIncomplete(_ incident: Incident) -> Bool {
        incident.status != .dismissed
            && (incident.isUnassigned || incident.occurredOn == nil
                || incident.domain == nil || incident.severity == nil
                || incident.status == nil)
    }

    static func evidence(_ policy: Policy) -> Evidence {
        Evidence(
            subject: .entry(register: .policies, id: policy.id, year: policy.issuedOn.map { ReportingYear($0.year) }),
            value: "\(policy.title)（"
                + (policy.region.isEmpty && policy.reportedBy == nil
                    ? "地区不明" : "是否有效：\(policy.isEffective.map { $0 ? "是" : "否" } ?? "未填")")
                + "\(policy.reportedBy == nil ? "" : "，自报")）",
            status: .reported, source: policy.source)
    }

    static func evidence(_ incident: Incident) -> Evidence {
        let words = [
            incident.domain?.title ?? "领域未填", incident.severity?.title ?? "程度未填",
            incident.hasAdverseImpact.map { $0 ? "有不良影响" : "无不良影响" } ?? "影响未认定",
            incident.isUnassigned ? "联合体待指定" : incident.status?.title ?? "核查状态未填",
        ]
        return Evidence(
            subject: .entry(
                register: .incidents, id: incident.id, year: incident.occurredOn.map { ReportingYear($0.year) }),
            value: words.joined(separator: "、")
                + (incident.accounts.isEmpty ? "" : "（各主管部门登记不一致，按较重的作线索）"), status: .reported,
            source: incident.source, isUnverified: incident.status == .reported)
    }

    static func evidence(_ determination: Determination) -> Evidence {
        let id = determination.id ?? determination.subject.map { "\(determination.clause) \($0)" }
        return Evidence(
            subject: .entry(
                register: .determinations, id: id ?? determination.clause, year: determination.year),
            value: determination.sentence, status: .reported, source: determination.source)
    }

    static func evidence(_ transition: Transition) -> Evidence {
        Evidence(
            subject: .entry(
                register: .transitions, id: transition.document, year: ReportingYear(transition.on.year)),
            value: "\(transition.on.inChinese)\(transition.from.map { "由\($0.title)" } ?? "")转为\(transition.to.title)",
            status: .reported, source: transition.source)
    }
}
