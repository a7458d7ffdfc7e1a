import Testing

@testable import Spreadsheet

@Suite("What a file is")
struct FileFormatTests {
    /// By LibreOffice 7.4, Excel's own library of encryption, and openpyxl; see `make-fixtures.py`.
    @Test(arguments: [
        ("xlsx/openpyxl.xlsx", FileFormat.workbook), ("xlsx/strict.xlsx", .workbook),
        ("formats/template.xltx", .workbook), ("formats/macros.xlsm", .workbook),
        ("docx/python-docx.docx", .document), ("docx/libreoffice.docx", .document),
        ("xlsx/binary-workbook.xlsx", .binaryWorkbook), ("xlsx/old-format.xls", .oldWorkbook),
        ("xlsx/encrypted.xlsx", .encrypted), ("xlsx/opendocument.xlsx", .openSpreadsheet),
        ("formats/opendocument.ods", .openSpreadsheet), ("formats/flat.fods", .openSpreadsheet),
        ("formats/spreadsheet-2003.xml", .workbookXML), ("formats/page.html", .webPage),
        ("xlsx/web-page.xls", .webPage), ("formats/printed.pdf", .pdf),
        ("utf8.csv", .other), ("gbk.csv", .other), ("utf16.csv", .other), ("bom.csv", .other), ("cr-only.csv", .other),
    ])
    func `is told by its content`(name: String, format: FileFormat) throws {
        #expect(try FileFormat(of: fixture(name).bytes) == format)
    }

    private static func file(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// A compound file whose directory has one stream of this name.
    private static func compound(_ stream: String) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 1024 - bytes.count)
        var name: [UInt8] = []
        for unit in stream.utf16 { name += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        bytes.replaceSubrange(512..<512 + name.count, with: name)
        bytes[576] = UInt8(name.count + 2)
        return bytes
    }

    private static func archive(_ name: String, _ text: String = "x") -> [UInt8] {
        var builder = PackageBuilder()
        builder.add(name, text)
        return builder.bytes
    }

    private static let samples: [(bytes: [UInt8], format: FileFormat)] = [
        ([], .empty),
        (compound("Workbook"), .oldWorkbook), (compound("Book"), .oldWorkbook),
        (compound("WordDocument"), .oldDocument), (compound("PowerPoint Document"), .oldPresentation),
        (compound("EncryptedPackage"), .encrypted), (compound("\u{9}DRMContent"), .encrypted),
        (compound("Workbooks"), .oldOffice), (compound("__properties_version1.0"), .mail),
        ([0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x10, 0x00], .oldWorkbook),
        (file("Rar!\u{1A}\u{7}\0"), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], .sevenZip),
        ([0x1F, 0x8B, 0x08], .otherArchive), (archive("甲.csv"), .zip), ([0x50, 0x4B, 0x03, 0x04], .zip),
        (archive("OFD.xml"), .fixedLayout), (archive("Index/Document.iwa"), .appleDocument),
        (archive("mimetype", "application/vnd.oasis.opendocument.text"), .openDocument),
        (file("{\\rtf1\\ansi"), .richText), (file("%PDF-1.7\n"), .pdf),
        ([0xFF, 0xD8, 0xFF, 0xE0], .picture), ([0x89, 0x50, 0x4E, 0x47], .picture),
        (file("\0\0\0\u{18}ftypheic    "), .picture), (file("\0\0\0\u{18}ftypisom    "), .recording),
        ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], .shortcut), ([0x4D, 0x5A, 0x90, 0x00], .program),
        (file("\u{FEFF}\r\n  <!DOCTYPE html><html>"), .webPage), (file("<table><tr><td>1</td></tr></table>"), .webPage),
        (file("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"), .webPage),
        (file("MIME-Version: 1.0\nContent-Type: multipart/related"), .webArchive),
        (file("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>"), .documentXML),
        (file("<?xml version=\"1.0\"?><project/>"), .otherXML),
        ([0xFF, 0xFE, 0x3C, 0, 0x68, 0, 0x74, 0, 0x6D, 0, 0x6C, 0, 0x3E, 0], .webPage),
        // Tables whose first words are near a signature.
        (file("PK,编号\n"), .other), (file("ID3,BZh,MSCF\n"), .other), (file("<5万元,是\n"), .other),
        (file("MZ,From: 甲\n"), .other), (file("联合体编号,观测点\n"), .other),
    ]

    @Test(arguments: samples)
    func `is told by its first bytes, or by what it holds`(bytes: [UInt8], format: FileFormat) {
        #expect(FileFormat(of: bytes) == format)
    }

    /// A compound file may hold an archive, or end with one that a mail system put behind it.
    @Test func `an old workbook with the end of an archive in it is an old workbook`() throws {
        var bytes = try fixture("xlsx/old-format.xls").bytes
        bytes += try fixture("xlsx/openpyxl.xlsx").bytes
        let error = try #require(throws: OfficeFileError.self) { try Workbook(bytes) }
        #expect(error.problem == .otherFormat(.oldWorkbook))
        #expect(error.message == "文件是旧版 Excel 或 WPS 表格（.xls、.et），不能直接读取。请在WPS或Excel中打开，另存为.xlsx后重新报送。")
        let pdf = try fixture("formats/printed.pdf").bytes + Self.archive("附件.xlsx")
        #expect(throws: OfficeFileError(.otherFormat(.pdf))) { try Workbook(pdf) }
    }

    @Test(arguments: [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
    ])
    func `a document with macros, or a template, is a document`(contentType: String) throws {
        let plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        let source = try fixture("docx/python-docx.docx").bytes
        var builder = PackageBuilder()
        for part in try ZipArchive(source, limits: PackageLimits()).parts() {
            let text = String(decoding: part.bytes, as: UTF8.self).replacing(plain, with: contentType)
            builder.add(part.name, part.name == "[Content_Types].xml" ? Array(text.utf8) : part.bytes)
        }
        #expect(FileFormat(of: builder.bytes) == .document)
        #expect(try WordDocument(builder.bytes) == WordDocument(source))
        #expect(throws: OfficeFileError(.otherFormat(.document), part: "word/document.xml")) {
            try Workbook(builder.bytes)
        }
    }

    @Test(arguments: ["formats/template.xltx", "formats/macros.xlsm"])
    func `a template and a workbook with macros are read like any other`(name: String) throws {
        let rows = try Workbook(fixture(name).bytes).sheets[0].listing()
        #expect(rows.contains { $0.hasSuffix(" 联合体编号") } && rows.contains { $0.hasSuffix(" 100") })
    }

    @Test func `each is named, with what to do first and what is technical last`() {
        for format in FileFormat.allCases {
            #expect(!format.title.isEmpty && format.remedy.contains("请") && format.remedy.hasSuffix("。"))
            #expect(!format.phrase.hasSuffix("。") && format.phrase.hasPrefix("文件"))
        }
        #expect(FileFormat.pdf.phrase == "文件是 PDF 文件")
    }
}
