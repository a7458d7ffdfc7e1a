import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@testable import Assessment

/// The 2023 indicators: the tests beside their data, and which consortia they judge.
@Suite("The edition that is rated")
struct RatedEditionTests {
    private static let folder = Repository.root.appending(path: "data/standards/moe-notice-2023-15")
    private static let notice = Result { try Edition.load(from: folder, digest: { _ in "" }) }
    private static let rules = Result { try RuleBook(notice.get()) }

    @Test func `every case holds, every row of the table and every outcome has one`() throws {
        let rules = try Self.rules.get()
        #expect(rules.warnings.map(\.description) == [])
        let cases = try RuleTestSuite.load(from: Self.folder, for: rules.edition).flatMap(\.cases)
        let runner = RuleTestRunner(rules)
        for test in cases {
            let differences = runner.run(test).differences
            #expect(differences.isEmpty, "\(test.file):\(test.line) \(test.name): \(differences)")
        }
        let rows = cases.compactMap { test -> Int? in
            switch test.subject {
            case .verdict(let given): given.row
            case .rating(let given): given.row
            default: nil
            }
        }
        #expect(Set(rows) == Set(1...6))
        let outcomes = cases.compactMap { test -> ClauseOutcome? in
            if case .clause(let given) = test.subject { given.outcome } else { nil }
        }
        #expect(Set(outcomes) == [.triggered, .suspected, .undetermined, .clear])
    }

    /// (stage, designated on, year, whether it is rated).
    @Test(arguments: [
        ("申报", "", 2025, true), ("申报", "", 2023, true), ("申报", "", 2022, false), ("培育", "2025-09-26", 2025, false),
        ("培育", "2025-09-26", 2024, true), ("取消资格", "", 2025, false),
    ])
    func `it judges applicants, from the year of the notice on`(
        stage: String, designated: String, year: Int, isRated: Bool
    ) throws {
        let rules = try RuleBook(Edition.trial.get(), rated: [Self.rules.get()])
        let consortium = Consortium(
            id: "C1", name: "", kind: .municipal, province: "430000", prefecture: "430100", park: "示例园区",
            parkLevel: "", leadSchool: "示例学校", leadEnterprise: "", cohort: "", stage: stage,
            designatedOn: CalendarDate(designated))
        let input = AssessmentInput(consortia: [consortium], panels: [:], registers: Registers())
        let assessment = try #require(Assessor(rules: rules, year: ReportingYear(year)).assess(input).first)
        #expect((assessment.rating != nil) == isRated)
        #expect(assessment.verdict.edition == (isRated ? "moe-notice-2023-15" : nil))
        guard isRated else { return #expect(["rating-open"].contains(assessment.verdict.id) == false) }
        #expect(assessment.verdict.id == "rating-open" && assessment.verdict.standing == .application)
        #expect(assessment.rating?.missingLeads.map(\.id) == ["牵头企业"])
        #expect(assessment.verdict.text.contains("观测点25个，尚无人评定"), "\(assessment.verdict.text)")
    }

    @Test func `the rules of the edition that rates are part of the digest`() throws {
        let alone = try RuleBook(Edition.trial.get()).formulas
        let both = try RuleBook(Edition.trial.get(), rated: [Self.rules.get()]).formulas
        #expect(both.count > alone.count && both.contains { $0.contains("推荐得分") })
    }
}
