internal import Collection
internal import FEEL
internal import Spreadsheet
internal import Standards

/// Copies a sheet as it was sent, cell by cell in its place, so that it can be corrected there and sent again: with the
/// widths it had, and the looks and lists of the yearly workbook where it is of one of its forms. What is wrong is
/// coloured by its severity and noted beside the cell.
///
/// Of a sheet with very many rows, or much in them, only those with findings are copied, and the header.
struct SheetCopy {
    /// How the sheet that is copied is laid out, as far as it can be read.
    struct Layout {
        var mergedRanges: [CellRange] = []
        var widths: [(columns: ClosedRange<Int>, width: Double)] = []
    }

    private let sheet: SheetWriter
    /// What merged cells say is written to each row, as it was read.
    private var layout: LayoutFindings
    /// Cells side by side that are shown as one, by row and first column.
    private let wide: [Int: [Int: CellRange]]
    /// The widths that the sheet came with, by column.
    private let given: [Int: Double]
    private var dress: SheetDress
    /// By row and column; column 0 for the row as a whole.
    private let findings: [Int: [Int: [Finding]]]
    private var widths: [Int] = []
    private var rows = 0
    private var lastRow = 0
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
    private static let columnLimit = 200

    init(to sheet: SheetWriter, findings: [Finding], _ layout: Layout = Layout(), edition: Edition, room: Int) {
        self.sheet = sheet
        self.layout = LayoutFindings(mergedRanges: layout.mergedRanges)
        self.room = room
        dress = SheetDress(edition: edition)
        let wide = layout.mergedRanges.filter {
            $0.first.row == $0.last.row && $0.first.column < $0.last.column && $0.last.column <= Self.columnLimit
        }
        self.wide = Dictionary(grouping: wide, by: \.first.row)
            .mapValues { Dictionary($0.map { ($0.first.column, $0) }, uniquingKeysWith: { first, _ in first }) }
        given = layout.widths.reduce(into: [:]) { widths, entry in
            for column in entry.columns where column <= Self.columnLimit { widths[column] = entry.width }
        }
        self.findings = Dictionary(grouping: findings.filter { $0.source.row > 0 }, by: \.source.row)
            .mapValues { Dictionary(grouping: $0, by: \.source.column) }
    }

    mutating func copy(_ row: borrowing Spreadsheet.Row) {
        if layout.concerns(row) {
            let filled = layout.filled(row)
            copyCells(of: spelledOut(filled) ?? filled)
        } else if let spelledOut = spelledOut(row) {
            copyCells(of: spelledOut)
        } else {
            copyCells(of: row)
        }
    }

    /// A row in which numbers that nobody can tell from what they show are texts that say both: sent back as they are,
    /// they are no figures either. Nil where the row has none.
    private func spelledOut(_ row: borrowing Spreadsheet.Row) -> Spreadsheet.Row? {
        var texts: [Int: String] = [:]
        for (column, found) in findings[row.number] ?? [:] where found.contains(where: { $0.kind == .scaledByFormat }) {
            guard let stored = row.formatted(at: column - 1)?.stored else { continue }
            texts[column - 1] = "\(row.text(at: column - 1))（存数\(stored)）"
        }
        return texts.isEmpty ? nil : row.replacing(texts)
    }

    private mutating func copyCells(of row: borrowing Spreadsheet.Row) {
        rows += 1
        isSparse = isSparse || rows > Self.rowLimit || room < Self.roomInWorkbook / 2
        let marks = findings[row.number]
        let size = row.size + row.count * Self.cellSize
        guard row.number <= CellAddress.last.row, !isSparse || marks != nil, size <= room else { return }
        room -= size
        lastRow = max(lastRow, row.number)
        if headerRow == nil, rows <= SheetReader.rowsAboveHeader,
            case .header(let header) = FormHeader.match(row, known: TemplateCover.columns)
        {
            headerRow = row.number
            layout.start(header, at: row.number)
            dress.start(header, row)
        }
        let isHeader = headerRow == row.number
        let isCover = sheet.name == TemplateLayout.cover && headerRow == nil
        let formats = isCover ? dress.coverFormats(of: row) : dress.formats(of: row, in: sheet)
        let count = max(
            row.count, (formats.keys.max() ?? -1) + 1, wide[row.number]?.values.map(\.last.column).max() ?? 0)
        var position = 0
        var height = 0.0
        while position < min(count, CellAddress.last.column) {
            let found = (marks?[position + 1] ?? []) + (marks?[0] ?? [])
            let plain = formats[position] ?? (isHeader ? dress.headerFormat(at: position) : SheetCopyStyle.cell)
            let open = found.filter { $0.answer == nil }
            let worst = (open.isEmpty ? found : open).max { $0.kind.severity < $1.kind.severity }
            let format = worst.map { worst in plain.with { $0.fill = worst.fill } } ?? plain
            let range = wide[row.number]?[position + 1].flatMap { Self.isOfOneText($0, row) ? $0 : nil }
            height = max(height, write(row, at: position, format, over: range, isKnown: formats[position] != nil))
            position = range.map(\.last.column) ?? position + 1
        }
        if height > 20 { sheet.setHeight(min(height, 300), ofRow: row.number) }
        if dress.isTotal(row) { dress.closeFund() }
        if let marks { note(marks, inRow: row.number, of: row.count) }
    }

