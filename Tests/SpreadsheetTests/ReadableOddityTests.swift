@testable import Spreadsheet
import Testing

/// What programs write that is odd and can be read all the same.
struct ReadableOddityTests {
    private static func replacing(_ old: String, with new: String, in part: String) -> [UInt8] {
        var changed = PackageBuilder()
        for entry in PackageBuilder.workbook(rows: #"<row><c r="B1"><v>5</v></c></row>"#).entries {
            let text = String(decoding: entry.data, as: UTF8.self)
            changed.add(entry.name, entry.name == part ? text.replacing(old, with: new) : text)
        }
        return changed.bytes
    }

    @Test(arguments: [#"<sheet name="宏" sheetId="9" r:id=""/>"#, #"<sheet name="宏" sheetId="9"/>"#])
    func `a macro sheet of an old program is passed over`(sheet: String) throws {
        let bytes = Self.replacing("<sheets>", with: "<sheets>" + sheet, in: "xl/workbook.xml")
        let workbook = try Workbook(bytes)
        #expect(workbook.sheets.map(\.title) == ["表"])
        #expect(try workbook.listing() == ["B1 number 5"])
    }

    @Test func `a workbook of nothing but macro sheets has no sheets`() {
        let bytes = Self.replacing(#"r:id="rId1""#, with: #"r:id="""#, in: "xl/workbook.xml")
        #expect(throws: OfficeFileError(.noSheets, part: "xl/workbook.xml")) { try Workbook(bytes) }
    }

    @Test(arguments: [("A:A", "A:A"), ("1:1", "1:1"), ("$A:$C", "A:C"), ("C2:A2", "A2:C2")])
    func `whole columns and rows may be merged`(reference: String, expected: String) throws {
        let bytes = Self.replacing(
            "</sheetData>", with: "</sheetData><mergeCells><mergeCell ref=\"\(reference)\"/></mergeCells>",
            in: "xl/worksheets/sheet1.xml")
        #expect(try Workbook(bytes).sheets[0].mergedRanges().map(\.description) == [expected])
    }

    @Test(arguments: ["UTF-16BE", "utf-16le", "UTF-16"], [true, false])
    func `a part may name the order of its bytes`(encoding: String, hasMark: Bool) throws {
        var changed = PackageBuilder()
        for entry in PackageBuilder.workbook(rows: #"<row><c r="B1"><v>5</v></c></row>"#).entries {
            guard entry.name == "xl/worksheets/sheet1.xml" else {
                changed.add(entry.name, entry.data)
                continue
            }
            let text = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>" + String(decoding: entry.data, as: UTF8.self)
            let isLittle = encoding == "utf-16le"
            let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
            changed.add(
                entry.name,
                units.flatMap { unit in
                    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                    return isLittle ? [low, high] : [high, low]
                })
        }
        #expect(try Workbook(changed.bytes).listing() == ["B1 number 5"])
    }

    /// A row of no height, a column of no width, an outline that is folded: nobody sees them.
    @Test func `rows and columns without size are hidden`() throws {
        let sheet = """
            <worksheet xmlns="\(PackageBuilder.spreadsheetNamespace)">\
            <cols><col min="2" max="2" width="0" customWidth="1"/><col min="3" max="99999" hidden="true"/></cols><sheetData>\
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>\
            <row r="2" ht="0" customHeight="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>
            """
        var hidden: [String] = []
        try Workbook(PackageBuilder.workbook(sheet: sheet).bytes).sheets[0].forEachRow { row in
            for cell in row.cells where row.isHidden(at: cell.address.column - 1) { hidden.append("\(cell.address)") }
        }
        #expect(hidden == ["B1", "C1", "A2"])
    }
}
