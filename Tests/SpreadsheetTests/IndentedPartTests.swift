@testable import Spreadsheet
import Testing

/// White space, comments and instructions between elements, as people and programs put them there who indent what they
/// write: they change nothing in any part.
struct IndentedPartTests {
    static let fillings = [
        "", "\n  ", "<!-- xf -->", "<?note cellXfs?>", "\n<!-- <xf/> -->\n\t", "<![CDATA[ ]]>", "&#10;",
    ]

    /// Puts `filling` between any two tags of a part.
    private static func filled(_ xml: String, _ filling: String) -> String {
        xml.replacing("><", with: ">\(filling)<")
    }

    @Test(arguments: fillings)
    func `what stands between elements changes nothing`(filling: String) throws {
        let builder = PackageBuilder.workbook(
            sheet: """
                <worksheet xmlns="\(PackageBuilder.spreadsheetNamespace)"><cols><col min="4" max="4" hidden="1"/></cols>\
                <sheetData><row r="1"><c r="A1" s="1"><v>0.953</v></c><c r="B1" s="2"><v>45334</v></c>\
                <c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row></sheetData>\
                <mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>
                """,
            strings: "<si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh><r><t>丙</t></r></si>",
            styles: """
                <numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>\
                <dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>
                """)
        var indented = PackageBuilder()
        for entry in builder.entries {
            indented.add(entry.name, Self.filled(String(decoding: entry.data, as: UTF8.self), filling))
        }
        let workbook = try Workbook(indented.bytes)
        #expect(
            try workbook.listing() == ["A1 percent 95.3", "B1 date 2024-02-12", "C1 text 甲", "D1 text 乙丙"])
        #expect(try workbook.sheets[0].mergedRanges() == ["A1:B1"].compactMap { CellRange($0) })
        #expect(try workbook.sheets[0].layout().hiddenColumns == [4...4])
        try workbook.sheets[0].forEachRow { #expect($0.isHidden(at: 3) && !$0.isHidden(at: 2)) }
    }

    @Test(arguments: fillings)
    func `the day on which a document was saved is found`(filling: String) throws {
        var builder = PackageBuilder.workbook(rows: "")
        builder.add(
            "docProps/core.xml",
            Self.filled(
                """
                <p:coreProperties xmlns:p="p" xmlns:t="http://purl.org/dc/terms/"><t:created>2020-01-01</t:created>\
                <t:modified>2026-03-05T09:00:00Z</t:modified></p:coreProperties>
                """, filling))
        #expect(try CoreProperties(builder.bytes).modified == "2026-03-05T09:00:00Z")
    }

    @Test func `formats may stand behind the styles that use them`() throws {
        let builder = PackageBuilder.workbook(
            rows: #"<row><c s="0"><v>0.3</v></c></row>"#,
            styles: """
                <cellXfs><xf numFmtId="164"/></cellXfs><numFmts><numFmt numFmtId="164" formatCode="0%"/></numFmts>
                """)
        #expect(try Workbook(builder.bytes).listing() == ["A1 percent 30"])
    }
}
