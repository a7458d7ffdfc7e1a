import Standards
import Testing

@testable import Assessment

/// DESIGN §6: the first row that holds.
@Suite("Verdict table")
struct VerdictTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let verdict: String
        let row: Int
        let change: @Sendable (inout OutcomeSummary) -> Void

        init(_ name: String, _ verdict: String, row: Int, _ change: @escaping @Sendable (inout OutcomeSummary) -> Void)
        {
            testDescription = name
            self.verdict = verdict
            self.row = row
            self.change = change
        }
    }

    /// All reported, all met.
    static let best: OutcomeSummary = {
        var summary = OutcomeSummary()
        (summary.reportedPoints, summary.applicablePoints) = (116, 116)
        (summary.basicRowsMet, summary.basicRows) = (19, 19)
        (summary.substantiveRowsMet, summary.substantiveRows) = (20, 20)
        return summary
    }()

    @Test(arguments: [
        Case("all well", "pass", row: 4) { _ in },
        Case("a trigger goes before all", "disqualify", row: 1) {
            ($0.triggered, $0.suspected, $0.undetermined) = (1, 1, 1)
        },
        Case("a waived trigger is passed over", "pass", row: 4) { $0.waived = 1 },
        Case("a suspicion goes before what is missing", "hold", row: 2) { ($0.suspected, $0.undetermined) = (1, 1) },
        Case("a clause undetermined", "incomplete", row: 3) { $0.undetermined = 1 },
        Case("a warning decides nothing", "pass", row: 4) { $0.warning = 2 },
        Case("nine tenths reported", "pass", row: 4) { ($0.reportedPoints, $0.applicablePoints) = (90, 100) },
        Case("just below nine tenths", "incomplete", row: 3) { $0.reportedPoints = 104 },
        Case("just above nine tenths", "pass", row: 4) { $0.reportedPoints = 105 },
        Case("no point applies", "incomplete", row: 3) { ($0.reportedPoints, $0.applicablePoints) = (0, 0) },
        Case("four fifths of substantive rows", "pass", row: 4) { $0.substantiveRowsMet = 16 },
        Case("just below four fifths", "rectify", row: 5) { $0.substantiveRowsMet = 15 },
        Case("a basic row not met", "rectify", row: 5) { $0.basicRowsMet = 18 },
        Case("three fifths", "rectify", row: 5) { $0.substantiveRowsMet = 12 },
        Case("just below three fifths", "fail", row: 6) { $0.substantiveRowsMet = 11 },
        Case("no substantive row applies", "fail", row: 6) { ($0.substantiveRowsMet, $0.substantiveRows) = (0, 0) },
        Case("no basic row applies", "pass", row: 4) { ($0.basicRowsMet, $0.basicRows) = (0, 0) },
    ])
    func `outcomes come to a row`(test: Case) throws {
        var summary = Self.best
        test.change(&summary)
        let rules = try RuleBook.trial.get()
        let row = try #require(rules.verdicts.row(for: summary, year: 2025, parameters: rules.edition.parameters))
        #expect(row.row.verdict == test.verdict)
        #expect(row.index + 1 == test.row)
    }
}
