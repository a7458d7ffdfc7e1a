import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Assessment

/// One edition judges one kind of consortium, and needs no file that its kind does not.
@Suite("Editions and kinds")
struct EditionKindTests {
    static let small = Result {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Edition.load(from: folder.appending(path: "Fixtures/editions/small-industry"), digest: { _ in "" })
    }

    private static let consortia =
        (1...6).map { Consortium.example("C\($0)") }
        + (1...5).map { Consortium.example("H\($0)", kind: .industry) }

    @Test func `an edition without rules loads, and gives no verdict`() throws {
        let edition = try Self.small.get()
        #expect(edition.clauses.isEmpty && edition.measures.isEmpty && edition.parameters.isEmpty)
        #expect(edition.acceptance == nil && edition.credibility == nil && edition.verdicts == .none)
        let assessor = Assessor(rules: try RuleBook(edition), year: 2025)
        let assessments = assessor.assess(
            AssessmentInput(consortia: Self.consortia, panels: [:], registers: Registers()), explaining: true)
        #expect(assessments.map(\.consortium.id) == ["H1", "H2", "H3", "H4", "H5"])
        for assessment in assessments {
            #expect(assessment.edition == "small-industry")
            #expect(assessment.clauses.isEmpty && assessment.acceptance.isEmpty && assessment.signals.isEmpty)
            #expect(assessment.verdict.id == "none" && assessment.verdict.row == 0)
            #expect(
                assessment.verdict.text
                    == "《\(edition.title)》没有规定否定性指标和结论办法，只列监测情况，不作结论；应报观测点2个，已报0个")
        }
    }

    @Test func `others are no part of the population`() throws {
        let rules = try RuleBook.trial.get()
        let assessor = Assessor(rules: rules, year: 2025)
        let students = try Indicator.trial("8.1.3")
        let layout = assessor.emptyPanel.layout
        // Four of the kind: with the five others they would be peers enough.
        let consortia = Self.consortia.filter { $0.kind == .industry } + Self.consortia.prefix(4)
        let panels = consortia.map { consortium in
            var builder = PanelBuilder(layout: layout, indicators: rules.edition.indicators)
            builder.observe(
                indicator: students.ordinal, year: 2025, basis: .actual, value: .number(100), locator: .none)
            return (consortium.id, builder.build())
        }
        let input = AssessmentInput(
            consortia: consortia, panels: Dictionary(uniqueKeysWithValues: panels), registers: Registers())
        let assessments = assessor.assess(input)
        #expect(assessments.map(\.consortium.id) == ["C1", "C2", "C3", "C4"])
        #expect(assessments.allSatisfy { $0.trends.allSatisfy(\.percentile.isNaN) })
        #expect(assessor.explanation(of: "16.1", for: "H1", input) == nil)
    }
}
