import CZlib

@testable import Spreadsheet

/// Writes zip archives byte by byte, with whatever is to be wrong with them.
struct PackageBuilder {
    struct Entry {
        var name: String
        /// What the entry holds, as it is compressed.
        var data: [UInt8]
        var method = 0
        var flags = 0
        /// What the directory says.
        var size: Int
        var checksum: UInt
        /// Where its header is, where not after the entry before.
        var header: Int?
    }

    var entries: [Entry] = []

    /// Adds a file, deflated or stored.
    mutating func add(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
        let checksum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        entries.append(
            Entry(
                name: name, data: isDeflated ? Self.deflated(content) : content, method: isDeflated ? 8 : 0,
                size: content.count, checksum: content.isEmpty ? 0 : checksum))
    }

    mutating func add(_ name: String, _ content: String) {
        add(name, Array(content.utf8))
    }

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let header = entry.header ?? file.count
            let common =
                Self.number(20, 2) + Self.number(entry.flags, 2) + Self.number(entry.method, 2) + Self.number(0, 4)
                + Self.number(Int(entry.checksum), 4) + Self.number(entry.data.count, 4) + Self.number(entry.size, 4)
                + Self.number(entry.name.utf8.count, 2) + Self.number(0, 2)
            if entry.header == nil {
                file += Self.number(0x0403_4B50, 4) + common + entry.name.utf8 + entry.data
            }
            directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 10)
            directory += Self.number(header, 4) + entry.name.utf8
        }
        let end =
            Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(entries.count, 2)
            + Self.number(entries.count, 2) + Self.number(directory.count, 4) + Self.number(file.count, 4)
            + Self.number(0, 2)
        return file + directory + end
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
    }

    private static func deflated(_ content: [UInt8]) -> [UInt8] {
        // The library's own format: two bytes before and four after the raw stream.
        var length = compressBound(UInt(content.count))
        var target = [UInt8](repeating: 0, count: Int(length))
        compress2(&target, &length, content, UInt(content.count), 9)
        return Array(target[2..<Int(length) - 4])
    }
}

extension PackageBuilder {
    static let spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relationshipsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook with one sheet of the rows given as XML.
    static func workbook(rows: String, strings: String? = nil, styles: String? = nil, epoch1904: Bool = false) -> Self {
        workbook(
            sheet: "<worksheet xmlns=\"\(spreadsheetNamespace)\"><sheetData>\(rows)</sheetData></worksheet>",
            strings: strings, styles: styles, epoch1904: epoch1904)
    }

    /// A workbook with one sheet.
    static func workbook(
        sheet: String, strings: String? = nil, styles: String? = nil, epoch1904: Bool = false
    ) -> Self {
        var builder = package(
            main: "xl/workbook.xml",
            contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
        builder.add(
            "xl/workbook.xml",
            """
            <workbook xmlns="\(spreadsheetNamespace)" xmlns:r="\(relationshipsNamespace)">\
            <workbookPr date1904="\(epoch1904)"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>
            """)
        var relationships = relationship("rId1", "worksheet", "worksheets/sheet1.xml")
        builder.add("xl/worksheets/sheet1.xml", sheet)
        if let strings {
            relationships += relationship("rId2", "sharedStrings", "sharedStrings.xml")
            builder.add("xl/sharedStrings.xml", "<sst xmlns=\"\(spreadsheetNamespace)\">\(strings)</sst>")
        }
        if let styles {
            relationships += relationship("rId3", "styles", "styles.xml")
            builder.add("xl/styles.xml", "<styleSheet xmlns=\"\(spreadsheetNamespace)\">\(styles)</styleSheet>")
        }
        builder.add("xl/_rels/workbook.xml.rels", Self.relationships(relationships))
        return builder
    }

    /// A document with the body given as XML.
    static func document(body: String) -> Self {
        var builder = package(
            main: "word/document.xml",
            contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
        builder.add(
            "word/document.xml",
            """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:body>\(body)</w:body></w:document>
            """)
        return builder
    }

    private static func package(main: String, contentType: String) -> Self {
        var builder = Self()
        builder.add(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Override PartName="/\(main)" ContentType="\(contentType)"/></Types>
            """)
        builder.add("_rels/.rels", relationships(relationship("rId1", "officeDocument", main)))
        return builder
    }

    private static func relationships(_ content: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(content)</Relationships>"
    }

    private static func relationship(_ id: String, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(relationshipsNamespace)/\(type)\" Target=\"\(target)\"/>"
    }
}

extension Workbook {
    /// The cells of the sheets as `B3 percent 30`, empty ones left out, a line each.
    func listing() throws -> [String] { try sheets.flatMap { try $0.listing() } }
}

extension WorkbookSheet {
    func listing() throws -> [String] {
        var lines: [String] = []
        try forEachRow { row in
            for cell in row.cells where !cell.text.isEmpty { lines.append("\(cell.address) \(cell.type) \(cell.text)") }
        }
        return lines
    }
}

extension XMLReader {
    /// A document that is in memory.
    init(_ bytes: [UInt8], windowSize: Int = 1 << 16) throws(OfficeFileError) {
        var builder = PackageBuilder()
        builder.add("a.xml", bytes)
        let archive = try ZipArchive(builder.bytes, limits: PackageLimits())
        guard let stream = try archive.open("a.xml") else { throw OfficeFileError(.missingPart) }
        self.init(stream, windowSize: windowSize)
    }
}
