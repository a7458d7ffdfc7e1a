import Foundation
import Standards
import TestSupport
import Testing

@testable import Assessment

/// The rule tests that are data beside the shipped rules.
@Suite("Shipped rule tests")
struct ShippedRuleTests {
    static let cases = Result {
        try RuleTestSuite.load(from: Repository.trialStandard, for: Edition.trial.get()).flatMap(\.cases)
    }

    @Test func `every case holds`() throws {
        let runner = RuleTestRunner(try RuleBook.trial.get())
        for test in try Self.cases.get() {
            let differences = runner.run(test).differences
            #expect(differences.isEmpty, "\(test.file):\(test.line) \(test.name): \(differences)")
        }
    }

    @Test func `every clause has six cases or more, and one for each outcome it has a sentence for`() throws {
        let cases = try Self.cases.get()
        for clause in try Edition.trial.get().clauses {
            let own = cases.compactMap { test -> ClauseTest? in
                guard case .clause(let given) = test.subject, given.clause == clause.code else { return nil }
                return given
            }
            #expect(own.count >= 6, "\(clause.code)")
            #expect(Set(own.map(\.outcome)) == Set(clause.texts.keys), "\(clause.code)")
        }
    }

    @Test func `every row of the verdict table has a case`() throws {
        let rows = try Self.cases.get().compactMap { test -> String? in
            guard case .verdict(let given) = test.subject else { return nil }
            return "\(given.standing) \(given.row)"
        }
        let all = try Edition.trial.get().verdicts.tables.flatMap { table in
            table.rows.indices.map { "\(table.standing) \($0 + 1)" }
        }
        #expect(Set(rows) == Set(all))
    }

    /// A canary: a case that expects something else fails, and says in what.
    @Test func `a wrong expectation is told`() throws {
        let folder = try TemporaryFolder()
        let copy = folder.url.appending(path: "standard")
        try FileManager.default.copyItem(at: Repository.trialStandard, to: copy)
        let file = copy.appending(path: "verdict.test.yml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("verdict: pass, row: 4", with: "verdict: fail, row: 6").utf8).write(to: file)
        let runner = RuleTestRunner(try RuleBook.trial.get())
        let failed = try RuleTestSuite.load(from: copy, for: Edition.trial.get()).flatMap(\.cases).map(runner.run)
            .filter { !$0.holds }
        #expect(failed.flatMap(\.differences).prefix(2) == ["结论应为“fail”，得到“pass”", "行应为“6”，得到“4”"])
    }
}
