import Foundation
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

    @Test func `a file says when it was last saved`() throws {
        #expect(try CoreProperties(write("a.xlsx", hiding: false)).modified == "1970-01-02T00:00:00Z")
    }
}
