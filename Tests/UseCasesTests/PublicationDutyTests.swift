import Alerts
import Assessment
import FEEL
import Foundation
import Reports
import Standards
import TestSupport
import Testing

@testable import UseCases

/// Who is reminded of targets that nobody registered and of lists that are no longer fresh.
@Suite("Reminders of targets and publications")
struct PublicationDutyTests {
    private static let edition = Result {
        try Edition.load(from: Repository.trialStandard, digest: { _ in "" })
    }

    private static func consortium(_ id: String) -> Consortium {
        Consortium(
            id: id, name: "示例联合体\(id)（虚构）", kind: .municipal, province: "330000", prefecture: "330200", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "培育",
            designatedOn: CalendarDate("2023-10-10"))
    }

    /// `outcome：text` of everything that is told of Zhejiang.
    private static func told(_ registers: Registers, today: String) throws -> [String] {
        let edition = try edition.get()
        let data = Repository.root.appending(path: "data")
        let programme = try Programme.load(from: data.appending(path: "standards/\(edition.id)"), for: edition)
        let book = try ProgrammeBook(
            programme,
            overlays: Overlay.load(from: data.appending(path: "overlays"), for: edition, national: programme),
            edition: edition)
        let day = try #require(CalendarDate(today))
        let register = ProgrammeRegister(
            AssessmentInput(consortia: [consortium("C006")], panels: [:], registers: registers), edition: edition,
            year: ReportingYear(2025), today: day, regions: RegionNames(["330000": "浙江省"]))
        let results = book.results(register) + book.results(register, in: "330000")
        let rules = AlertRules(
            outcomes: [:], verdicts: [:],
            duties: [.due: .notice, .unmet: .warning, .outdated: .notice], deadline: nil)
        let watch = DutyWatch(
            rules: rules, edition: edition, year: ReportingYear(2025), calendar: .usual, workdays: .weekdaysOnly,
            regions: RegionNames(["330000": "浙江省"]), now: ChinaTime.start(of: day))
        return (watch.programme(results) + watch.publications(results, [consortium("C006")])).compactMap { situation in
            situation.alert.map { "\($0.labels[.clause]) \($0.labels[.outcome])：\(situation.text)" }
        }
    }

    @Test func `a target that fell short, and one of which nobody knows, are told after their day`() throws {
        func figure(_ target: String, _ value: Decimal128) -> TargetFigure {
            TargetFigure(
                target: target, year: ReportingYear(2025), value: value, on: CalendarDate("2025-12-31"),
                source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 2))
        }
        var registers = Registers()
        registers.targetFigures = [figure("ruian-skilled", 50_000), figure("ruian-high-skilled", 14_999)]
        let late = try Self.told(registers, today: "2026-05-08")
        #expect(late.contains { $0.hasPrefix("programme:ruian-high-skilled unmet：请办理“其中高技能人才1.5万人以上”：1项不符合。") })
        #expect(late.contains { $0.hasPrefix("programme:ruian-platforms outdated：请登记“提升或新建科研、实训平台100个以上”的完成值") })
        #expect(!late.contains { $0.contains("ruian-skilled") })
        // What a study suggests is nobody's duty.
        #expect(!late.contains { $0.contains("ningbo") || $0.contains("retention") })
        let early = try Self.told(registers, today: "2025-12-31")
        #expect(!early.contains { $0.contains("high-skilled") || $0.contains("platforms") })
    }

    @Test(arguments: [
        ("2026-01-01", nil), ("2026-01-20", "publication due：请按期更新“核心产品清单”，发布后登记发布日期。"),
        ("2026-02-11", "publication outdated：请更新“核心产品清单”：上次发布的已过更新期限，发布后登记发布日期。"),
    ])
    func `a list is called to mind before its day and told after it`(today: String, text: String?) throws {
        var registers = Registers()
        registers.filings = [
            Filing(
                consortium: "C006", kind: "核心产品清单", period: nil, title: "", sentOn: CalendarDate("2025-02-10"),
                receivedOn: try #require(CalendarDate("2025-02-10")),
                source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1))
        ]
        let told = try Self.told(registers, today: today).filter { $0.hasPrefix("publication") }
        #expect(told == (text.map { [$0] } ?? []))
    }
}
