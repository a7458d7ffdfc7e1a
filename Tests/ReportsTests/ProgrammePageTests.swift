import FEEL
import Foundation
import TestSupport
import Testing

@testable import Assessment
@testable import Reports
@testable import Standards

/// What pages tell of a programme, of a province, of what ends with a title, and of the standard that was applied.
@Suite("Pages of a programme")
struct ProgrammePageTests {
    private static let reference = Duty.Reference(document: "sample-notice", place: "第一条")

    private static func check(
        _ id: String, _ scope: ProgrammeCheck.Scope, exit: Bool = false
    ) -> ProgrammeCheck {
        let formula = Formula(text: "1", file: "", line: 1, column: 1)
        return ProgrammeCheck(
            id: id, title: "要求\(id)", scope: scope, demand: .number(formula, .atMost(3), unit: "家"),
            isGroundOfExit: exit, basis: .clause, reference: reference, quote: "不超过3家", rationale: "")
    }

    private static func result(
        _ check: ProgrammeCheck, _ subject: String, _ outcome: ProgrammeOutcome, text: String, province: String = ""
    ) -> ProgrammeResult {
        ProgrammeResult(
            asked: Shared(check), province: province, subject: subject, title: "<\(subject)>", consortia: [subject],
            outcome: outcome, number: 4, shown: "", text: text)
    }

    private static func policy(_ id: String, region: String, until: String? = nil, repealed: String? = nil) -> Policy {
        Policy(
            id: id, level: .province, region: region, title: "示例政策\(id)", number: "", issuer: "",
            issuedOn: CalendarDate("2024-01-01"), isEffective: true, evidence: nil,
            validUntil: until.flatMap { CalendarDate($0) }, repealedOn: repealed.flatMap { CalendarDate($0) },
            source: CellSource(file: "政策.csv", sha256: "", sheet: nil, row: 2, column: 1))
    }

    private static var programme: ProgrammeReport {
        let consortium = Sample.worst.consortium
        let province = consortium.province
        let uses = [ResultUse(id: "use", title: "示例项目", basis: .clause, reference: reference)]
        let supports = [
            PolicySupport(
                id: "policies", title: "示例政策支持", listing: .policies, points: [], basis: .convention, rationale: "",
                reference: reference)
        ]
        let exit = check("退出", .consortium, exit: true)
        let overlay = Overlay(
            province: province, edition: Sample.edition.id, title: "示例省的要求",
            document: SourceDocument(
                id: "sample-notice", title: "示例通知", number: "示例〔2024〕1号", issuer: nil, date: nil),
            settings: [:], programme: Programme(checks: [exit]), validFrom: CalendarDate("2024-01-25"))
        return ProgrammeReport(
            programme: Programme(checks: [check("名额", .batch)], uses: uses, supports: supports),
            national: [
                result(check("名额", .batch), "甲", .notMet, text: "请核减1家。"),
                result(check("名额", .batch), "乙", .met, text: "符合。"),
            ],
            provinces: [
                ProgrammeReport.Province(
                    overlay: overlay,
                    results: [result(exit, consortium.id, .notMet, text: "请启动退出认定。", province: province)],
                    consortia: [consortium])
            ],
            policies: [
                policy("P1", region: province), policy("P2", region: province, until: "2026-04-29"),
                policy("P3", region: province, until: "2026-04-30"), policy("P4", region: "110000"),
                policy("P5", region: province, repealed: "2026-04-30"),
            ])
    }

    private static let model = ReportModel(
        year: Sample.year, asOf: Sample.asOf, dataState: .final, edition: Sample.edition,
        submissions: Sample.submissions, findings: FindingDigest(Sample.findings), regions: Sample.regions,
        programme: programme, generatedAt: "2026-05-01 06:00")

    private static let report = HTMLReport(model)

    @Test func `the overview tells quotas, and leads to provinces and results`() {
        let html = Self.report.overview(of: Sample.summaries).html
        #expect(html.contains("六、建设进度和名额"))
        #expect(html.contains("七、说明"))
        #expect(html.contains("请核减1家。"))
        #expect(html.contains("&lt;甲&gt;"))
        #expect(!html.contains("&lt;乙&gt;"))
        let province = Sample.worst.consortium.province
        let pages = Self.report.provinces(of: Sample.summaries) + Self.report.tables(of: Sample.summaries)
        let files = Set(pages.map(\.path))
        #expect(files.contains("province-\(province).html"))
        #expect(files.contains("results-\(province).csv"))
        for file in files where file.hasPrefix("province") || file.hasPrefix("results") {
            #expect(html.contains("href=\"\(file)\""), "\(file)")
        }
    }

    @Test func `results of a province are of its consortia and say what they serve`() throws {
        let province = Sample.worst.consortium.province
        let table = try #require(
            Self.report.tables(of: Sample.summaries).first { $0.path == "results-\(province).csv" })
        let rows = table.html.split(whereSeparator: \.isNewline).dropFirst()
        #expect(rows.count == Sample.summaries.count { $0.consortium.province == province })
        #expect(rows.contains { $0.contains("示例项目") })
    }

    @Test func `the page of a province is whole`() throws {
        let page = try #require(Self.report.provinces(of: Sample.summaries).first)
        #expect(Markup(page.html).firstMistake == nil)
        for told in ["示例省的要求", "示例〔2024〕1号", "2024年1月25日", "请启动退出认定。", "不符合即为退出的理由", "与国家要求对照"] {
            #expect(page.html.contains(told), "\(told)")
        }
    }

    @Test func `who is to lose the title is told what ends with it`() {
        let html = Self.report.dossier(Sample.worst).html
        #expect(html.contains("十一、取消资格后停止的支持"))
        #expect(html.contains("示例政策P1"))
        #expect(html.contains("示例政策P3"))
        for ended in ["示例政策P2", "示例政策P4", "示例政策P5"] { #expect(!html.contains(ended), "\(ended)") }
        #expect(Markup(html).firstMistake == nil)
    }

    @Test func `who keeps the title is not`() throws {
        let safe = try #require(
            Sample.all.first { $0.verdict.tone != .disqualify && $0.verdict.standing != .revoked })
        let html = Self.report.dossier(safe).html
        #expect(!html.contains("取消资格后停止的支持"))
        #expect(html.contains("十一、适用的标准和省级要求"))
    }

    @Test func `a page says under which standard it was made and why`() throws {
        let html = Self.report.dossier(Sample.worst).html
        #expect(html.contains("十二、适用的标准和省级要求"))
        #expect(html.contains("登记的类型为\(Sample.worst.consortium.kind.title)"))
        #expect(html.contains("自2024年1月25日起适用，数据截至2026年4月30日，已在适用期内"))
        #expect(html.contains("属退出认定的情形，是否退出由主管部门决定"))
        let elsewhere = try #require(Sample.all.first { $0.consortium.province != Sample.worst.consortium.province })
        #expect(Self.report.dossier(elsewhere).html.contains("该省没有另定要求，只按国家标准"))
    }
}
