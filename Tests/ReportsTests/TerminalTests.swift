import Assessment
import Standards
import TestSupport
import Testing

@testable import Reports

@Suite struct TerminalTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("产教联合体", 10), ("16.3 经费", 9), ("（试行）", 8), ("“四个合作”", 10), ("e\u{301}", 1),
        ("─", 1), ("😀", 2), ("ｱ", 1), ("한글", 4), ("𠀀", 2), ("\u{200b}", 0),
    ])
    func `a text takes the columns that a terminal gives it`(text: String, width: Int) {
        #expect(text.columnWidth == width)
    }

    @Test func `columns align whatever the script`() throws {
        var table = TerminalTable(columns: [.init("编号"), .init("名称", widest: 10), .init("率", alignment: .right)])
        table.append(["C1", "abc", "9.5%"])
        table.append(["C0002", "示例市智能制造联合体", "100.0%"])
        table.append(["C3"])
        #expect(
            table.rendered() == """
                编号   名称           率
                ─────  ─────────  ──────
                C1     abc          9.5%
                C0002  示例市智…  100.0%
                C3

                """)
    }

    @Test func `a table as wide as the terminal, its widest columns giving way`() {
        var table = TerminalTable(columns: [.init("编号"), .init("名称"), .init("率", alignment: .right)])
        table.append(["C0002", "示例市智能制造产教联合体", "100.0%"])
        let widths = [nil, 80, 40, 30, 20, 5].map { width in
            table.rendered(width: width).split(separator: "\n").map { String($0).columnWidth }.max() ?? 0
        }
        #expect(widths == [39, 39, 39, 30, 23, 23])
        #expect(table.rendered(width: 30).contains("C0002  示例市智能制造…  100.0%"))
    }

    @Test func `a table for a spreadsheet is whole, and holds no formula`() {
        var table = TerminalTable(columns: [.init("名称", widest: 4), .init("说明")])
        table.append(["=cmd|' /C calc'!A0", "一,二"])
        table.append(["-", "他说\"好\"\n第二行"])
        table.append(["@SUM(1)"])
        #expect(
            table.csv == "\u{feff}名称,说明\r\n'=cmd|' /C calc'!A0,\"一,二\"\r\n-,\"他说\"\"好\"\" 第二行\"\r\n'@SUM(1),\r\n")
    }

    @Test func `what people typed cannot steer the terminal`() {
        var table = TerminalTable(columns: [.init("名称")])
        table.append([.init("\u{1b}[2J红\u{9b}31m\n第二行\u{202e}", style: .red)])
        let lines = table.rendered().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[2] == "\u{fffd}[2J红\u{fffd}31m 第二行\u{fffd}")
        #expect(lines.count == 4)
    }

    @Test func `colours come only when asked for`() throws {
        let table = VerdictTableText(edition: Sample.edition, regions: Sample.regions)
        let plain = table.rendered(Sample.summaries)
        try expectGolden(plain, "verdicts.txt")
        #expect(!plain.contains("\u{1b}"))
        let coloured = table.rendered(Sample.summaries, colour: true)
        #expect(coloured.contains("\u{1b}[1;31m建议取消资格\u{1b}[0m"))
        #expect(coloured.replacing(#/\u{1b}\[[0-9;]*m/#, with: "") == plain)
    }

    @Test func `the gravest come first`() {
        let order = Sample.summaries.sorted(by: AssessmentSummary.isGraver).map(\.consortium.id)
        #expect(order == ["C001", "C003", "C006", "C002", "C010", "C004", "C005"])
    }

    @Test func `what people typed cannot steer the table of verdicts`() {
        let summary = AssessmentSummary(Sample.hostileAssessment, edition: Sample.edition)
        let text = VerdictTableText(edition: Sample.edition, regions: Sample.regions).rendered([summary])
        #expect(!text.unicodeScalars.contains { "\u{1b}\u{202e}\u{0}".unicodeScalars.contains($0) })
    }

    @Test func `an explanation is a tree with its sources`() throws {
        let text = ExplanationText.rendered(Sample.explanation)
        try expectGolden(text, "explanation.txt")
        let coloured = ExplanationText.rendered(Sample.explanation, colour: true)
        #expect(coloured.replacing(#/\u{1b}\[[0-9;]*m/#, with: "") == text)
    }

    @Test(
        arguments: [
            (0.905, "90.5%"), (1, "100.0%"), (0.9999, "99.9%"), (0, "0.0%"), (.nan, "—"), (0.0004, "0.0%"),
        ] as [(Double, String)])
    func `a share never reads as whole before it is`(share: Double, expected: String) {
        #expect(Figures.percent(share) == expected)
    }

    @Test(
        arguments: [
            (12.5, "12.5"), (0, "0"), (-0.04321, "−0.0432"), (20_731.391, "20731"), (1234.5, "1235"), (3, "3"),
            (0.00001, "0"), (-9.9996, "−10"), (.nan, "—"),
        ] as [(Double, String)])
    func `slopes show about four digits`(value: Double, expected: String) {
        #expect(Figures.compact(value) == expected)
    }

    @Test func `changes carry their sign`() {
        #expect(Figures.change(0.25) == "+25.0%")
        #expect(Figures.change(-0.1) == "−10.0%")
        #expect(Figures.change(0) == "0.0%")
        #expect(Figures.change(0.0001) == "0.0%")
        #expect(Figures.change(.nan) == "—")
    }
}
