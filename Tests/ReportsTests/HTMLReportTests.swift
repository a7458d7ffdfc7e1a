import Assessment
import Foundation
import Standards
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
    private let report: HTMLReport
    private let pages: [HTMLReport.Page]

    init() throws {
        report = HTMLReport(Sample.model())
        pages = [report.overview] + Sample.all.map(report.dossier)
    }

    @Test func `the overview reads as recorded`() throws {
        try expectGolden(report.overview.html.body, "overview.html")
    }

    @Test func `a dossier reads as recorded`() throws {
        try expectGolden(report.dossier(Sample.worst).html.body, "dossier.html")
    }

    @Test func `every element is closed where it should be`() {
        for page in pages { #expect(Markup(page.html).firstMistake == nil, "\(page.path)") }
    }

    @Test func `identifiers are unique, and links within and between pages lead somewhere`() {
        let files = Set(pages.map(\.path))
        for page in pages {
            let markup = Markup(page.html)
            #expect(Set(markup.values(of: "id")).count == markup.values(of: "id").count)
            for link in markup.values(of: "href") {
                if link.hasPrefix("#") {
                    #expect(markup.values(of: "id").contains(String(link.dropFirst())), "\(page.path): \(link)")
                } else {
                    let target = page.path.hasPrefix("consortium/") ? String(link.dropFirst(3)) : link
                    #expect(files.contains(target), "\(page.path): \(link)")
                }
            }
        }
    }

    @Test func `pages fetch nothing and run nothing`() {
        for page in pages {
            for forbidden in ["<script", "<link", "<img", "<iframe", " src=", "url(", "@import", "http:", "https:"] {
                #expect(!page.html.contains(forbidden), "\(page.path): \(forbidden)")
            }
        }
    }

    @Test func `every header cell says what it heads, and every picture what it shows`() {
        for page in pages {
            let markup = Markup(page.html)
            #expect(
                markup.tags.filter { $0.name == "th" && !$0.isClosing }.allSatisfy { $0.source.contains("scope=\"") })
            #expect(
                markup.tags.filter { $0.name == "svg" && !$0.isClosing }.allSatisfy {
                    $0.source.contains("aria-label=\"")
                })
            #expect(page.html.contains("<html lang=\"zh-CN\">"))
        }
    }

    @Test func `the dossier shows clause, basis, cells, remedy, decisions and power`() {
        let html = report.dossier(Sample.worst).html
        for expected in [
            "建议取消资格", "判定表第1行", "填报表-2025.xlsx › 观测点!F30", "还差 80 万元", "事件登记：从未收集", "评审组，2026年3月1日",
            "《关于开展示例工作的通知》（示教函〔2023〕0号，2023-04-18）", "不会小于0.083", "要求高于30%，填报34.2%，达标", "往年数据无理由更改",
            "计划调低", "已豁免", "2024年未填报",
        ] {
            #expect(html.contains(HTML.escaped(expected)), "\(expected)")
        }
    }

    @Test func `what people typed stays text`() throws {
        let name = #"<script>alert("1")</script>'&amp;"# + "\u{202e}\u{0}" + String(repeating: "超长名称", count: 200)
        let id = "../../<b>etc/passwd"
        let assessment = Sample.assessment(id, name, verdict: ("pass", 4, "<i>通过</i>"))
        let report = HTMLReport(Sample.model([assessment]))
        let pages = [report.overview, report.dossier(assessment)]
        #expect(pages[1].path.range(of: #"^consortium/[^/.]+\.html$"#, options: .regularExpression) != nil)
        for page in pages {
            #expect(!page.html.contains("<script"))
            #expect(!page.html.contains("<i>"))
            #expect(!page.html.contains("<b>etc"))
            #expect(!page.html.contains("\u{202e}") && !page.html.contains("\u{0}"))
            #expect(page.html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;amp;"))
            #expect(Markup(page.html).firstMistake == nil)
        }
    }

    @Test(arguments: ["C001", "联合体一", "a b", "A/B", "..", "x.html", "é", "e\u{301}", "C:1", "%2e"])
    func `a page's name is one safe file name, and its address leads there`(id: String) {
        let page = PageName(consortium: id)
        #expect(!page.file.dropLast(5).contains { "/\\.: %".contains($0) })
        #expect(page.address.removingPercentEncoding == "consortium/" + page.file)
        #expect(page.address.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `different ids have different pages`() {
        let ids = ["a/b", "a_b", "a_2f_b", "a b", "ab", "a.b"]
        #expect(Set(ids.map { PageName(consortium: $0).file }).count == ids.count)
    }

    @Test func `a report of nothing says so`() throws {
        let model = ReportModel(
            year: Sample.year, asOf: Sample.asOf, dataState: .provisional, edition: Sample.edition, assessments: [],
            explanations: [:], submissions: [], findings: [], regions: Sample.regions, generatedAt: "")
        let html = HTMLReport(model).overview.html
        for sentence in ["没有报送记录。", "没有数据提示。", "数据为暂定"] { #expect(html.contains(sentence)) }
        #expect(!html.contains("nan"))
        #expect(Markup(html).firstMistake == nil)
    }

    @Test func `pages are written whole, below the folder`() throws {
        let folder = try TemporaryFolder()
        let index = try report.write(to: folder.url.appending(path: "2025/报告"))
        #expect(try String(contentsOf: index, encoding: .utf8) == report.overview.html)
        let dossiers = try FileManager.default.contentsOfDirectory(
            atPath: index.deletingLastPathComponent().appending(path: "consortium").path)
        #expect(dossiers.sorted() == ["C001.html", "C002.html", "C003.html", "C010.html"])
        try report.write(to: folder.url.appending(path: "2025/报告"))
    }

    @Test func `a series with gaps is drawn with gaps`() {
        let line = Sparkline(values: [1, 2, .nan, 4], description: "例").html.source
        #expect(line.components(separatedBy: "<polyline").count == 2)
        #expect(line.components(separatedBy: "<circle").count == 4)
        #expect(Sparkline(values: [.nan, .nan], description: "").html.isEmpty)
        #expect(Sparkline(values: [5, 5], description: "").html.source.contains("4.0,12.0 80.0,12.0"))
    }
}

extension String {
    /// The page without its style sheet, which has no place in a golden file.
    fileprivate var body: String {
        guard let body = range(of: "<body") else { return self }
        return String(self[body.lowerBound...])
    }
}
