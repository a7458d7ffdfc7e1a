@testable import Spreadsheet
import TestSupport
import Testing

struct DOCXTests {
    private static func document(_ name: String) throws -> WordDocument {
        try WordDocument(fixture("docx/\(name)").bytes)
    }

    private static func body(_ xml: String) throws -> [WordBlock] {
        try WordDocument(PackageBuilder.document(body: xml).bytes).blocks
    }

    private static func paragraphs(_ document: WordDocument) -> [String] {
        document.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
    }

    @Test(arguments: ["python-docx.docx", "libreoffice.docx"])
    func `a form is read in the order of its text, its table by its grid`(name: String) throws {
        let document = try Self.document(name)
        #expect(
            Self.paragraphs(document) == ["市域产教联合体推荐书", "联系人：\t张三\t电话：", "第一行\n第二行"])
        let table = try #require(document.tables.first)
        #expect(document.tables.count == 1)
        #expect(table.rows.count == 4)
        #expect(table.rows[0].map(\.columns) == [1...2, 3...4])
        #expect(table.cell(row: 1, column: 2)?.text == "名称")
        #expect(table.cell(row: 1, column: 4)?.text == "示例联合体")
        // Merged over three rows.
        for row in 2...4 { #expect(table.cell(row: row, column: 1)?.text == "建设基础") }
        #expect(table.cell(row: 3, column: 4)?.text == "120")
        #expect(table.cell(row: 5, column: 1) == nil)
        #expect(table.cell(row: 1, column: 5) == nil)
        // A table within a cell is there, but no part of the cell's text.
        let cell = try #require(table.cell(row: 4, column: 3))
        #expect(!cell.text.contains("内层"))
        let inner = cell.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(inner.first?.cell(row: 1, column: 2)?.text == "表")
    }

    @Test func `insertions are read and deletions are not`() throws {
        let document = try Self.document("tracked-changes.docx")
        #expect(Self.paragraphs(document).contains("计划 100 万元"))
        let rows = try #require(document.tables.last).rows
        #expect(rows.map { $0.map(\.text) } == [["加上的行"]])
    }

    @Test func `controls and ticked boxes are read, text boxes and notes are not`() throws {
        let paragraphs = Self.paragraphs(try Self.document("controls-and-symbols.docx"))
        #expect(paragraphs.suffix(3) == ["控件里的字", "☑是□否-\t", "新"])
    }

    private static let bodies: [(String, [WordBlock])] = [
        ("<w:p/>", [.paragraph("")]),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>\(run("甲"))</w:p>", [.paragraph("甲")]),
        ("<w:p><w:hyperlink>\(run("甲"))</w:hyperlink></w:p>", [.paragraph("甲")]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>\(run("1"))</w:p>", [.paragraph("1")]),
        ("<w:p><w:moveFrom>\(run("旧"))</w:moveFrom><w:moveTo>\(run("新"))</w:moveTo></w:p>", [.paragraph("新")]),
        (
            "<w:p><w:ruby><w:rt>\(run("jia"))</w:rt><w:rubyBase>\(run("甲"))</w:rubyBase></w:ruby></w:p>",
            [.paragraph("甲")]
        ),
        ("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>", [.paragraph("\u{FFFD}")]),
        ("<w:tbl/>", [.table(WordTable(rows: []))]),
        ("<w:p>\(run("公章"))\(picture(drawing("<a:blip r:embed=\"r1\"/>")))</w:p>", [.paragraph("公章"), .picture]),
        ("<w:p>\(picture(drawing("<a:ln/>")))</w:p><w:p/>", [.paragraph(""), .paragraph("")]),
        ("<w:p>\(picture(drawing("<a:blip/>")))</w:p>", [.paragraph("")]),
        ("<w:p>\(picture(drawing("<a:blip r:link=\"r1\"/>", hidden: true)))</w:p>", [.paragraph("")]),
        ("<w:p>\(picture(older("<v:imagedata/>")))\(run("甲"))</w:p>", [.paragraph("甲"), .picture]),
        ("<w:p>\(picture(older("<v:textbox>公章</v:textbox>")))</w:p>", [.paragraph("")]),
        ("<w:p><w:del>\(picture(older("<v:imagedata/>")))</w:del></w:p>", [.paragraph("")]),
        ("<w:p>\(picture(bothWays))</w:p>", [.paragraph(""), .picture]),
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>", [.paragraph("")]),
    ]

    private static let namespaces = """
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
        """

    private static func picture(_ xml: String) -> String { "<w:r>\(xml)</w:r>" }

    private static func drawing(_ xml: String, hidden: Bool = false) -> String {
        "<w:drawing \(namespaces)><wp:anchor><wp:docPr hidden=\"\(hidden ? 1 : 0)\"/>\(xml)</wp:anchor></w:drawing>"
    }

    private static func older(_ xml: String) -> String { "<w:pict \(namespaces)><v:shape>\(xml)</v:shape></w:pict>" }

    /// As Word writes a picture for itself and for programs that came before.
    private static let bothWays =
        "<mc:AlternateContent \(namespaces)><mc:Choice>" + drawing("<a:blip r:embed=\"r1\"/>")
        + "</mc:Choice><mc:Fallback>" + older("<v:imagedata/>") + "</mc:Fallback></mc:AlternateContent>"

    private static func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

    @Test(arguments: bodies)
    func `a body is read`(xml: String, blocks: [WordBlock]) throws {
        #expect(try Self.body(xml) == blocks)
    }

    @Test func `a row that starts further right, and a cell within controls, have their columns`() throws {
        let blocks = try Self.body(
            """
            <w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:sdt><w:sdtContent><w:tc><w:tcPr><w:gridSpan w:val="2"/>\
            <w:tcPrChange><w:tcPr><w:gridSpan w:val="9"/></w:tcPr></w:tcPrChange></w:tcPr><w:p/></w:tc></w:sdtContent></w:sdt>\
            <w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>
            """)
        guard case .table(let table) = blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(table.rows[0].map(\.columns) == [3...4, 5...5])
        #expect(table.rows[0].map(\.continuesAbove) == [false, true])
        #expect(table.cell(row: 1, column: 5)?.continuesAbove == true)
    }

    @Test func `tables within tables end where XML does`() {
        let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 100)
        let error = #expect(throws: OfficeFileError.self) { try Self.body(deep) }
        #expect(error?.problem == .malformedXML(.tooDeep(limit: 256)))
    }

    @Test(arguments: ["python-docx.docx", "tracked-changes.docx", "controls-and-symbols.docx"])
    func `a mutated document is read or refused`(name: String) throws {
        let mutation = Mutation(alphabet: Array("<>/=\"&; wtrcpbl0123456789:".utf8) + [0, 0xE4, 0xFF])
        var random = SeededNumbers(seed: name.utf8.reduce(5) { $0 &* 31 &+ UInt64($1) })
        let archive = try ZipArchive(fixture("docx/\(name)").bytes, limits: PackageLimits())
        let needed = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        let parts = try archive.parts().filter { needed.contains($0.name) }
        var outcomes = (read: 0, refused: 0)
        for _ in 0..<600 {
            var builder = PackageBuilder()
            for part in parts {
                let isChanged = part.name == "word/document.xml"
                builder.add(part.name, isChanged ? mutation(part.bytes, changes: 1...3, &random) : part.bytes)
            }
            do {
                _ = try WordDocument(builder.bytes)
                outcomes.read += 1
            } catch {
                outcomes.refused += 1
            }
        }
        #expect(outcomes.read > 50 && outcomes.refused > 50)
    }
}
