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
        pages = [report.overview(of: Sample.summaries)] + Sample.all.map(report.dossier)
    }

    @Test func `the overview reads as recorded`() throws {
        try expectGolden(pages[0].html.body, "overview.html")
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
            "建议取消资格", "判定表第1行", "填报表-2025.xlsx › 观测点!F30", "2025年度缺口80万元",
            "事件登记：主管部门尚未报送覆盖该年度的登记表", "评审组，2026年3月1日", "《关于开展示例工作的通知》（示教函〔2023〕0号，2023年4月18日）",
            "不会小于0.083", "要求高于30%，填报34.2%，达标", "往年数据无理由更改", "计划调低", "已豁免", "2024年未填报",
        ] {
            #expect(html.contains(HTML.escaped(expected)), "\(expected)")
        }
    }

    @Test func `the dossier shows what is pending, open, protected and contradictory`() {
        let html = report.dossier(Sample.worst).html
        for expected in [
            "是否已触发待补数", "尚缺下列数据，补齐后结果可能改变", "往年已触发、尚未结案", "sample-standard/C001/16.4/2024", "2026年度的触发风险",
            "2026年度如仍未按计划足额到位，将触发 16.3；最迟应于2026年12月31日前完成整改", "同日的认定相互矛盾，均不采用",
            "成立。评审一组，2026年3月1日。理由：原始凭证不符", "不成立。评审二组，2026年3月1日。理由：系统计口径调整", "C003 9.1.5", "16.2、16.5",
            "该联合体年末状态为“培育”，适用下表",
        ] {
            #expect(html.contains(HTML.escaped(expected)), "\(expected)")
        }
    }

    @Test func `a limit that is over is told by the sentence alone`() {
        let check = Sample.check(
            "16.3", .warning, "2025年没有按计划足额到位",
            protection: .init(
                year: ReportingYear(2026), by: Sample.day("2026-04-29"), text: "2026年4月29日的整改期限已过"))
        let html = ClauseArticle(check: check, document: nil, model: Sample.model()).html.source
        #expect(html.contains("<p>2026年4月29日的整改期限已过</p>"))
    }

    @Test func `a clause that is clear may still warn, and one may not apply`() {
        let html = report.dossier(Sample.kept).html
        for expected in [
            #"<span class="chip clear">未触发</span><span class="waived">是否预警待补数</span>"#,
            #"<article class="clause notApplicable""#, "“约200”无法识别", #"<section class="conclusion keep""#, "保持资格",
        ] {
            #expect(html.contains(expected), "\(expected)")
        }
        #expect(pages[0].html.contains("须补齐：6.1.2（2025年）、6.1.4（2025年）"))
    }

    @Test func `a consortium that is listed and not judged has no row of a table`() {
        let html = report.dossier(Sample.all[6]).html
        #expect(html.contains("已取消资格，只列入名单，不作年度结论"))
        #expect(!html.contains("判定表第"))
        #expect(!html.contains("aria-current"))
    }

    @Test func `the verdicts of the overview add up, those without one included`() {
        let counts = pages[0].html.matches(of: #/(?s)<rect class="(\w+)".*?<title>.*?(\d+)家</#)
        #expect(counts.map { String($0.1) } == ["disqualify", "hold", "incomplete", "pass", "keep", "other"])
        #expect(counts.reduce(0) { $0 + (Int($1.2) ?? 0) } == Sample.all.count)
    }

    @Test func `who is of a kind without an edition is listed, not judged`() {
        #expect(pages[0].html.contains("示例行业产教融合共同体"))
        #expect(pages[0].html.contains("尚无适用标准，未作评定"))
        let html = HTMLReport(Sample.model(unjudged: [])).overview(of: Sample.summaries).html
        #expect(!html.contains("尚无适用标准"))
    }

    @Test func `a partial report says how many of how many`() {
        let record = ReportRecord(
            consortium: Sample.worst.consortium, state: .partial, receivedOn: Sample.day("2026-03-28"),
            reportedPoints: 97, applicablePoints: 116, dueOn: Sample.day("2026-03-31"))
        #expect(record.title == "部分报送（97/116）")
        #expect(record.daysLate == nil)
        let report = HTMLReport(Sample.model(submissions: [record]))
        #expect(report.dossier(Sample.worst).html.contains("部分报送（97/116），2026年3月28日起收到"))
        let overview = report.overview(of: Sample.summaries).html
        #expect(overview.contains(#"<span class="chip partial">部分报送（97/116）</span>"#))
        #expect(overview.contains("已报97个观测点，应报116个，2026年3月28日起收到"))
    }

    @Test func `every class of a label is known to the style sheet`() {
        for page in pages {
            for value in Markup(page.html).values(of: "class") {
                let classes = value.split(separator: " ")
                guard let base = classes.first, ["chip", "key", "basis"].contains(base) else { continue }
                for name in classes.dropFirst() where !["verdict", "clause"].contains(name) {
                    #expect(Stylesheet.text.contains(".\(base).\(name)"), ".\(base).\(name)")
                }
            }
        }
        for tone in VerdictTone.allCases {
            #expect(Stylesheet.text.contains(".key.\(tone.rawValue)"))
            #expect(Stylesheet.text.contains(".chip.\(tone.rawValue)"))
        }
    }

    @Test func `what people typed stays text`() throws {
        let name = #"<script>alert("1")</script>'&amp;"# + "\u{202e}\u{0}" + String(repeating: "超长名称", count: 200)
        let id = "../../<b>etc/passwd"
        let assessment = Sample.assessment(id, name, verdict: "pass", title: "<i>通过</i>")
        let summary = AssessmentSummary(assessment, edition: Sample.edition)
        let pages = [report.overview(of: [summary]), report.dossier(assessment)]
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

    @Test func `whatever a person writes, and wherever, stays text`() {
        let report = HTMLReport(Sample.hostileModel)
        let summary = AssessmentSummary(Sample.hostileAssessment, edition: Sample.edition)
        let overview = report.overview(of: [summary]).html
        let dossier = report.dossier(Sample.hostileAssessment, findings: Sample.hostileFindings).html
        let fields = Sample.hostileFields
        for (page, names) in [
            (overview, fields.both + fields.overview), (dossier, fields.both + fields.dossier),
        ] {
            for name in names {
                #expect(page.contains("&lt;script&gt;\(name)&lt;/script&gt;&quot;&#39;&amp;amp;"), "\(name)")
            }
            #expect(!page.contains("<script"))
            #expect(!page.unicodeScalars.contains { "\u{1b}\u{202e}\u{0}".unicodeScalars.contains($0) })
            #expect(Markup(page).firstMistake == nil)
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
        let model = Sample.model(submissions: [], unjudged: [], findings: [], dataState: .provisional)
        let html = HTMLReport(model).overview(of: []).html
        for sentence in ["没有报送记录。", "没有数据提示。", "数据为暂定"] { #expect(html.contains(sentence)) }
        #expect(!html.contains("nan"))
        #expect(Markup(html).firstMistake == nil)
    }

    @Test func `pages have the addresses that a folder is made of`() {
        #expect(
            pages.map(\.path) == ["index.html"]
                + ["C010", "C003", "C001", "C002", "C004", "C006", "C005"].map { "consortium/\($0).html" })
        #expect(HTMLReport.dossierPath(of: "C001") == "consortium/C001.html")
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
