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
