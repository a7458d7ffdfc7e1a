internal import Collection
internal import Spreadsheet
internal import Standards

/// Copies a sheet as it was sent, cell by cell in its place, so that it can be corrected there and sent again. What is
/// wrong is coloured by its severity and noted beside the cell.
///
/// Of a sheet with very many rows, or much in them, only those with findings are copied, and the header.
struct SheetCopy {
    private let sheet: SheetWriter
    /// What merged cells say is written to each row, as it was read.
    private var layout: LayoutFindings
    /// By row and column; column 0 for the row as a whole.
    private let findings: [Int: [Int: [Finding]]]
    private var widths: [Int] = []
    private var rows = 0
    private var comments = 0
    private var headerRow: Int?
    private var isSparse = false
    /// How much may still be copied, in bytes of text and a few more for each cell.
    private(set) var room: Int

    /// Rows that are copied one and all.
    static let rowLimit = 5_000
    /// Of all the sheets of a receipt together.
    static let roomInWorkbook = 16 << 20
    private static let cellSize = 16
    /// Boxes of notes make a workbook slow to open; the summary has every finding.
    private static let commentLimit = 1_000

    init(to sheet: SheetWriter, findings: [Finding], mergedRanges: [CellRange] = [], room: Int) {
        self.sheet = sheet
        layout = LayoutFindings(mergedRanges: mergedRanges)
        self.room = room
        self.findings = Dictionary(grouping: findings.filter { $0.source.row > 0 }, by: \.source.row)
            .mapValues { Dictionary(grouping: $0, by: \.source.column) }
    }

    mutating func copy(_ row: borrowing Spreadsheet.Row) {
        if layout.concerns(row) {
            let filled = layout.filled(row)
            copyCells(of: filled)
        } else {
            copyCells(of: row)
        }
    }

    private mutating func copyCells(of row: borrowing Spreadsheet.Row) {
        rows += 1
        isSparse = isSparse || rows > Self.rowLimit || room < Self.roomInWorkbook / 2
        let marks = findings[row.number]
        let size = row.size + row.count * Self.cellSize
        guard row.number <= CellAddress.last.row, !isSparse || marks != nil, size <= room else { return }
        room -= size
        if headerRow == nil, rows <= SheetReader.rowsAboveHeader,
            case .header(let header) = FormHeader.match(row, known: TemplateCover.columns)
        {
            headerRow = row.number
            layout.start(header, at: row.number)
        }
        for position in 0..<min(row.count, CellAddress.last.column) {
            let found = (marks?[position + 1] ?? []) + (marks?[0] ?? [])
            write(row, at: position, format(found, isHeader: headerRow == row.number))
        }
        if let marks { note(marks, inRow: row.number, of: row.count) }
    }

    /// Sets the sheet's columns to the width of what they hold.
    func finish() {
        for (index, width) in widths.enumerated() {
            sheet.setWidth(Double(min(max(width + 2, 8), 26)), ofColumns: (index + 1)...(index + 1))
        }
        if let headerRow { sheet.freeze(at: .at(1, headerRow + 1)) }
        sheet.setPrint(isLandscape: true, title: sheet.name, headerRow: headerRow)
    }

    private mutating func write(_ row: borrowing Spreadsheet.Row, at position: Int, _ format: CellFormat) {
        let text = row.text(at: position)
        let address = CellAddress.at(position + 1, row.number)
        if !text.isEmpty {
            while widths.count <= position { widths.append(0) }
            widths[position] = max(widths[position], text.displayWidth(upTo: 60))
        }
        switch row.type(at: position) {
        case .number:
            guard let number = text.exactDouble else { return sheet.write(text, at: address, format) }
            sheet.write(number, at: address, format)
        case .percent:
            guard let number = text.exactDouble else { return sheet.write(text + "%", at: address, format) }
            sheet.write(number / 100, at: address, format.with { $0.numberFormat = "0.00%" })
        default:
            // An empty cell without a colour is left out: text beside it may run over it.
            if !text.isEmpty || format.fill != nil { sheet.write(text, at: address, format) }
        }
    }

    private func format(_ findings: [Finding], isHeader: Bool) -> CellFormat {
        let open = findings.filter { $0.answer == nil }
        guard let worst = (open.isEmpty ? findings : open).max(by: { $0.kind.severity < $1.kind.severity }) else {
            return isHeader ? SheetCopyStyle.header : SheetCopyStyle.cell
        }
        return SheetCopyStyle.cell.with { $0.fill = worst.fill }
    }

    private mutating func note(_ marks: [Int: [Finding]], inRow row: Int, of count: Int) {
        for (column, found) in marks.sorted(by: { $0.key < $1.key }) where comments < Self.commentLimit {
            let address = CellAddress.at(max(column, 1), row)
            guard address.column <= CellAddress.last.column else { continue }
            // A finding of a cell past the end of the row, or of the row as a whole.
            if column > count { sheet.write("", at: address, format(found, isHeader: false)) }
            // The row's own note goes with that of its first cell.
            if column == 0, marks[1] != nil { continue }
            let all = column == 1 ? found + (marks[0] ?? []) : found
            let text = all.map { "【\($0.severityTitle)】\($0.text)" }.joined(separator: "\n")
            sheet.comment(text, at: address, author: SubmissionReceipt.summarySheet)
            comments += 1
        }
    }
}

private enum SheetCopyStyle {
    static let cell = CellFormat().with {
        $0.isLocked = false
        $0.hasBorder = true
    }
    static let header = TemplateStyle.label.with { $0.isLocked = false }
}

extension SubmissionReceipt {
    /// Copies what was sent, as far as it can be read again; returns the names of the copies by those of the originals.
    func copySheets(to workbook: WorkbookWriter) throws -> [String?: String] {
        guard let content = submission.content else { return [:] }
        let bySheet = Dictionary(grouping: findings, by: \.source.sheet)
        var names: [String?: String] = [:]
        var room = SheetCopy.roomInWorkbook
        func copy(_ source: some Sheet, as title: String, _ mergedRanges: [CellRange] = []) throws {
            let target = try workbook.addSheet(title)
            names[source.name] = target.name
            if source.name == TemplateLayout.prefill { target.hide() }
            var copy = SheetCopy(
                to: target, findings: bySheet[source.name] ?? [], mergedRanges: mergedRanges, room: room)
            do {
                try source.forEachRow { copy.copy($0) }
            } catch {
                // A file that breaks off is copied as far as it goes.
            }
            copy.finish()
            room = copy.room
        }
        if content.isOfficeFile {
            guard let book = try? Workbook(content.bytes) else { return [:] }
            for sheet in book.sheets.lazy.map({ $0.held() }) where !sheet.isSummary {
                let isSmall = content.bytes.count < SubmissionReader.layoutLimit
                try copy(sheet, as: sheet.title, isSmall ? (try? sheet.mergedRanges()) ?? [] : [])
            }
        } else if let text = try? DecodedText(content.bytes) {
            try copy(CSVSheet(text), as: submission.forms.first?.title ?? "数据")
        }
        return names
    }
}

extension WorkbookSheet {
    /// Whether the sheet is the summary of an earlier receipt, in which somebody corrected what was sent.
    fileprivate var isSummary: Bool {
        var isSummary = false
        try? forEachRow(limit: 1) { isSummary = $0.text(at: 0) == SubmissionReceipt.summaryTitle }
        return isSummary
    }
}

extension String {
    /// The number that the text is, where a cell can hold it to the last digit.
    fileprivate var exactDouble: Double? {
        guard utf8.count(where: { (0x30...0x39).contains($0) }) <= 15 else { return nil }
        return Double(self)
    }
}
