import FEEL
import FoundationEssentials
import Standards
import TestSupport
import Testing

@testable import Assessment

/// Lists that are to be published again and again, on both sides of the days on which they are no longer fresh.
@Suite("What is published again and again")
struct PublicationTests {
    private static func results(
        _ sent: [(kind: String, on: String)], today: String, province: String = "430000",
        designatedOn: String? = "2023-10-10"
    ) throws -> (national: [ProgrammeResult], provincial: [ProgrammeResult]) {
        var registers = Registers()
        registers.filings = try sent.map { sent in
            Filing(
                consortium: "C001", kind: sent.kind, period: nil, title: "示例清单（虚构）", sentOn: CalendarDate(sent.on),
                receivedOn: try #require(CalendarDate(sent.on)),
                source: CellSource(file: "材料.csv", sha256: "", sheet: nil, row: 2, column: 1))
        }
        let consortium = ProgrammeExample.consortium("C001", province: province, designatedOn: designatedOn)
        let register = ProgrammeRegister(
            AssessmentInput(consortia: [consortium], panels: [:], registers: registers),
            edition: try Edition.trial.get(), year: 2025, today: try #require(CalendarDate(today)),
            regions: ProgrammeExample.regions)
        let book = try ProgrammeExample.book()
        return (book.results(register), book.results(register, in: province))
    }

    @Test(arguments: [
        ("2026-04-07", ProgrammeOutcome.met), ("2026-04-08", .pending), ("2026-05-08", .pending),
        ("2026-05-09", .notMet),
        // Before it was published nobody knew of it.
        ("2025-05-07", .undetermined),
    ])
    func `a list is fresh for a year, soon due in its last thirty days, and outdated after`(
        today: String, outcome: ProgrammeOutcome
    ) throws {
        let results = try Self.results([("核心产品清单", "2025-05-08")], today: today).national
        #expect(results.one("product-list")?.outcome == outcome)
        // Of the others nothing is registered, which says nothing against them.
        #expect(results.one("technology-demand-list")?.outcome == .undetermined)
    }

    @Test func `the latest counts, under any of its names, and says what to do`() throws {
        let results = try Self.results(
            [("人才需求目录", "2024-01-10"), ("《人才需求清单》", "2025-01-10")], today: "2026-02-09"
        ).national
        #expect(
            results.one("talent-demand-list")?.text == "请更新发布并登记。上次2025年1月10日发布，应于2026年1月10日前更新，已过30天。")
    }

    @Test func `nothing is asked of those without a title`() throws {
        let results = try Self.results([], today: "2026-07-09", designatedOn: "2026-06-01").national
        #expect(results.one("product-list")?.outcome == .notApplicable)
    }

    @Test(arguments: [("2025-07-10", ProgrammeOutcome.pending), ("2025-07-11", .behind)])
    func `a province's own list is advice`(today: String, outcome: ProgrammeOutcome) throws {
        let results = try Self.results([("企业需求清单", "2025-01-10")], today: today, province: "320000").provincial
        #expect(results.one("enterprise-demand-list")?.outcome == outcome)
    }

    @Test(arguments: [("2026-03-31", "2026-03-31"), ("2025-03-20", "2026-03-31"), ("2026-01-05", "2027-03-31")])
    func `what comes out in the first quarter is fresh until the next one's end`(sent: String, until: String) throws {
        let guide = try Edition.load(
            from: ProgrammeExample.data.appending(path: "standards/industry-community-guide-2023"), digest: { _ in "" })
        let programme = try Programme.load(
            from: ProgrammeExample.data.appending(path: "standards/\(guide.id)"), for: guide)
        let publication = try #require(programme.publications.first { $0.id == "fresh-analysis-report" })
        let filing = Filing(
            consortium: "H001", kind: "行业发展分析报告", period: sent == "2026-03-31" ? 2025 : nil, title: "",
            sentOn: CalendarDate(sent), receivedOn: try #require(CalendarDate(sent)),
            source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1))
        #expect(publication.freshUntil(filing) == CalendarDate(until))
    }
}
