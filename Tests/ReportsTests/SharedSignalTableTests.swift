import Standards
import Testing

@testable import Assessment
@testable import Reports

/// `signals.csv`: who belongs to a group of which a page names the first few.
@Suite struct SharedSignalTableTests {
    private static let parties = ["C010", "C020", "C030", "C040", "C050"]

    private static func signal(of id: String, kind: CredibilitySignal.Kind = .copiedFigures) -> CredibilitySignal {
        CredibilitySignal(
            id: "59d0f2a1c3b4e6f8", kind: kind, grade: .strong, consortium: id, parties: parties, year: Sample.year,
            text: "2025年有12个观测点的数与 C010、C020、C030 完全相同，同组共5家", because: [], affects: ["16.2", "16.5"])
    }

    private static func summary(
        _ id: String, _ name: String, _ signals: [CredibilitySignal]
    ) -> AssessmentSummary {
        let usual = Sample.assessment(id, name, verdict: "hold")
        return AssessmentSummary(
            ConsortiumAssessment(
                edition: usual.edition, consortium: usual.consortium, year: usual.year, panel: usual.panel,
                clauses: usual.clauses, acceptance: [], trends: [], signals: signals, verdict: usual.verdict),
            edition: Sample.edition)
    }

    private func table(_ summaries: [AssessmentSummary]) throws -> String {
        try #require(HTMLReport(Sample.model()).tables(of: summaries).first { $0.path == "signals.csv" }).html
    }

    @Test func `a line a party, by signal and consortium`() throws {
        let summaries = Self.parties.reversed().map { Self.summary($0, "示例\($0)", [Self.signal(of: $0)]) }
        let expected =
            "\u{feff}疑点编号,疑点,程度,年度,家数,联合体编号,名称,涉及条款,内容\r\n"
            + Self.parties.map {
                "59d0f2a1c3b4e6f8,数据雷同,重大,2025,5,\($0),示例\($0),16.2、16.5,"
                    + "2025年有12个观测点的数与 C010、C020、C030 完全相同，同组共5家\r\n"
            }.joined()
        #expect(try table(summaries) == expected)
    }

    @Test func `what is of one alone is not in it`() throws {
        #expect(try table([Self.summary("C001", "示例", Sample.worst.signals)]).split(separator: "\r\n").count == 1)
    }

    @Test(arguments: ["=HYPERLINK(\"http://a\")", "+1", "@SUM(A1)", "-2+3"])
    func `a name that a spreadsheet would take for a formula is text`(name: String) throws {
        let lines = try table([Self.summary("C010", name, [Self.signal(of: "C010")])]).split(separator: "\r\n")
        #expect(lines[1].contains(",'\(name)") || lines[1].contains(",\"'=HYPERLINK(\"\"http://a\"\")\""))
    }
}
