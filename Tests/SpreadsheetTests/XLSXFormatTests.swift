@testable import Spreadsheet
import Testing

/// Numbers as their formats show them: units, scales, signs, places, and what is not shown at all.
struct XLSXFormatTests {
    /// The cell as `type text`, and what is stored where it is shown otherwise.
    private static func shown(_ stored: String, _ code: String, type: String = "n") throws -> String {
        let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="\(escaped)"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
            """
        let builder = PackageBuilder.workbook(
            rows: "<row><c s=\"1\" t=\"\(type)\"><v>\(stored)</v></c></row>", styles: styles)
        var text = ""
        try Workbook(builder.bytes).sheets[0].forEachRow { row in
            let cell = row.cell(at: 0)
            text = "\(cell.type) \(cell.text)"
            guard let value = cell.formatted else { return }
            text += " | \(value.stored) \(value.number ?? "-") \(value.unit.isEmpty ? "-" : value.unit) \(value.scale)"
        }
        return text
    }

    private static let units: [(String, String, String)] = [
        ("1200000", #"0"."0,"万元""#, "formatted 120万元 | 1200000 120 万元 -4"),
        ("1234567", #"0"."0,"万元""#, "formatted 123.4567万元 | 1234567 123.4567 万元 -4"),
        ("1200000", #"0!.0,"万""#, "formatted 120万 | 1200000 120 万 -4"),
        ("1200000", #"0\.0,万元"#, "formatted 120万元 | 1200000 120 万元 -4"),
        ("120000000", #"0!.00,,"亿""#, "formatted 1.2亿 | 120000000 1.2 亿 -8"),
        ("1200000", #"#!.0000"万元""#, "formatted 120万元 | 1200000 120 万元 -4"),
        ("1200000", ##"#,##0"元""##, "formatted 1200000元 | 1200000 1200000 元 0"),
        ("1200000", ##"#,##0.00元"##, "formatted 1200000元 | 1200000 1200000 元 0"),
        ("1", #"0.00"亿元""#, "formatted 1亿元 | 1 1 亿元 0"),
        ("120000000", ##"#,##0.0,,"百万""##, "formatted 120百万 | 120000000 120 百万 -6"),
        ("120000", ##"#,##0,"千元";[Red]-#,##0,"千元""##, "formatted 120千元 | 120000 120 千元 -3"),
        ("-120000", ##"#,##0,"千元";[Red]-#,##0,"千元""##, "formatted -120千元 | -120000 -120 千元 -3"),
        ("350", #"0.0"‰""#, "formatted 350‰ | 350 350 ‰ 0"),
        ("350", "0.0‰", "formatted 350‰ | 350 350 ‰ 0"),
        ("120", ##"#,##0.00"万元""##, "formatted 120万元 | 120 120 万元 0"),
        ("120", #"G/通用格式"人次""#, "formatted 120人次 | 120 120 人次 0"),
        ("120", #"0_ "人""#, "formatted 120人 | 120 120 人 0"),
        ("1200000", ##""¥"#,##0.00;"¥"\-#,##0.00"##, "formatted ¥1200000 | 1200000 1200000 ¥ 0"),
        ("-5", ##""¥"#,##0.00;"¥"\-#,##0.00"##, "formatted -¥5 | -5 -5 ¥ 0"),
        ("0", ##"_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ "##, "formatted ¥0 | 0 0 ¥ 0"),
        ("1200000", ##"[$￥-804]#,##0.00"##, "formatted ￥1200000 | 1200000 1200000 ￥ 0"),
        ("1200000", ##"#,##0.00\ [$万元-804]"##, "formatted 1200000万元 | 1200000 1200000 万元 0"),
        ("1200000", ##"#,##0,"##, "formatted 1200 | 1200000 1200 - -3"),
        ("1200000", "0!.0,", "formatted 120 | 1200000 120 - -4"),
        ("1200000", "0,.00", "formatted 1200 | 1200000 1200 - -3"),
        ("1200000", #"[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0"#, "formatted 120万 | 1200000 120 万 -4"),
        ("120", #"[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0"#, "number 120"),
        ("120000000", #"[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0"#, "formatted 1.2亿 | 120000000 1.2 亿 -8"),
        ("35", #"0.0"%""#, "percent 35"), ("0.35", #"0.0%"#, "percent 35"), ("35", #"0.0\ \%"#, "percent 35"),
        ("0.35", #"0%"以上""#, "formatted 35%以上 | 0.35 35 %以上 2"),
        ("12", #""约"0"#, "formatted 约12 | 12 12 约 0"), ("3", #""第"0"名""#, "formatted 第3名 | 3 3 第名 0"),
    ]

    @Test(arguments: units)
    func `a unit outside the digits is seen`(stored: String, code: String, expected: String) throws {
        #expect(try Self.shown(stored, code) == expected)
    }

    private static let plain = [
        "General", "0", "0.00", "#,##0.00;[Red]-#,##0.00", "0_ ", "0.00_);[Red](0.00)", #"0.00_);[Red]\(0.00\)"#,
        "0.00E+00", "# ?/?", "# ??/16", "@", "", "[Red]0", "[DBNum1]General", "[>100][Red]0;0", "+0;-0", "??0.0", "0;@",
        "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
    ]

    @Test(arguments: plain)
    func `a format of nothing but digits changes nothing`(code: String) throws {
        for stored in ["7", "-7", "0", "1234.5"] { #expect(try Self.shown(stored, code) == "number \(stored)") }
    }

    private static let set: [(String, String, String)] = [
        ("7", "000", "formatted 007 | 7 7 - 0"), ("1234", "000", "number 1234"),
        ("1", #""C"000"#, "formatted C001 | 1 1 C 0"), ("1", #""C-"000"#, "formatted C-001 | 1 1 C- 0"),
        ("430102", #"00"-"00"-"00"#, "formatted 43-01-02 | 430102 - - 0"),
        ("20250301", "0000-00-00", "formatted 2025-03-01 | 20250301 - - 0"),
        ("20250301", #"0000"年"00"月"00"日""#, "formatted 2025年03月01日 | 20250301 - 日 0"),
        ("2025", #"0"年""#, "formatted 2025年 | 2025 2025 年 0"),
        ("1", #""是";;"否""#, "formatted 是 | 1 - 是 0"), ("0", #""是";;"否""#, "formatted 否 | 0 - 否 0"),
        ("0", #"0;-0;"-""#, "number 0"), ("0", #"0;-0;"无""#, "formatted 无 | 0 - 无 0"),
        ("1.2", #"0.0E+00"元""#, "formatted 1.2元 | 1.2 1.2 元 0"), ("0.5", #"# ?/?"元""#, "formatted 0.5元 | 0.5 0.5 元 0"),
    ]

    @Test(arguments: set)
    func `digits stand where the format sets them`(stored: String, code: String, expected: String) throws {
        #expect(try Self.shown(stored, code) == expected)
    }

    @Test(arguments: [
        ("999", ";;;", "n"), ("0", "0;-0;;@", "n"), ("0", "0;-0;", "n"), ("-5", "0;", "n"), ("甲", ";;;", "str"),
        ("甲", "0;0;0;", "str"),
    ])
    func `what a format hides is not shown`(stored: String, code: String, type: String) throws {
        #expect(try Self.shown(stored, code, type: type) == "formatted  | \(stored) - - 0")
    }

    @Test(arguments: [
        ("120", #"@"万元""#, "str", "formatted 120万元 | 120 - 万元 0"),
        ("120", #"@"万元""#, "n", "formatted 120万元 | 120 120 万元 0"),
        ("120", #"0"万元""#, "str", "text 120"), ("120", "@", "str", "text 120"),
    ])
    func `a text is shown as its section has it`(
        stored: String, code: String, type: String, expected: String
    ) throws {
        #expect(try Self.shown(stored, code, type: type) == expected)
    }

    @Test func `a code that no program could have made is cut short`() throws {
        let text = try Self.shown("7", String(repeating: "0", count: 100_000))
        #expect(text.hasPrefix("formatted 000") && text.utf8.count < 300)
    }

    @Test func `zeros that a sheet hides are not shown`() throws {
        let rows = #"<row><c r="A1"><v>0</v></c><c r="B1"><v>0.00</v></c><c r="C1"><v>5</v></c></row>"#
        let sheet = """
            <worksheet xmlns="\(PackageBuilder.spreadsheetNamespace)"><sheetViews><sheetView showZeros="0"/></sheetViews>\
            <sheetData>\(rows)</sheetData></worksheet>
            """
        let workbook = try Workbook(PackageBuilder.workbook(sheet: sheet).bytes)
        #expect(try workbook.listing() == ["C1 number 5"])
        try workbook.sheets[0].forEachRow { #expect($0.formatted(at: 1)?.stored == "0") }
    }

    @Test func `formats known by their number alone are those of money too`() throws {
        let styles = #"<cellXfs><xf numFmtId="7"/><xf numFmtId="44"/><xf numFmtId="37"/></cellXfs>"#
        let rows = #"<row><c s="0"><v>5</v></c><c s="1"><v>5</v></c><c s="2"><v>5</v></c></row>"#
        let builder = PackageBuilder.workbook(rows: rows, styles: styles)
        #expect(try Workbook(builder.bytes).listing() == ["A1 formatted ¥5", "B1 formatted ¥5", "C1 number 5"])
    }
}
