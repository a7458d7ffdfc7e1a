import FEEL
import History
import Standards
import TestSupport
import Testing

@testable import Assessment

/// What an undetermined outcome names as missing settles it whatever it is filled in with, and nothing less does.
@Suite("What would decide")
struct WouldDecideTests {
    private let rules: RuleBook

    init() throws { rules = try RuleBook.trial.get() }

    @Test(arguments: [
        // Of a fund that may not have been arranged, what was received and what was planned.
        Case(
            "16.3", [:], years: [2024], designatedOn: "2023-09-30",
            expected: ["6.1.2 2024", "6.1.4 2024", "6.1.6 2024", "6.1.8 2024"]),
        Case(
            "16.3", ["6.1.1": .truth(true), "6.1.5": .truth(false)], years: [2024], designatedOn: "2023-09-30",
            expected: ["6.1.2 2024", "6.1.4 2024"]),
        // Of employment nothing is known; the other three are active.
        Case(
            "16.6", ["7.2.1": .number(1), "9.1.5": .number(4), "13.2.3": .number(2)], years: [2024],
            designatedOn: "2023-09-30", expected: ["11.2.4 2024", "11.2.5 2024"]),
        Case(
            "16.4", ["1.1.2": .truth(false), "6.2.1": .truth(false)], years: [2024], designatedOn: "2023-09-30",
            covers: true, expected: ["1.2.2 2024", "6.3.1 2024"]),
        Case(
            "16.4", ["1.1.2": .truth(false), "6.2.1": .truth(false)], years: [2024], designatedOn: "2023-09-30",
            expected: ["1.2.2 2024", "6.3.1 2024", "register"]),
    ])
    func `a clause is settled by so much`(_ example: Case) throws {
        let subject = try example.subject(rules)
        let filled = FilledSubject(
            subject: subject, program: try example.program(rules), registers: example.registers)
        #expect(!filled.isSettled())
        let check = subject.check(filled.program, subject.inputs(for: subject.year), explaining: false)
        #expect(check.wouldDecide.map(\.short) == example.expected)
        var random = SeededNumbers(seed: 1)
        #expect(try verify(filled, check, &random))
    }

    /// A rate is compared with that of the base year: where that is missing, it is what would decide, and where the rate
    /// is missing too, both are, since a high one would do by itself and a low one would not.
    @Test func `an acceptance is settled by what its condition compares`() throws {
        let edition = rules.edition
        let rate = try Indicator.trial("12.1.1")
        let point = try #require(edition.points.first { $0.code == "12.1.1" })
        func missing(_ cells: [PanelCell: ObservedValue]) -> [String] {
            let subject = Subject(
                consortium: .example("C001"),
                panel: Panel(
                    layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count)
                ).replacing(cells), national: NationalContext(registers: Registers()),
                assessor: Assessor(rules: rules, year: 2025))
            return subject.check(point).wouldDecide.map(\.short)
        }
        #expect(missing([:]) == ["12.1.1 2022", "12.1.1 2025"])
        #expect(missing([PanelCell(rate.ordinal, 2025): .number(80)]) == ["12.1.1 2022"])
        #expect(missing([PanelCell(rate.ordinal, 2022): .number(80)]) == ["12.1.1 2025"])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let clause: String
        let values: [String: ObservedValue]
        let years: [Int]
        let designatedOn: String
        let covers: Bool
        let expected: [String]

        init(
            _ clause: String, _ values: [String: ObservedValue], years: [Int], designatedOn: String,
            covers: Bool = false, expected: [String]
        ) {
            (self.clause, self.values, self.years) = (clause, values, years)
            (self.designatedOn, self.covers, self.expected) = (designatedOn, covers, expected)
        }

        var testDescription: String { "\(clause) \(expected)" }

        func program(_ rules: RuleBook) throws -> ClauseProgram {
            try #require(rules.clauses.first { $0.clause.code == clause })
        }

        var registers: Registers {
            var registers = Registers()
            if covers, let day = CalendarDate(year: 2026, month: 3, day: 1) {
                registers.policyCoverage.add("", until: day)
            }
            return registers
        }

