import FEEL
import History
import Standards

extension Subject {
    /// The cells without a value that make some measure of the clause unknown, entries of registers that leave blank
    /// what counts, and registers that do not cover the year.
    func wouldDecide(_ program: ClauseProgram, _ uses: [MeasureYear]) -> [Evidence] {
        var places: Set<Place> = []
        for use in uses { collectUnknown(use.measure, use.year, into: &places) }
        var missing = places.sorted().map { evidence($0.indicator, $0.year, $0.reading) }
        let unknownYears = Set(uses.filter { measure($0.measure, $0.year)?.isNull ?? false }.map(\.year))
        if program.registers.contains(.policies) {
            missing += policies.filter { Self.isIncomplete($0, for: unknownYears) }.map(Self.evidence)
            if unknownYears.contains(where: { !national.covers(.policies, $0, entries) }) {
                missing.append(Self.absent(.policies))
            }
        }
        if program.registers.contains(.incidents) {
            missing += incidents.filter(Self.isIncomplete).map(Self.evidence)
            if !national.covers(.incidents, year, entries) { missing.append(Self.absent(.incidents)) }
        }
        if program.registers.contains(.transitions), tenure.acceptedOn(by: year) == nil {
            missing.append(Self.absent(.transitions))
        }
        if program.registers.contains(.workplans) { missing += missingPlans(for: year) }
        return missing
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
