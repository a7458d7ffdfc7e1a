import Configuration
import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Assessment

/// A province sets its own numbers, and only those that are not the source's.
@Suite("Overlays")
struct OverlayTests {
    private static func overlays(_ name: String) throws -> [Overlay] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Overlay.load(from: folder.appending(path: "Fixtures/overlays/\(name)"), for: Edition.trial.get())
    }

    @Test func `those of the edition are loaded, each with its document`() throws {
        let overlays = try Self.overlays("good")
        #expect(overlays.map(\.province) == ["430000"])
        #expect(overlays.first?.document.number == "示例函〔2025〕1号")
        #expect(try Self.overlays("no-such-folder").isEmpty)
    }

    @Test func `what cannot be read is told, and is not taken for none`() throws {
        let error = #expect(throws: ConfigurationError.self) { try Self.overlays("good/430000/overlay.yml") }
        #expect(error?.issues.map(\.description) == ["overlay.yml：应能读这个文件夹，打不开。请检查文件夹权限。"])
    }

    @Test func `a number of the source, and one that there is not, are told with their places`() throws {
        let error = #expect(throws: ConfigurationError.self) { try Self.overlays("loosens-the-text") }
        let issues = error?.issues.map(\.description) ?? []
        #expect(issues.count == 2)
        #expect(issues.first == "430000/parameters.yml:1:9：原文写明的数不能由省里另定，读到“园区产值占比下限”。请删去这一项。")
        #expect(issues.last?.hasPrefix("430000/parameters.yml:4:9：应为 ") == true)
        #expect(issues.last?.contains("是不是“突破倍数”？") == true)
    }

    @Test func `a setting holds in its province, from its year on`() throws {
        let rules = try RuleBook(Edition.trial.get(), overlays: Self.overlays("good"))
        let assessor = Assessor(rules: rules, year: 2025)
        let place = try #require(rules.edition.parameters.firstIndex { $0.name == "突破倍数" })
        func factor(_ province: String, _ year: ReportingYear) -> Value {
            assessor.parameters(of: .example("C1", province: province), in: year)[place]
        }
        #expect(factor("430000", 2025).description == "1.1")
        #expect(factor("430000", 2024).description == "1.2")
        #expect(factor("330000", 2025).description == "1.2")
    }

    /// 116 students after 100: a breakthrough by 1.1, none by 1.2.
    @Test(arguments: [("430000", ClauseOutcome.clear), ("330000", .undetermined)])
    func `outcomes follow it`(province: String, outcome: ClauseOutcome) throws {
        let rules = try RuleBook(Edition.trial.get(), overlays: Self.overlays("good"))
        let assessor = Assessor(rules: rules, year: 2025)
        var builder = PanelBuilder(layout: assessor.emptyPanel.layout, indicators: rules.edition.indicators)
        for (year, students) in [(2022, 100), (2025, 116)] {
            builder.observe(
                indicator: try Indicator.trial("9.1.2").ordinal, year: ReportingYear(year), basis: .actual,
                value: .number(Decimal128(students)), locator: .none)
        }
        let consortium = Consortium.example("C1", province: province)
        let assessment = try #require(
            assessor.assess(
                AssessmentInput(consortia: [consortium], panels: ["C1": builder.build()], registers: Registers())
            ).first)
        #expect(assessment.clauses.first { $0.clause.code == "16.5" }?.outcome == outcome)
    }

    @Test func `the digest of the rules is another with it`() throws {
        let edition = try Edition.trial.get()
        let plain = try RuleBook(edition).formulas
        let overlaid = try RuleBook(edition, overlays: Self.overlays("good")).formulas
        #expect(Set(overlaid).subtracting(plain) == ["430000 突破倍数 2025 1.1"])
        // Conventions without a threshold, and what the verdict looks at, decide too.
        #expect(plain.contains { $0.hasPrefix("7.2.1 ") && $0.contains("实际 > 0") })
        #expect(plain.contains("疑似的条款 疑似数"))
    }
}
