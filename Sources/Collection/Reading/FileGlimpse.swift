internal import Foundation
internal import Spreadsheet

/// What the first rows of a file show: when it is to be read, and of whom it may speak. The reading decides.
struct FileGlimpse: Sendable {
    /// Nil where the first rows are the header of no form.
    private(set) var form: FormKind?
    /// Ids of the consortia that a cover or the first rows name.
    private(set) var consortia: Set<String> = []
    /// When a document was last saved, as it says itself.
    private(set) var savedAt: Date?
    /// By the first bytes; nil where they cannot be read.
    private(set) var format: FileFormat?

    /// In bytes: of a text file, and of a workbook. A register or a manifest is never as large as the largest workbooks.
    private static let textLimit = 1 << 16
    private static let workbookLimit = 1 << 20

    init(of path: FilePath) {
        guard let prefix = try? SourceFile.prefix(of: path, count: Self.textLimit) else { return }
        let format = FileFormat(prefix: prefix)
        self.format = format
        if format == .zip { lookIntoWorkbook(at: path) }
        guard format == .other else { return }
        // The prefix may end within a character, of four bytes at most.
        guard let text = (0...3).lazy.compactMap({ try? DecodedText(Array(prefix.dropLast($0))) }).first else { return }
        // It may also end within quotes; the rows before that have been seen.
        try? look(into: CSVSheet(text), limit: .max)
    }

    private mutating func lookIntoWorkbook(at path: FilePath) {
        guard let bytes = try? SourceFile.prefix(of: path, count: Self.workbookLimit + 1),
            bytes.count <= Self.workbookLimit
        else { return }
        savedAt = DocumentProperties.savedAt(bytes)
        guard let workbook = try? Workbook(bytes) else { return }
        for sheet in workbook.sheets {
            if consortia.isEmpty, let cover = try? TemplateCover(sheet), !cover.consortium.text.isEmpty {
                consortia = [cover.consortium.text.identifier]
            }
            if form == nil { try? look(into: sheet, limit: SheetReader.rowsAboveHeader * 2) }
        }
    }

    /// Looks for a header among the first rows, and for the consortia that those after it name.
    private mutating func look(into sheet: some Sheet, limit: Int) throws {
        var column: Int?
        var rows = 0
        var form: FormKind?
        var found: Set<String> = []
        defer {
            self.form = form
            consortia.formUnion(found)
        }
        try sheet.forEachRow(limit: limit) { row in
            rows += 1
            if form != nil {
                guard let column, column < row.count else { return }
                found.insert(row.text(at: column).identifier)
            } else if rows <= SheetReader.rowsAboveHeader, case .header(let header) = FormHeader.match(row) {
                form = header.kind
                column = header.position("consortium")
            }
        }
    }
}
