import FEEL
import History
import Standards

@testable import Assessment

/// A consortium that has reported everything for 2022–2025, at random but well, with faults planted at random cells.
struct DoubtfulPanel {
    static let consortium = Consortium(
        id: "C001", name: "示例联合体（虚构）", kind: .municipal, province: "430000", prefecture: "430100", park: "",
        parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "1", stage: "培育",
        designatedOn: CalendarDate(year: 2023, month: 10, day: 1))

    static let registers: Registers = {
        var registers = Registers()
        if let day = CalendarDate(year: 2026, month: 3, day: 1) {
            registers.policyCoverage.add("", until: day)
            registers.incidentCoverage.add("", until: day)
        }
        return registers
    }()

    let edition: Edition
    let panel: Panel
    let faults: [PanelCell]

    /// - Parameters:
    ///   - quality: of a hundred points, how many are well.
    init(_ edition: Edition, faults count: Int, quality: Int, using random: inout some RandomNumberGenerator) {
        self.edition = edition
        let layout = PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count)
        var panel = Panel(layout: layout)
        var values: [PanelCell: ObservedValue] = [:]
        for indicator in edition.indicators {
            for year in layout.years {
                let isWell = Int.random(in: 0..<100, using: &random) < quality
                values[PanelCell(indicator.ordinal, year)] = Self.value(of: indicator, isWell, year, using: &random)
            }
        }
        let own = edition.indicators.map { PanelCell($0.ordinal, 2025) }
        faults = Array(own.shuffled(using: &random).prefix(count)).sorted()
        for fault in faults {
            let isRead = Int.random(in: 0..<3, using: &random) == 0
            values[fault] = isRead ? values[fault] : .rejected("约\(fault.indicator)")
        }
        panel = panel.replacing(values)
        // Plans stand beside the figures.
        let plans = edition.indicators.filter { $0.revisionPolicy == .first }.flatMap { indicator in
            layout.years.compactMap { year in
                layout.index(indicator: indicator.ordinal, year: year).map {
                    Panel.Plan(index: $0, cell: panel.actual[$0])
                }
            }
        }.sorted { $0.index < $1.index }
        self.panel = Panel(
            layout: layout, actual: panel.actual, committed: [], plans: plans, locators: [], pool: panel.pool)
    }

    /// What a clerk may write where something else stood.
    static func value(
        of indicator: Indicator, _ isWell: Bool, _ year: ReportingYear, using random: inout some RandomNumberGenerator
    ) -> ObservedValue {
        switch indicator.kind {
        case .boolean: return .truth(isWell)
        case .choice: return indicator.choices.randomElement(using: &random).map(ObservedValue.text) ?? .missing
        case .text: return .text("有")
        case .percent: return .number(Decimal128(isWell ? Int.random(in: 31...99, using: &random) : 0))
        case .rank: return .number(Decimal128(Int.random(in: 1...30, using: &random)))
        case .amount where indicator.revisionPolicy == .first: return .number(100)
        case .amount, .count:
            let grown = 100 + (year.value - 2022) * Int.random(in: 1...60, using: &random)
            return .number(Decimal128(isWell ? grown : 0))
        }
    }

    /// The conclusion by the ordinary way of assessing, with other values in some cells.
    func conclusion(_ rules: RuleBook, with values: [PanelCell: ObservedValue] = [:]) -> [String] {
        let input = AssessmentInput(
            consortia: [Self.consortium], panels: [Self.consortium.id: panel.replacing(values)],
            registers: Self.registers)
        let assessor = Assessor(rules: rules, year: 2025)
        return assessor.assess(input).flatMap { $0.clauses.map(\.outcome.rawValue) + [$0.verdict.id] }
    }

    func counterfactual(_ rules: RuleBook) -> Counterfactual {
        Counterfactual(
            of: Self.consortium.id, among: [Self.consortium], panels: [Self.consortium.id: panel],
            registers: NationalContext(registers: Self.registers), assessor: Assessor(rules: rules, year: 2025))
    }
}
