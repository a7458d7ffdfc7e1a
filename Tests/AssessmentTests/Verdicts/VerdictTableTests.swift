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
        let standing: Standing
        let change: @Sendable (inout OutcomeSummary) -> Void

        init(
            _ name: String, _ verdict: String, row: Int, of standing: Standing = .cultivation,
            _ change: @escaping @Sendable (inout OutcomeSummary) -> Void
        ) {
            testDescription = name
            self.standing = standing
            self.verdict = verdict
            self.row = row
            self.change = change
        }
    }

    /// All reported, all met.
    static let best: OutcomeSummary = {
        var summary = OutcomeSummary()
        (summary.reportedPoints, summary.applicablePoints) = (116, 116)
        (summary.basicCriteriaMet, summary.basicCriteria) = (19, 19)
        (summary.substantiveCriteriaMet, summary.substantiveCriteria) = (20, 20)
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
        Case("four fifths of the substantive criteria", "pass", row: 4) { $0.substantiveCriteriaMet = 16 },
        Case("just below four fifths", "rectify", row: 5) { $0.substantiveCriteriaMet = 15 },
        Case("a basic criterion not met", "rectify", row: 5) { $0.basicCriteriaMet = 18 },
        Case("three fifths", "rectify", row: 5) { $0.substantiveCriteriaMet = 12 },
        Case("just below three fifths", "fail", row: 6) { $0.substantiveCriteriaMet = 11 },
        Case("no substantive criterion applies", "fail", row: 6) {
            ($0.substantiveCriteriaMet, $0.substantiveCriteria) = (0, 0)
        },
        Case("no basic criterion applies", "pass", row: 4) { ($0.basicCriteriaMet, $0.basicCriteria) = (0, 0) },
        Case("an open case goes before all", "disqualify", row: 1) { ($0.openCases, $0.suspected) = (1, 1) },
        Case("accepted and all well", "keep", row: 4, of: .accepted) { _ in },
        Case("accepted, three fifths", "keep", row: 4, of: .accepted) { $0.substantiveCriteriaMet = 12 },
        Case("accepted, just below three fifths", "rectify", row: 5, of: .accepted) { $0.substantiveCriteriaMet = 11 },
        Case("accepted, a basic criterion not met", "rectify", row: 5, of: .accepted) { $0.basicCriteriaMet = 18 },
        Case("accepted, an open case", "disqualify", row: 1, of: .accepted) { $0.openCases = 1 },
    ])
    func `outcomes come to a row`(test: Case) throws {
        var summary = Self.best
        test.change(&summary)
        let rules = try RuleBook.trial.get()
        let row = try #require(
            rules.verdicts.row(
                for: summary, standing: test.standing, parameters: rules.edition.parameters.values(in: 2025)))
        #expect(row.row.verdict == test.verdict)
        #expect(row.index + 1 == test.row)
    }

    @Test(arguments: [Standing.application, .revoked])
    func `who is listed is not judged`(standing: Standing) throws {
        let rules = try RuleBook.trial.get()
        let parameters = rules.edition.parameters.values(in: 2025)
        #expect(rules.verdicts.row(for: Self.best, standing: standing, parameters: parameters) == nil)
        #expect(rules.edition.verdicts.table(for: standing)?.listed?.contains("不作年度结论") == true)
    }
}
