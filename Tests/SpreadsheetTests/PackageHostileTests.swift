@testable import Spreadsheet
import Testing

/// Archives that somebody made to do harm, and those that arrived in pieces.
struct PackageHostileTests {
    private static let sheet = PackageBuilder.workbook(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)

    private static func problem(_ bytes: [UInt8], _ limits: PackageLimits = PackageLimits()) -> OfficeFileError.Problem?
    {
        #expect(throws: OfficeFileError.self) { try Workbook(bytes, limits: limits).listing() }?.problem
    }

    /// The workbook with its sheet's entry changed.
    private static func changed(_ change: (inout PackageBuilder.Entry) -> Void) -> [UInt8] {
        var builder = sheet
        for index in builder.entries.indices where builder.entries[index].name == "xl/worksheets/sheet1.xml" {
            change(&builder.entries[index])
        }
        return builder.bytes
    }

    @Test func `the archive that the others are made from is read`() throws {
        #expect(try Workbook(Self.sheet.bytes).listing() == ["A1 number 1"])
    }

    @Test func `a bomb is refused before any of it is inflated`() {
        var zeros = PackageBuilder()
        zeros.add("a", [UInt8](repeating: 0, count: 8 << 20), isDeflated: true)
        let bytes = Self.changed { entry in
            (entry.data, entry.method, entry.size) = (zeros.entries[0].data, 8, zeros.entries[0].size)
        }
        #expect(Self.problem(bytes) == .bomb(ratio: 200))
        #expect(Self.problem(bytes, PackageLimits(size: 8 << 20 - 1)) == .tooLarge(limit: 8 << 20 - 1))
    }

    @Test func `a picture that is all one colour is no bomb, for nobody inflates it`() throws {
        var builder = Self.sheet
        builder.add("xl/media/image1.bmp", [UInt8](repeating: 0xFF, count: 8 << 20), isDeflated: true)
        #expect(try Workbook(builder.bytes).listing() == ["A1 number 1"])
    }

    @Test func `sheets that share a part, or are too many, are refused`() {
        func bytes(sheets: Int) -> [UInt8] {
            var builder = Self.sheet
            let entry = #"<sheet name="表" sheetId="1" r:id="rId1"/>"#
            for index in builder.entries.indices where builder.entries[index].name == "xl/workbook.xml" {
                let text = String(decoding: builder.entries[index].data, as: UTF8.self)
                var copy = PackageBuilder()
                copy.add(
                    "xl/workbook.xml",
                    text.replacing(entry, with: String(repeating: entry, count: sheets)))
                builder.entries[index] = copy.entries[0]
            }
            return builder.bytes
        }
        #expect(Self.problem(bytes(sheets: 2)) == .duplicatePart)
        #expect(Self.problem(bytes(sheets: 1_001)) == .tooManySheets(limit: 1_000))
    }

    @Test func `a bomb whose directory lies is stopped where it exceeds what it says`() {
        let bytes = Self.changed { entry in
            var builder = PackageBuilder()
            builder.add("a", [UInt8](repeating: 0x20, count: 64 << 20), isDeflated: true)
            entry.data = builder.entries[0].data
            entry.method = 8
        }
        #expect(Self.problem(bytes) == .damagedPart)
    }

    @Test func `ten thousand entries are the most`() {
        var builder = Self.sheet
        for index in 0...10_000 { builder.add("a\(index)", []) }
        #expect(Self.problem(builder.bytes) == .tooManyParts(limit: 10_000))
    }

    @Test(arguments: ["xl/workbook.xml", "XL/Workbook.XML", "xl\\workbook.xml"])
    func `two entries of one name are refused`(name: String) {
        var builder = Self.sheet
        builder.add(name, "<workbook/>")
        #expect(Self.problem(builder.bytes) == .duplicatePart)
    }

    @Test func `entries that share bytes are refused`() {
        var builder = Self.sheet
        var copy = builder.entries[0]
        copy.header = 0
        builder.entries.append(copy)
        #expect(Self.problem(builder.bytes) == .overlappingParts)
    }

