import Assessment
import FEEL
import Review
import Standards
import Testing

@testable import Reports

/// The list of open cases, and the document of each.
@Suite("Pages of cases")
struct CasePageTests {
    /// Past the days by which the cases of 2025 are to be looked into, and before those by which they are to be decided.
    private static let day = Sample.day("2026-07-15")
    private let report = HTMLReport(Sample.model(calendar: .usual, asOf: day))

    /// Two consortia whose case rests on one signal between them, in two provinces.
    private static func sharing(_ id: String, province: String) -> ConsortiumAssessment {
        let signal = CredibilitySignal(
            id: "dc13521671b7f5c9", kind: .copiedFigures, grade: .strong, consortium: id, parties: ["C008", "C009"],
            year: Sample.year, text: "与另一家的12个数相同", because: [], affects: ["16.2"])
        let check = Sample.check("16.2", .suspected, "有重大数据疑点，待认定")
        return ConsortiumAssessment(
            edition: Sample.edition.id, consortium: Sample.consortium(id, "示例\(id)", province: province),
            year: Sample.year, panel: Sample.panel([:]), clauses: [check], acceptance: [], trends: [],
            signals: [signal], verdict: Sample.verdict("hold"))
    }

    private func pages(
        _ assessment: ConsortiumAssessment, said: [Determination]? = []
    ) -> [String: String] {
        let made = report.cases(of: assessment) { _ in
            guard let said else { throw Unreadable() }
            return said
        }
        return Dictionary(uniqueKeysWithValues: made.pages.map { ($0.path, $0.html) })
    }

    private struct Unreadable: Error {}

    private func summaries(_ assessments: [ConsortiumAssessment]) -> [AssessmentSummary] {
        assessments.map { report.summary(of: $0, cases: report.cases(of: $0) { _ in [] }.lines) }
    }

