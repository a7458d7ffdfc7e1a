import FEEL
import History
import Standards
import Testing

@testable import Assessment

@Suite("A population assessed")
struct AssessorTests {
    private let assessor: Assessor
    private let students: Indicator
    private let layout: PanelLayout

    init() throws {
        let rules = try RuleBook.trial.get()
        assessor = Assessor(rules: rules, year: 2025)
        students = try .trial("8.1.3")
        layout = assessor.emptyPanel.layout
    }

    /// `count` consortia, the last of which reported nothing; the others rise, each faster than the one before.
    private func input(_ ids: [String]) -> AssessmentInput {
        let panels = ids.dropLast().enumerated().map { place, id in
            var builder = PanelBuilder(layout: layout, indicators: assessor.rules.edition.indicators)
            for (offset, year) in layout.years.enumerated() {
                builder.observe(
                    indicator: students.ordinal, year: year, basis: .actual,
                    value: .number(Decimal128(100 + (place + 1) * offset)), locator: .none)
            }
            return (id, builder.build())
        }
        return AssessmentInput(
            consortia: ids.map { Consortium.example($0) }, panels: Dictionary(uniqueKeysWithValues: panels),
            registers: Registers())
    }

    private static let ids = (1...70).map { "C\($0)" } + ["Ｃ1", "甲"]

    @Test func `comes in the order of the bytes of the ids, whatever the order of the input`() {
        var input = input(Self.ids)
        let expected = assessor.assess(input).map { Found($0, students) }
        #expect(expected.map(\.id) == Self.ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        input.consortia.reverse()
        #expect(assessor.assess(input).map { Found($0, students) } == expected)
    }

    @Test func `is handed over piece by piece as it is in one`() {
        let whole = input(Self.ids)
        var apart = whole
        apart.panels = [:]
        apart.figures = NationalFigures(whole, edition: assessor.rules.edition, year: assessor.year)
        var taken: [Found] = []
        let students = students
        let source = PanelSource { consortia in
            // A nation's panels never stand in memory together.
            #expect(consortia.count <= 64)
            return whole.panels.filter { consortia.contains($0.key) }
        }
        assessor.assess(apart, reading: source, { Found($0, students) }) { taken.append($0) }
        #expect(taken == assessor.assess(whole).map { Found($0, students) })
    }

    @Test func `one alone is ranked among all`() throws {
        let input = input(Self.ids)
        let alone = assessor.assess(input, only: "C9").map { Found($0, students) }
        #expect(alone == assessor.assess(input).map { Found($0, students) }.filter { $0.id == "C9" })
        // The ninth slowest of 71 that reported.
        let percentile = try #require(alone.first).percentile
        #expect(percentile == 100 * 8.5 / 71)
        #expect(assessor.assess(input, only: "C0").isEmpty)
    }

    @Test func `who reported nothing has no trend and is nobody's peer`() throws {
        let assessments = assessor.assess(input(Self.ids))
        let silent = try #require(assessments.first { $0.consortium.id == "甲" })
        #expect(silent.trends.isEmpty)
    }

    /// What is compared of an assessment.
    private struct Found: Equatable {
        let id: String
        let verdict: Verdict
        let texts: [String]
        let percentile: Double?

        init(_ assessment: ConsortiumAssessment, _ indicator: Indicator) {
            id = assessment.consortium.id
            verdict = assessment.verdict
            texts = assessment.clauses.map(\.text) + assessment.acceptance.map(\.text)
            percentile = assessment.trends.first { Int($0.indicator) == indicator.ordinal }?.percentile
        }
    }
}
