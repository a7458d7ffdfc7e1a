import FEEL
import Foundation
import Assessment
import Standards
import TestSupport
import Testing

@Suite("The rule tests beside the rules")
struct RuleTestSuiteTests {
    let edition: Edition
    let suites: [RuleTestSuite]

    init() throws {
        edition = try Edition.trial.get()
        suites = try RuleTestSuite.load(from: Repository.trialStandard, for: edition)
    }

    private var clauseTests: [ClauseTest] {
        suites.flatMap(\.cases).compactMap { if case .clause(let test) = $0.subject { test } else { nil } }
    }

    @Test func `suites come in the order of their names`() {
        #expect(
            suites.map(\.file) == [
                "acceptance.test.yml", "negative-list.test.yml", "revocation.test.yml", "verdict.test.yml",
                "work-plan.test.yml",
            ])
    }

    @Test func `at least six cases a clause, with every outcome that it can have`() {
        for clause in edition.clauses {
            let tests = clauseTests.filter { $0.clause == clause.code }
            #expect(tests.count >= 6, "\(clause.code)")
            #expect(Set(tests.map(\.outcome)) == Set(clause.texts.keys), "\(clause.code)")
        }
    }

    @Test func `every row of the verdict table has a case`() {
        let rows = suites.flatMap(\.cases).compactMap { test -> String? in
            if case .verdict(let verdict) = test.subject { "\(verdict.standing) \(verdict.row)" } else { nil }
        }
        #expect(rows.count >= 6)
        let all = edition.verdicts.tables.flatMap { table in
            table.rows.indices.map { "\(table.standing) \($0 + 1)" }
        }
        #expect(Set(rows) == Set(all))
    }

    @Test func `names say which case it is`() {
        for suite in suites {
            let names = suite.cases.map { test -> String in
                if case .clause(let clause) = test.subject { "\(clause.clause) \(test.name)" } else { test.name }
            }
            #expect(Set(names).count == names.count, "\(suite.file)")
        }
    }

    @Test func `observations are read by the kind of their indicator, in the order of receipt`() throws {
        let fixture = try EditionFixture(
            "revocation.test.yml", "given: {stage: 通过验收, incidents: []}",
            """
            given:
                designatedOn: 2023-09-30
                incidents: []
                policies: []
                registeredUntil: 2025-06-30
                observations:
                  6.1.1: {2024: 是, 2025: ""}
                  6.1.4: {2025: [300.3, 不适用]}
                  9.2.1…9.2.2: {2023…2024: 7}
                  6.1.3: {2025: 已按方案执行}
            """)
        let suites = try RuleTestSuite.load(from: fixture.url, for: edition)
        let test = try #require(
            suites.flatMap(\.cases).compactMap { test -> ClauseTest? in
                if case .clause(let clause) = test.subject, !clause.observations.isEmpty,
                    clause.clause == "2023-15.3"
                {
                    clause
                } else {
                    nil
                }
            }.first)
        #expect(test.consortium.designatedOn == CalendarDate(year: 2023, month: 9, day: 30))
        #expect(test.registers.incidents.isEmpty)
        #expect(test.registers.incidentCoverage.until(test.consortium) == CalendarDate(year: 2025, month: 6, day: 30))
        #expect(test.registers.policyCoverage.until(test.consortium) == CalendarDate(year: 2025, month: 6, day: 30))
        #expect(
            test.observations.map { "\($0.indicator) \($0.year) \($0.value)" } == [
                "6.1.1 2024 truth(true)", "6.1.1 2025 missing", "6.1.4 2025 number(300.3)",
                "6.1.4 2025 notApplicable", "9.2.1 2023 number(7)", "9.2.1 2024 number(7)", "9.2.2 2023 number(7)",
                "9.2.2 2024 number(7)", "6.1.3 2025 text(\"已按方案执行\")",
            ])
        #expect(test.observations.first?.source.row == fixture.line + 6)
    }
}
