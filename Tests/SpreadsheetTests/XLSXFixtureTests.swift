@testable import Spreadsheet
import Testing

/// Workbooks as programs write them.
struct XLSXFixtureTests {
    private static func workbook(_ name: String) throws -> Workbook {
        try Workbook(fixture("xlsx/\(name)").bytes)
    }

    @Test func `a workbook of openpyxl is read, formulas without values said to be so`() throws {
        let book = try Self.workbook("openpyxl.xlsx")
        #expect(book.sheets.map(\.title) == ["观测点"])
        let values = try book.listing().filter { $0.hasPrefix("B") }
        #expect(
            values == [
                "B1 text 编号 0123", "B2 text 0123", "B3 number 120", "B4 number 12.5", "B5 number 0.3",
                "B6 number -3.25", "B7 number 0.00000015", "B8 percent 30", "B9 percent 7", "B10 date 2025-03-01",
                "B11 date 2024-12-31", "B12 date 2025-03-01T08:30:00", "B13 date 08:30:00", "B14 boolean true",
                "B15 error #N/A", "B16 formula =B3*2", "B17 text   两端有空白  ", "B18 text 第一行\n第二行",
                "B19 formatted 42人次", "B20 number 7", "B21 formatted 8个", "B22 number 1234.5", "B23 text A",
                "B24 text 到位经费 120",
            ])
    }

    @Test func `what LibreOffice saved again reads the same, with the formula computed`() throws {
        // LibreOffice takes the general format's Chinese name in row 19 for one of dates, and escapes row 23.
        let changed = ["B16 ", "B19 ", "B23 "]
        func comparable(_ name: String) throws -> [String] {
            try Self.workbook(name).listing().filter { line in !changed.contains { line.hasPrefix($0) } }
        }
        #expect(try comparable("libreoffice.xlsx") == comparable("openpyxl.xlsx"))
        #expect(try Self.workbook("libreoffice.xlsx").listing().contains("B16 number 240"))
        #expect(try Self.workbook("libreoffice.xlsx").listing().contains("B23 text _x0041_"))
    }

    static let xlsxwriter = [
        "A1 text 甲", "B1 percent 29.5", "C1 date 2025-03-01", "D1 number 3", "E1 formula =\"\"", "F1 boolean false",
        "G1 error #DIV/0!", "A2 text 第一第二第三", "D2 text D2 之前有空格子", "B5 text 第 3、4 行没有",
    ]

    @Test(arguments: [
        "xlsxwriter.xlsx", "inline-strings.xlsx", "date-1904.xlsx", "strict.xlsx", "prefixed-namespace.xlsx",
        "utf16.xlsx", "backslash-names.xlsx", "absolute-targets.xlsx", "double-digits.xlsx",
    ])
    func `the same workbook written another way reads the same`(name: String) throws {
        #expect(try Self.workbook(name).listing() == Self.xlsxwriter)
    }

    @Test func `cells without addresses follow one another`() throws {
        let moved = ["D2": "B2", "B5": "A3"]
        let expected = Self.xlsxwriter.map { line in
            let address = String(line.prefix { $0 != " " })
            return (moved[address] ?? address) + line.dropFirst(address.count)
        }
        #expect(try Self.workbook("no-cell-references.xlsx").listing() == expected)
    }

    @Test func `what is hidden and what is merged is known`() throws {
        let book = try Self.workbook("hidden-and-merged.xlsx")
        #expect(book.sheets.map(\.title) == ["填报", "隐藏", "深藏"])
        #expect(book.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
        var hidden: [Int] = []
        try book.sheets[0].forEachRow { if $0.isHidden { hidden.append($0.number) } }
        #expect(hidden == [3])
        let layout = try book.sheets[0].layout()
        #expect(layout.mergedRanges == ["A1:C1", "B4:B6"].compactMap { CellRange($0) })
        #expect(layout.hiddenColumns == [5...6])
    }

    @Test(arguments: [
        "xlsxwriter.xlsx", "libreoffice.xlsx", "utf16.xlsx", "hidden-and-merged.xlsx", "backslash-names.xlsx",
    ])
    func `a sheet held in memory reads the same, and what is merged in it`(name: String) throws {
        for sheet in try Self.workbook(name).sheets {
            #expect(try sheet.held().listing() == sheet.listing())
            #expect(try sheet.mergedRanges() == sheet.layout().mergedRanges)
            #expect(try sheet.held().mergedRanges() == sheet.layout().mergedRanges)
        }
    }

    /// A block of 64 KiB ends before, within and after the name of the element; in UTF-16 the bytes are others.
    @Test(arguments: [false, true], [0, 3, 8, 15, 60])
    func `what is merged is found wherever it stands`(isUTF16: Bool, place: Int) throws {
        let archive = try ZipArchive(fixture("xlsx/hidden-and-merged.xlsx").bytes, limits: PackageLimits())
        var builder = PackageBuilder()
        for part in try archive.parts() {
            guard part.name == "xl/worksheets/sheet1.xml" else {
                builder.add(part.name, part.bytes)
                continue
            }
            let encoding = isUTF16 ? "UTF-16" : "UTF-8"
            let text = String(decoding: part.bytes, as: UTF8.self).replacing("UTF-8", with: encoding)
            let start = try #require(text.firstRange(of: "<mergeCells"))
            let before = text[..<start.lowerBound].utf8.count
            let filling = "<!--" + String(repeating: "-x", count: (1 << 16 - before - place - 7) / 2) + "-->"
            let filled = text[..<start.lowerBound] + filling + text[start.lowerBound...]
            let wide: [UInt8] = [0xFF, 0xFE] + filled.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
            builder.add(part.name, isUTF16 ? wide : Array(filled.utf8), isDeflated: true)
        }
        let sheet = try Workbook(builder.bytes).sheets[0]
        #expect(try sheet.mergedRanges() == ["A1:C1", "B4:B6"].compactMap { CellRange($0) })
    }

    @Test(arguments: [
        ("old-format.xls", "文件是旧版 Excel 或 WPS 表格（.xls、.et），不能直接读取。请在WPS或Excel中打开，另存为.xlsx后重新报送。", ""),
        ("encrypted.xlsx", "文件设有打开密码或权限，不能直接读取。请打开文件，取消打开密码和权限限制，另存为.xlsx后重新报送。", ""),
        ("opendocument.xlsx", "文件是 OpenDocument 表格（.ods），不能直接读取。请在WPS或Excel中打开，另存为.xlsx后重新报送。", ""),
        ("web-page.xls", "文件是网页（HTML），不能直接读取。请在WPS或Excel中打开，另存为.xlsx后重新报送。", ""),
        (
            "binary-workbook.xlsx",
            "文件是 Excel 二进制工作簿（.xlsb），不能直接读取。请在WPS或Excel中打开，另存为.xlsx后重新报送。", "xl/workbook.xml"
        ),
        ("missing-sheet.xlsx", damaged, "xl/worksheets/sheet1.xml，缺少这个部件"),
        (
            "unknown-shared-string.xlsx", damaged,
            "xl/worksheets/sheet1.xml，第 2 行第 353 字节，单元格 A1 引用的共享字符串 99 不存在"
        ),
        ("rows-out-of-order.xlsx", damaged, "xl/worksheets/sheet1.xml，第 2 行第 664 字节，单元格 A2 的次序颠倒或重复"),
        (
            "document-type.xlsx",
            "文件含有不应有的声明，疑似恶意文件，不予读取。请用 WPS 或 Excel 打开，确认内容完整后另存为新文件，重新报送。",
            "xl/worksheets/sheet1.xml，第 2 行第 1 字节，文档类型声明（DTD）"
        ),
        (
            "mismatched-tag.xlsx", damaged,
            "xl/worksheets/sheet1.xml，第 2 行第 344 字节，标签不配对：应为 </v>，读到 </c>"
        ),
    ])
    func `what cannot be read is told with the remedy, and last for a technician`(
        name: String, message: String, detail: String
    ) throws {
        let error = try #require(throws: OfficeFileError.self) { try Self.workbook(name).listing() }
        #expect(error.message == message + (detail.isEmpty ? "" : "（技术信息：\(detail)）"))
    }

    private static let damaged =
        "文件已损坏，或不是由 WPS、Excel 保存的，无法读取。请用 WPS 或 Excel 打开，确认内容完整后另存为新文件，重新报送。"

    @Test func `a document is no workbook and a workbook no document`() throws {
        #expect(throws: OfficeFileError.self) { try Self.workbook("../docx/python-docx.docx") }
        #expect(throws: OfficeFileError.self) { try WordDocument(fixture("xlsx/openpyxl.xlsx").bytes) }
    }

    @Test func `only as many rows are read as asked for`() throws {
        var rows = 0
        try Self.workbook("openpyxl.xlsx").sheets[0].forEachRow(limit: 3) { _ in rows += 1 }
        #expect(rows == 3)
    }
}