    private func pending(_ summaries: [AssessmentSummary]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: report.pending(of: summaries).map { ($0.path, $0.html) })
    }

    @Test func `a case has a document with its clause, facts, procedure and places to sign`() throws {
        let html = try #require(pages(Sample.worst)["case/C001-16.3-2025.html"])
        for expected in [
            "案件认定书", "sample-standard/C001/16.3/2025", "示例市智能制造产教联合体", "连续两年没有按计划落实",
            "填报表-2025.xlsx › 观测点!F30", "2025年度缺口80万元", "还没有人作过认定", "没有申诉和执行的记录", "□ 豁免　　□ 取消资格",
            "认定人（一）", "认定人（二）", "豁免、取消资格须两人共同作出", "（签字）", "（公章）", "../pending.html",
        ] {
            #expect(html.contains(HTML.escaped(expected)), "\(expected)")
        }
        #expect(Markup(html).firstMistake == nil)
        #expect(!html.contains("<script") && !html.contains("http:") && !html.contains("https:"))
    }

    @Test func `what a person decided is shown as made, unsigned where nobody signed`() throws {
        let said = [
            Sample.decision("16.6", .confirm), Sample.decision("16.6", .waive, by: "张三、李四", ground: "牵头企业重组期间"),
            // Another clause's, and the same register once more.
            Sample.decision("16.5", .dismiss, ground: "另一条款"), Sample.decision("16.6", .confirm, row: 9),
        ]
        let html = try #require(pages(Sample.worst, said: said)["case/C001-16.6-2025.html"])
        #expect(html.contains("认定人（一）：张三") && html.contains("认定人（二）：李四") && html.contains("牵头企业重组期间"))
        #expect(!html.contains("另一条款"))
        #expect(html.ranges(of: "<td>2026年3月1日</td>").count == 2)
        #expect(html.ranges(of: "<span class=\"unsigned\">未签名</span>").count == 4)
        // It is closed: nothing is to be filled in.
        #expect(!html.contains("□"))
    }

    @Test func `a case whose register cannot be read has its document all the same`() throws {
        let html = try #require(pages(Sample.worst, said: nil)["case/C001-16.6-2025.html"])
        #expect(html.contains("认定登记读取失败") && html.contains("牵头企业重组期间"))
    }

    @Test func `one of an earlier year says where its facts are`() throws {
        let html = try #require(pages(Sample.worst)["case/C001-16.4-2024.html"])
        #expect(html.contains("2024年度已触发，本年度尚未处理") && html.contains("已逾期"))
    }

    @Test func `open cases are listed by region with their days, those that are late marked`() throws {
        let made = pending(summaries([Sample.worst, Sample.kept]))
        let html = try #require(made["pending.html"])
        #expect(html.contains("<a href=\"case/C001-16.3-2025.html\">C001/16.3/2025</a>"))
        #expect(html.contains("逾期") && html.contains("湖南省") && html.contains("href=\"pending-430000.html\""))
        #expect(!html.contains("C001/16.6/2025"))
        #expect(Markup(html).firstMistake == nil)
        #expect(try #require(made["pending-330000.html"]).contains("没有未结案件"))
        let lines = try #require(made["pending.csv"]).split(separator: "\r\n")
        #expect(lines.count == 4 && lines[1].hasPrefix("C001/16.4/2024"), "\(lines)")
        let overview = report.overview(of: summaries([Sample.worst])).html
        #expect(overview.contains("<a href=\"pending.html\">待认定清单</a>：未结案件3件，其中逾期"))
    }

    @Test func `a signal between two is one case, on the page of each and in both provinces`() throws {
        let both = [Self.sharing("C008", province: "330000"), Self.sharing("C009", province: "430000")]
        let made = pending(summaries(both))
        for path in ["pending.html", "pending-330000.html", "pending-430000.html"] {
            let html = try #require(made[path])
            #expect(html.contains("未结案件1件") && html.contains("按同一案件计"), "\(path)")
            #expect(html.contains("C008/16.2/2025</a><br><a href=\"case/C009-16.2-2025.html\">"), "\(path)")
        }
        let page = try #require(pages(both[0])["case/C008-16.2-2025.html"])
        #expect(page.contains("<a href=\"../case/C009-16.2-2025.html\">C009/16.2/2025</a>"))
        #expect(page.contains("同一案件") && page.contains("dc13521671b7f5c9"))
        // What was said of it beside the other is said of both.
        let said = Determination(
            consortium: "C009", clause: "16.2", year: Sample.year, decision: .dismiss, by: "评审组",
            on: Sample.day("2026-05-02"), ground: "同一口径统计", evidence: nil, subject: "dc13521671b7f5c9",
            source: Sample.source(4))
        let told = report.cases(of: both[0]) { $0 == "C009" ? [said, Sample.decision("16.2", .dismiss)] : [] }.pages
        #expect(told.first?.html.contains("同一口径统计") == true && told.first?.html.contains("现场核查") == false)
    }

    @Test func `a list of thousands ends, and names the table of all`() throws {
        let many = (0..<1100).map { number in
            Sample.assessment(
                "C\(10_000 + number)", "示例\(number)", verdict: "hold", outcomes: [.suspected, .suspected])
        }
        let made = pending(summaries(many))
        let html = try #require(made["pending.html"])
        #expect(html.contains("共2200件，此处列出1000件，全部见同一目录的 pending.csv。"))
        #expect(html.ranges(of: "<a href=\"case/").count == ListCap.rows)
        #expect(try #require(made["pending.csv"]).split(separator: "\r\n").count == 2201)
    }

    @Test func `whatever people sent stays text, and a dossier leads to its documents`() throws {
        for (path, html) in pages(Sample.hostileAssessment) {
            #expect(Markup(html).firstMistake == nil && !html.contains("<script"), "\(path)")
        }
        let dossier = report.dossier(Sample.worst, findings: []).html
        #expect(dossier.contains("href=\"../case/C001-16.3-2025.html\"") && dossier.contains("未签名"))
        // Without days there are no cases, and nothing leads to them.
        let plain = HTMLReport(Sample.model())
        #expect(plain.pending(of: Sample.summaries).isEmpty && plain.cases(of: Sample.worst) { _ in [] }.pages.isEmpty)
        #expect(!plain.dossier(Sample.worst, findings: []).html.contains("../case/"))
    }
}