    @Test func `an entry whose own header has another name is refused`() {
        var builder = Self.sheet
        var other = builder.entries[0]
        other.name = String(repeating: "x", count: other.name.utf8.count)
        other.header = 0
        builder.entries = Array(builder.entries.dropFirst()) + [other]
        #expect(Self.problem(builder.bytes) == .damagedArchive)
    }

    @Test func `what is encrypted, oddly compressed or damaged is refused`() {
        #expect(Self.problem(Self.changed { $0.flags = 1 }) == .otherFormat(.encrypted))
        #expect(Self.problem(Self.changed { $0.method = 12 }) == .unsupportedCompression(method: 12))
        #expect(Self.problem(Self.changed { $0.checksum ^= 1 }) == .damagedPart)
        #expect(Self.problem(Self.changed { $0.size += 1 }) == .damagedPart)
        #expect(Self.problem(Self.changed { $0.method = 8 }) == .damagedPart)
        #expect(Self.problem(Self.changed { $0.data[3] ^= 1 }) == .damagedPart)
    }

    @Test func `names that climb out of the archive lead nowhere`() {
        let relationship = Relationship(id: "", type: "", target: "../../../etc/passwd", of: "xl/workbook.xml")
        #expect(relationship.target == "etc/passwd")
        var builder = Self.sheet
        builder.add("../../etc/passwd", "x")
        builder.add("/etc/passwd", "x")
        #expect(throws: Never.self) { try Workbook(builder.bytes).listing() }
    }

    @Test func `files that are no archive are told apart`() {
        #expect(Self.problem([]) == .otherFormat(.empty))
        #expect(Self.problem(Array("联合体编号,年度".utf8)) == .otherFormat(.other))
        #expect(Self.problem(Array("\u{FEFF}\n <?xml version=\"1.0\"?><Workbook/>".utf8)) == .otherFormat(.otherXML))
        #expect(Self.problem(Array("PK\u{3}\u{4}".utf8)) == .truncated)
        #expect(Self.problem(Array("%PDF-1.7".utf8)) == .otherFormat(.pdf))
        var archive = PackageBuilder()
        archive.add("readme.txt", "x")
        #expect(Self.problem(archive.bytes) == .otherFormat(.zip))
    }

    @Test(arguments: ["xlsx/openpyxl.xlsx", "xlsx/utf16.xlsx", "docx/libreoffice.docx"])
    func `a file cut off anywhere is refused`(name: String) throws {
        let bytes = try fixture(name).bytes
        for count in stride(from: 1, to: bytes.count, by: 97) {
            let cut = Array(bytes[..<count])
            #expect(throws: OfficeFileError.self) { try Workbook(cut).listing() }
            #expect(throws: OfficeFileError.self) { try WordDocument(cut) }
        }
    }

    @Test func `a part too large to be held in memory is refused`() {
        #expect(Self.problem(Self.sheet.bytes, PackageLimits(partInMemory: 10)) == .partTooLarge(limit: 10))
    }

    private static let piledUp: [(String, XMLProblem)] = [
        ("<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w>&b;</w>", .documentType),
        ("<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><w/>", .documentType),
        (
            "<worksheet xmlns=\"\(PackageBuilder.spreadsheetNamespace)\">" + String(repeating: "<a>", count: 100_000),
            .tooDeep(limit: 256)
        ),
        ("<w a=\"" + String(repeating: "x", count: 2 << 20) + "\"/>", .markupTooLong(limit: 1 << 20)),
        ("<!--" + String(repeating: "x", count: 2 << 20) + "--><w/>", .markupTooLong(limit: 1 << 20)),
        (
            "<worksheet xmlns=\"\(PackageBuilder.spreadsheetNamespace)\" "
                + (0..<100).map { "xmlns:a\($0)=\"u\"" }.joined(separator: " ") + "><v "
                + (0..<100).map { "xmlns:b\($0)=\"u\"" }.joined(separator: " ") + "/></worksheet>",
            .tooManyNamespaces(limit: 128)
        ),
        ("<w " + (0..<200).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>", .tooManyAttributes(limit: 128)),
    ]

    @Test(arguments: piledUp)
    func `XML that is made to be expanded or piled up is refused`(xml: String, problem: XMLProblem) {
        #expect(Self.problem(PackageBuilder.workbook(sheet: xml).bytes) == .malformedXML(problem))
    }
}
