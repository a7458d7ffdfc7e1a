import FEEL
import History
import Standards
import Testing

@testable import Assessment

/// Which doubtful cells would change the conclusion, and which not.
@Suite("Consequences of faults")
struct ConsequenceTests {
    private let rules: RuleBook
    private let edition: Edition

    init() throws {
        rules = try RuleBook.trial.get()
        edition = rules.edition
    }

    /// The quick way against the whole one, cell by cell and of all cells together.
    @Test(arguments: 1...4)
    func `a counterfactual comes to what an assessment comes to`(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let doubtful = DoubtfulPanel(edition, faults: 20, quality: 90, using: &random)
        let counterfactual = doubtful.counterfactual(rules)
        #expect(said(counterfactual.actual) == doubtful.conclusion(rules))
        for _ in 0..<30 {
            let cells = doubtful.faults.shuffled(using: &random).prefix(Int.random(in: 1...20, using: &random))
            let values = Dictionary(
                uniqueKeysWithValues: cells.map { cell in
                    (cell, counterfactual.candidates(for: cell).randomElement(using: &random) ?? .missing)
                })
            #expect(said(counterfactual.outcomes(with: values)) == doubtful.conclusion(rules, with: values))
        }
    }

    @Test func `what a consortium came of is judged beside it`() throws {
        var random = SplitMix(seed: 5)
        let doubtful = DoubtfulPanel(edition, faults: 0, quality: 100, using: &random)
        let source = CellSource(file: "事件.csv", sha256: "", sheet: nil, row: 2, column: 1)
        var registers = DoubtfulPanel.registers
        registers.incidents = [
            Incident(
                id: "I1", consortium: "C000", occurredOn: CalendarDate("2022-03-01"), domain: .safety, severity: .major,
                hasAdverseImpact: true, status: .confirmed, evidence: nil, source: source)
        ]
        func entry(_ id: String, predecessor: String?, designatedOn: String) -> Consortium {
            Consortium(
                id: id, name: id, kind: .municipal, province: "430000", prefecture: "430100", park: "", parkLevel: "",
                leadSchool: "", leadEnterprise: "", cohort: "1", stage: "培育",
                designatedOn: CalendarDate(designatedOn), predecessor: predecessor)
        }
        let successor = entry("C001", predecessor: "C000", designatedOn: "2023-10-01")
        let predecessor = entry("C000", predecessor: nil, designatedOn: "2021-06-30")
        let input = AssessmentInput(
            consortia: [successor, predecessor], panels: [successor.id: doubtful.panel], registers: registers)
        let assessor = Assessor(rules: rules, year: 2025)
        let whole = try #require(assessor.assess(input).last)
        #expect(whole.verdict.openCases.contains { $0.consortium == "C000" })
        let counterfactual = Counterfactual(
            of: successor.id, among: [successor, predecessor], panels: [successor.id: doubtful.panel],
            registers: NationalContext(registers: registers), assessor: assessor)
        #expect(counterfactual.actual.verdict.id == whole.verdict.id)
    }

    private func said(_ outcomes: Outcomes) -> [String] {
        outcomes.clauses.map(\.outcome.rawValue) + [outcomes.verdict.id]
    }

    /// The promise of the receipt, on 44 faults: what is said to change the conclusion does, what is not does not,
    /// alone or together, whatever people write there.
    @Test(arguments: 1...10)
    func `mending the cells that count changes the conclusion, and mending the rest does not`(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let quality = [70, 85, 95, 99, 100][Int(seed) % 5]
        let doubtful = DoubtfulPanel(edition, faults: 44, quality: quality, using: &random)
        let counterfactual = doubtful.counterfactual(rules)
        let search = ConsequenceSearch(doubtful.faults, in: counterfactual)
        let before = doubtful.conclusion(rules)
        #expect(!search.isBounded)

        for cell in search.single.keys.sorted() {
            let changes = counterfactual.candidates(for: cell).contains {
                doubtful.conclusion(rules, with: [cell: $0]) != before
            }
            #expect(changes, "\(code(cell))")
        }
        for group in search.groups {
            #expect(doubtful.conclusion(rules, with: group.example) != before)
            // Less than the group does not do.
            for cell in group.example.keys {
                #expect(doubtful.conclusion(rules, with: group.example.filter { $0.key != cell }) == before)
            }
        }
        let counting = Set(search.single.keys).union(search.groups.flatMap(\.cells))
        let rest = doubtful.faults.filter { !counting.contains($0) }
        for cell in rest {
            for isWell in [true, false] {
                let value = mended(cell, isWell, using: &random)
                #expect(doubtful.conclusion(rules, with: [cell: value]) == before, "\(code(cell)) \(value)")
            }
        }
        for round in 0..<40 {
            let values = Dictionary(
                uniqueKeysWithValues: rest.map { cell in
                    let isWell = round == 0 || (round > 1 && Bool.random(using: &random))
                    return (cell, mended(cell, isWell, using: &random))
                })
            #expect(doubtful.conclusion(rules, with: values) == before)
        }
    }

    private func mended(
        _ cell: PanelCell, _ isWell: Bool, using random: inout some RandomNumberGenerator
    ) -> ObservedValue {
        if Int.random(in: 0..<20, using: &random) == 0 { return .missing }
        return DoubtfulPanel.value(of: edition.indicators[cell.indicator], isWell, cell.year, using: &random)
    }

    private func code(_ cell: PanelCell) -> String { "\(edition.indicators[cell.indicator].code)" }
}
