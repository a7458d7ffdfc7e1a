import Foundation
import Safekeeping
import TestSupport
import Testing

@testable import Spreadsheet

/// What the library cannot write, and what a file says of itself.
struct WritingTests {
    private func write(_ name: String, hiding: Bool, savedAt: Int = 86_400) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: name).path
        let workbook = try WorkbookWriter(path: path, title: "示例", created: savedAt)
        try workbook.addSheet("甲").write("1", at: CellAddress(row: 1, column: 1))
        let second = try workbook.addSheet("乙 state=\"hidden\"")
        second.write("2", at: CellAddress(row: 1, column: 1))
        if hiding { second.hide() }
        try workbook.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [name])
        return try SourceFile(path: path, name: name).bytes
    }

    @Test func `a sheet can be kept out of the menu, and all else stays as it was`() throws {
        let plain = try write("a.xlsx", hiding: false)
        let hidden = try write("b.xlsx", hiding: true)
        #expect(try Workbook(plain).sheets.map(\.visibility) == [.visible, .visible])
        let sheets = try Workbook(hidden).sheets
        #expect(sheets.map(\.visibility) == [.visible, .veryHidden])
        var texts: [String] = []
        for sheet in sheets { try sheet.forEachRow { texts += $0.cells.map(\.text) } }
        #expect(texts == ["1", "2"])
        #expect(try write("c.xlsx", hiding: true) == hidden)
    }

    @Test func `the changed part has its checksum and its size`() throws {
        let bytes = try write("a.xlsx", hiding: false)
        let changed = try #require(ArchivePatch.changing("xl/workbook.xml", in: bytes) { $0 + "<!-- 例 -->" })
        let archive = try ZipArchive(changed, limits: PackageLimits())
        let before = try ZipArchive(bytes, limits: PackageLimits())
        #expect(Set(archive.names) == Set(before.names))
        let entry = try #require(archive["xl/workbook.xml"])
        #expect(entry.method == 0 && entry.size == (before["xl/workbook.xml"]?.size ?? 0) + "<!-- 例 -->".utf8.count)
        // Reading checks the sum.
        #expect(try Workbook(changed).sheets.count == 2)
        #expect(ArchivePatch.changing("no/such.xml", in: bytes) { $0 } == nil)
        #expect(ArchivePatch.changing("xl/workbook.xml", in: Array("text".utf8)) { $0 } == nil)
    }

    @Test(arguments: [
        "图_x0041_.pdf", "_x005F_x0041_", "__x000D_", "_x00_x0041_", "_x0041", "_x00G1_", "甲_x4E59_丙", "_", "第一行\u{1}",
    ])
    func `a text that looks like an escape is read as it was written`(text: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "a.xlsx").path
        let workbook = try WorkbookWriter(path: path, title: text, created: 0)
        let sheet = try workbook.addSheet("甲")
        sheet.write(text, at: CellAddress(row: 1, column: 1))
        sheet.write(text, merging: try #require(CellRange("A2:B2")))
        sheet.write(
            text, linkingTo: CellAddress(row: 1, column: 1), inSheet: "甲", at: CellAddress(row: 3, column: 1),
            CellFormat())
        try workbook.close()
        let bytes = try SourceFile(path: path, name: "a.xlsx").bytes
        var texts: [String] = []
        try Workbook(bytes).sheets[0].forEachRow { texts.append($0.text(at: 0)) }
        #expect(texts == [text, text, text.printable])
        let archive = try ZipArchive(bytes, limits: PackageLimits())
        let strings = try #require(archive.parts().first { $0.name == "xl/sharedStrings.xml" })
        // As programs know it, by their own reading of the standard.
        let isEscaped = text.contains(/_x[0-9A-Fa-f]{4}_/)
        #expect(String(decoding: strings.bytes, as: UTF8.self).contains("_x005F_") == isEscaped)
    }

    @Test func `a file says when it was last saved`() throws {
        #expect(try CoreProperties(write("a.xlsx", hiding: false)).modified == "1970-01-02T00:00:00Z")
    }
}
