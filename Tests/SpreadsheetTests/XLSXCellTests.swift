@testable import Spreadsheet
import Testing

/// Cells in every form that the format has for them.
struct XLSXCellTests {
    private static let styles = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/>\
        <numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>\
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs>
        """
    private static let strings = """
        <si><t>甲</t></si><si><r><t xml:space="preserve">乙 </t></r><rPh sb="0" eb="1"><t>yi</t></rPh><r><t>丙</t></r></si>\
        <si><t>第一行_x000D_&#10;第二行</t></si><si/>
        """

    @Test(arguments: [
        (#"<c r="A1"><v>120</v></c>"#, "A1 number 120"),
        (#"<c r="A1" t="n"><v> 120 </v></c>"#, "A1 number 120"),
        (#"<c r="A1"><v>abc</v></c>"#, "A1 text abc"),
        (#"<c r="A1"><v>1.5E3</v></c>"#, "A1 number 1500"),
        (#"<c r="A1" s="1"><v>0.29999999999999999</v></c>"#, "A1 percent 30"),
        (#"<c r="A1" s="1"><v>-0.005</v></c>"#, "A1 percent -0.5"),
        (#"<c r="A1" s="1"><v>12</v></c>"#, "A1 percent 1200"),
        (#"<c r="A1" s="2"><v>45717</v></c>"#, "A1 date 2025-03-01"),
        (#"<c r="A1" s="3"><v>45717.99999999</v></c>"#, "A1 date 2025-03-02"),
        (#"<c r="A1" s="4"><v>1.5</v></c>"#, "A1 date 36:00:00"),
        (#"<c r="A1" s="2"><v>-5</v></c>"#, "A1 number -5"),
        (#"<c r="A1" s="99"><v>3</v></c>"#, "A1 number 3"),
        (#"<c r="A1" t="s"><v>0</v></c>"#, "A1 text 甲"),
        (#"<c r="A1" t="s"><v>1</v></c>"#, "A1 text 乙 丙"),
        (#"<c r="A1" t="s"><v>2</v></c>"#, "A1 text 第一行\r\n第二行"),
        (#"<c r="A1" t="inlineStr"><is><t>内联</t></is></c>"#, "A1 text 内联"),
        (#"<c r="A1" t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r></is></c>"#, "A1 text 富文本"),
        (#"<c r="A1" t="str"><f>A2&amp;"x"</f><v>值</v></c>"#, "A1 text 值"),
        (#"<c r="A1"><v><![CDATA[12]]></v></c>"#, "A1 number 12"),
        (#"<c r="A1"><v>1<!-- -->2</v></c>"#, "A1 number 12"),
        (#"<c r="A1"><v>&#49;&#x32;</v></c>"#, "A1 number 12"),
        (#"<c r="&#65;1"><v>12</v></c>"#, "A1 number 12"),
        (#"<c r='A1' t='b'><v>1</v></c>"#, "A1 boolean true"),
        (#"<c r="A1" t="b"><v>0</v></c>"#, "A1 boolean false"),
        (#"<c r="A1" t="e"><v>#DIV/0!</v></c>"#, "A1 error #DIV/0!"),
        (#"<c r="A1" t="d"><v>2025-03-01T00:00:00</v></c>"#, "A1 date 2025-03-01"),
        (#"<c r="A1" t="d"><v>2025-03-01T08:30:00</v></c>"#, "A1 date 2025-03-01T08:30:00"),
        (#"<c r="A1"><f>SUM(B1:B9)</f></c>"#, "A1 formula =SUM(B1:B9)"),
        (#"<c r="A1"><f>SUM(B1:B9)</f><v/></c>"#, "A1 formula =SUM(B1:B9)"),
        (#"<c r="A1"><f t="shared" si="0"/><v></v></c>"#, "A1 formula ="),
        (#"<c r="A1"><f>1+1</f><v>2</v></c>"#, "A1 number 2"),
        (#"<c r="B1"><v>1</v></c><c><v>2</v></c>"#, "B1 number 1|C1 number 2"),
        (#"<c><v>1</v><extLst><ext><v>9</v></ext></extLst></c>"#, "A1 number 1"),
    ])
    func `a cell says what it shows`(cell: String, expected: String) throws {
        let builder = PackageBuilder.workbook(
            rows: "<row r=\"1\">\(cell)</row>", strings: Self.strings, styles: Self.styles)
        #expect(try Workbook(builder.bytes).listing().joined(separator: "|") == expected)
    }

    @Test(arguments: [
        #"<c r="A1" s="1"/>"#, #"<c r="A1"><v></v></c>"#, #"<c r="A1" t="s"><v>3</v></c>"#,
        #"<c r="A1" t="str"><f>""</f><v></v></c>"#, #"<c r="A1" t="inlineStr"><is/></c>"#,
    ])
    func `a cell without a value is blank`(cell: String) throws {
        let builder = PackageBuilder.workbook(rows: "<row r=\"1\">\(cell)</row>", strings: Self.strings)
        #expect(try Workbook(builder.bytes).listing().isEmpty)
    }

    @Test func `rows and cells between others are where they are`() throws {
        let rows = """
            <row r="2"><c r="C2"><v>1</v></c><c r="E2"><v>2</v></c><c r="F2" s="1"/></row>\
            <row><c><v>3</v></c></row><row><c r="B7"><v>5</v></c></row><row r="9" hidden="1"><c r="XFD9"/></row><row r="10"><c r="B10"><v>4</v></c></row>
            """
        var shown: [String] = []
        try Workbook(PackageBuilder.workbook(rows: rows).bytes).sheets[0].forEachRow { row in
            shown.append("\(row.number): " + row.cells.map(\.text).joined(separator: ","))
        }
        #expect(shown == ["2: ,,1,,2", "3: 3", "7: ,5", "10: ,4"])
    }

    @Test func `dates count from 1904 where the workbook says so`() throws {
        let builder = PackageBuilder.workbook(
            rows: #"<row><c s="2"><v>0</v></c><c s="2"><v>44255</v></c></row>"#, styles: Self.styles, epoch1904: true)
        #expect(try Workbook(builder.bytes).listing() == ["A1 date 1904-01-01", "B1 date 2025-03-01"])
    }

    private static let contradictions: [(String, OfficeFileError.Problem)] = [
        (#"<row r="0"/>"#, .badAddress("0")),
        (#"<row r="1"><c r="A2"/></row>"#, .badAddress("A2")),
        (#"<row r="1"><c r="1A"/></row>"#, .badAddress("1A")),
        (#"<row r="1"><c r="XFE1"/></row>"#, .badAddress("XFE1")),
        (#"<row r="1"><c r="B1"/><c r="B1"/></row>"#, .outOfOrder(cell: "B1")),
        (#"<row r="2"/><row r="1"/>"#, .outOfOrder(cell: "A1")),
        (#"<row r="1"><c t="s"><v>-1</v></c></row>"#, .unknownString(index: "-1", cell: "A1")),
        (#"<row r="1"><c t="s"><v>7</v></c></row>"#, .unknownString(index: "7", cell: "A1")),
        (#"<row r="1048577"/>"#, .tooManyRows(limit: 1_048_576)),
        (#"<row><c r="E1"><v>1</v></c></row>"#, .tooManyColumns(cell: "E1", limit: 4)),
        (#"<row><c><v>123456789</v></c></row>"#, .cellTooLong(cell: "A1", limit: 8)),
        (#"<row><c><f>123456789</f></c></row>"#, .cellTooLong(cell: "A1", limit: 8)),
        (#"<row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row>"#, .tooManyRows(limit: 2)),
    ]

    @Test(arguments: contradictions)
    func `a sheet that contradicts itself or the limits is refused`(
        rows: String, problem: OfficeFileError.Problem
    ) throws {
        let limits = SheetLimits(cellLength: 8, columns: 4, rows: 2)
        let bytes = PackageBuilder.workbook(rows: rows, strings: "<si><t>甲</t></si>").bytes
        let error = try #require(throws: OfficeFileError.self) {
            try Workbook(bytes, sheetLimits: limits).listing()
        }
        #expect(error.problem == problem)
        #expect(error.part == "xl/worksheets/sheet1.xml")
        #expect(error.position?.line == 1)
    }

    @Test func `shared strings are held to their limits`() throws {
        let bytes = PackageBuilder.workbook(rows: "", strings: "<si><t>12345</t></si><si><t>12345</t></si>").bytes
        func problem(_ limits: PackageLimits, cellLength: Int = 100) -> OfficeFileError.Problem? {
            #expect(throws: OfficeFileError.self) {
                try Workbook(bytes, limits: limits, sheetLimits: SheetLimits(cellLength: cellLength))
            }?.problem
        }
        #expect(problem(PackageLimits(sharedStrings: 1)) == .tooManyStrings(limit: 1))
        #expect(problem(PackageLimits(sharedText: 9)) == .tooMuchText(limit: 9))
        #expect(problem(PackageLimits(), cellLength: 4) == .stringTooLong(index: 0, limit: 4))
    }
}