        func subject(_ rules: RuleBook) throws -> Subject {
            let edition = rules.edition
            let year = ReportingYear(years[years.count - 1])
            var cells: [PanelCell: ObservedValue] = [:]
            for (code, value) in values {
                for year in years {
                    cells[PanelCell(try Indicator.trial(code).ordinal, ReportingYear(year))] = value
                }
            }
            let panel = Panel(
                layout: PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: edition.indicators.count)
            ).replacing(cells, plans: edition.keepingFirst)
            let consortium = Consortium(
                id: "C001", name: "示例联合体（虚构）", kind: .municipal, province: "430000", prefecture: "430100",
                park: "", parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "1", stage: "培育",
                designatedOn: CalendarDate(designatedOn))
            return Subject(
                consortium: consortium, panel: panel, national: NationalContext(registers: registers),
                assessor: Assessor(rules: rules, year: year))
        }
    }

    /// Whether what a check names is true and smallest; records what is not.
    @discardableResult
    private func verify(
        _ filled: FilledSubject, _ check: ClauseCheck, _ random: inout SeededNumbers
    ) throws -> Bool {
        let named = check.wouldDecide.compactMap(\.gap)
        let place = "\(filled.subject.consortium.id) \(check.clause.code) \(filled.subject.year): "
        guard named.count == check.wouldDecide.count, !named.isEmpty else { return false }
        let text = place + check.wouldDecide.map(\.short).joined(separator: " ")
        // Where nothing suffices, all that is unknown is told.
        let ruling = filled.subject.ruling(
            filled.program, filled.subject.year, filled.subject.inputs(for: filled.subject.year))
        guard filled.subject.isSettled(filled.program, ruling, filling: Set(named)) else { return false }
        #expect(filled.isSettled(named, trials: 20, using: &random), "true: \(text)")
        for gap in named {
            let facts = filled.subject.cells(
                filled.program, of: filled.subject.clauseUses(filled.program, filled.subject.year, waived: []))
            #expect(
                filled.opening(named.filter { $0 != gap }) != nil,
                "needed: \(text) without \(gap), of \(facts.map { "\($0.short) \($0.valueText)" })")
        }
        // Any other set of fewer.
        let gaps = filled.gaps
        for _ in 0..<6 where gaps.count > named.count {
            let others = Set(gaps.shuffled(using: &random).prefix(named.count - 1))
            let fewer = gaps.filter(others.contains)
            #expect(filled.opening(fewer) != nil, "smaller: \(text), \(fewer)")
        }
        return true
    }

    /// Of every consortium of the worked example, as it is and with cells taken away at random.
    @Test(.needsSharedFolder, arguments: Campaign.seeds(2))
    func `of every clause of an inbox it is true and smallest`(_ seed: Int) throws {
        var random = Campaign.numbers(seed: UInt64(seed))
        var input = try ExampleInbox(rules.edition).input()
        if seed > 1 { input.thin(rules.edition, using: &random) }
        var verified = 0
        for year in [2023, 2024, 2025].map({ ReportingYear($0) }) {
            let assessor = Assessor(rules: rules, year: year)
            let population = Population(input, assessor: assessor)
            for id in population.consortia.map({ $0.id }) {
                guard let subject = population.subject(of: id, input.panels) else { continue }
                let inputs = subject.inputs(for: year)
                for program in rules.clauses where !program.cells.isEmpty {
                    let check = subject.check(program, inputs, explaining: false)
                    guard check.outcome == .undetermined || check.pending != nil else { continue }
                    verified +=
                        try verify(
                            FilledSubject(subject: subject, program: program, registers: input.registers), check,
                            &random) ? 1 : 0
                }
            }
        }
        #expect(verified > 10)
    }
}

extension Evidence {
    /// `6.1.2 2024`, or that it is a register.
    fileprivate var short: String {
        guard case .cell(let indicator, let year, _) = subject else { return "register" }
        return "\(indicator.code) \(year)"
    }
}

extension AssessmentInput {
    /// Takes cells away at random, and sometimes the registers.
    mutating func thin(_ edition: Edition, using random: inout SeededNumbers) {
        let share = Int.random(in: 3...40, using: &random)
        for (id, panel) in panels.sorted(by: { $0.key < $1.key }) {
            var values: [PanelCell: ObservedValue] = [:]
            for indicator in edition.indicators {
                for year in panel.layout.years where Int.random(in: 0..<100, using: &random) < share {
                    values[PanelCell(indicator.ordinal, year)] =
                        [.missing, .missing, .rejected("约"), .notApplicable].randomElement(using: &random)
                }
            }
            panels[id] = panel.replacing(values, plans: edition.keepingFirst)
        }
        if Bool.random(using: &random) { registers.policyCoverage = Registers.Coverage() }
        if Bool.random(using: &random) { registers.incidentCoverage = Registers.Coverage() }
    }
}