    /// Whether only the first of the cells that are shown as one says anything: what stands under a merge is not lost.
    private static func isOfOneText(_ range: CellRange, _ row: borrowing Spreadsheet.Row) -> Bool {
        for column in (range.first.column + 1)...range.last.column where column <= row.count {
            guard row.text(at: column - 1).isEmpty else { return false }
        }
        return true
    }

    /// Sets the sheet's columns to the width that they had, else to that of what they hold.
    func finish() {
        for (index, width) in widths.enumerated() where given[index + 1] == nil {
            sheet.setWidth(Double(min(max(width + 2, 8), 26)), ofColumns: (index + 1)...(index + 1))
        }
        for (column, width) in given { sheet.setWidth(width, ofColumns: column...column) }
        dress.finish(sheet, lastRow: lastRow)
        if let headerRow { sheet.freeze(at: .at(dress.frozenColumn, headerRow + 1)) }
        sheet.setPrint(isLandscape: headerRow != nil, title: sheet.name, headerRow: headerRow)
    }

    /// Writes a cell, or several that are shown as one; returns the height that its text needs.
    private mutating func write(
        _ row: borrowing Spreadsheet.Row, at position: Int, _ format: CellFormat, over range: CellRange?, isKnown: Bool
    ) -> Double {
        let text = position < row.count ? row.text(at: position) : ""
        let address = CellAddress.at(position + 1, row.number)
        if !text.isEmpty, range == nil {
            while widths.count <= position { widths.append(0) }
            widths[position] = max(widths[position], text.displayWidth(upTo: 60))
        }
        if let range {
            sheet.write(text, merging: range, format.with { $0.wraps = true })
            let width = (range.first.column...range.last.column).reduce(0) { $0 + (given[$1] ?? 9) }
            return SheetWriter.height(of: text, width: width, fontSize: format.fontSize)
        }
        if let formula = dress.total(row, at: position) {
            sheet.write(formula: formula, value: Double(text) ?? 0, at: address, format)
            return 0
        }
        switch position < row.count ? row.type(at: position) : .text {
        case .number:
            guard let number = text.exactDouble else {
                sheet.write(text, at: address, format)
                return 0
            }
            sheet.write(number, at: address, format)
        case .percent:
            guard let number = text.exactDouble else {
                sheet.write(text + "%", at: address, format)
                return 0
            }
            sheet.write(number / 100, at: address, format.with { $0.numberFormat = "0.00%" })
        case .date where format.numberFormat == TemplateStyle.date.numberFormat:
            guard let day = CalendarDate(text) else {
                sheet.write(text, at: address, format)
                return 0
            }
            sheet.write(year: day.year, month: day.month, day: day.day, at: address, format)
        default:
            // An empty cell without looks of its own is left out: text beside it may run over it.
            if !text.isEmpty || format.fill != nil || isKnown { sheet.write(text, at: address, format) }
            guard format.wraps, let width = given[position + 1] else { return 0 }
            return SheetWriter.height(of: text, width: width, fontSize: format.fontSize)
        }
        return 0
    }

    private mutating func note(_ marks: [Int: [Finding]], inRow row: Int, of count: Int) {
        for (column, found) in marks.sorted(by: { $0.key < $1.key }) where comments < Self.commentLimit {
            let address = CellAddress.at(max(column, 1), row)
            guard address.column <= CellAddress.last.column else { continue }
            // A finding of a cell past the end of the row, or of the row as a whole.
            if column > count, let worst = found.max(by: { $0.kind.severity < $1.kind.severity }) {
                sheet.write("", at: address, SheetCopyStyle.cell.with { $0.fill = worst.fill })
            }
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
        $0.wraps = true
    }
}

extension String {
    /// The number that the text is, where a cell can hold it to the last digit.
    fileprivate var exactDouble: Double? {
        guard utf8.count(where: { (0x30...0x39).contains($0) }) <= 15 else { return nil }
        return Double(self)
    }
}
