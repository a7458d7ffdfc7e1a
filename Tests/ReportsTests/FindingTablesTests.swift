import Standards
import Testing

@testable import Reports

/// What was answered stands apart from what is open.
@Suite struct FindingTablesTests {
    private static let findings = [
        ReportFinding(
            severity: .warning, title: "较上年剧增", consortium: "C001", text: "相差10倍。已说明：政策变化", place: "甲",
            isAnswered: true),
        ReportFinding(severity: .warning, title: "较上年剧增", consortium: "C001", text: "相差12倍。请核对。", place: "乙"),
        ReportFinding(severity: .info, title: "更正当年数据", consortium: "C001", text: "更正。", place: "丙"),
    ]

    private var tables: FindingTables { FindingTables(model: Sample.model(findings: Self.findings)) }

    @Test func `the answered come last in a dossier, and are not marked as warnings`() throws {
        let html = tables.dossier(Self.findings).source
        let places = html.split(separator: "<td class=\"source\">").dropFirst().compactMap(\.first)
        #expect(places == ["乙", "丙", "甲"])
        #expect(html.components("chip warning") == 1 && html.components(">已说明</span>") == 1)
    }

    @Test func `the overview counts them in a row of their own`() {
        let html = tables.overview(judged: []).source
        #expect(html.components("较上年剧增") == 2 && html.components("<td class=\"number\">2</td>") == 0)
        #expect(html.components(">已说明</span>") == 1)
    }
}

extension String {
    /// How many times `part` is in it.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
