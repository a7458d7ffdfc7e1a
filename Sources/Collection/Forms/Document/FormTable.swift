internal import Spreadsheet
internal import Standards

/// A cell of a form's table with all the rows and columns that it covers.
struct FormCell: Hashable {
    /// The number of its table.
    let table: Int
    var rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
    let text: String
    let label: FormLabel
    /// What it shows, line by line.
    var lines: [TextLine] = []

    /// Where it starts.
    var address: CellAddress { CellAddress(row: rows.lowerBound, column: columns.lowerBound) }
}

/// A table of a document as people see it: cells that are merged are one.
struct FormTable {
    /// The table's number among the document's, from 1.
    let number: Int
    /// Row by row, each from left to right.
    private(set) var cells: [FormCell] = []
    /// Positions in ``cells`` of what a row shows, from left to right; the cells of rows above that reach into it, too.
    private var rows: [[Int]] = []

    init(_ table: WordTable, number: Int) {
        self.number = number
        for (index, row) in table.rows.enumerated() {
            rows.append(row.map { place(of: $0, in: index + 1) })
        }
    }

    /// The position of a cell, which is a new one unless it continues one above.
    private mutating func place(of cell: WordCell, in row: Int) -> Int {
        if cell.continuesAbove,
            let above = rows.last?.first(where: { cells[$0].columns.lowerBound == cell.columns.lowerBound })
        {
            cells[above].rows = cells[above].rows.lowerBound...row
            return above
        }
        let lines = cell.blocks.lines
        let text = lines.map(\.text).joined(separator: "\n").trimmed
        cells.append(
            FormCell(
                table: number, rows: row...row, columns: cell.columns, text: text, label: FormLabel(text), lines: lines)
        )
        return cells.count - 1
    }

    /// How many columns the grid has.
    var width: Int { cells.map(\.columns.upperBound).max() ?? 0 }

    /// The cells that a row shows, from left to right.
    func cells(inRow row: Int) -> [FormCell] {
        rows.indices.contains(row - 1) ? rows[row - 1].map { cells[$0] } : []
    }

    /// The cell that covers a place.
    func cell(row: Int, column: Int) -> FormCell? {
        cells(inRow: row).first { $0.columns.contains(column) }
    }

    /// The nearest cell above a row with this label.
    func heading(_ label: FormLabel, above row: Int) -> FormCell? {
        cells.last { $0.rows.upperBound < row && $0.label == label }
    }

    /// The headings of years in the nearest row above that has any: `2022年`, `2023 年²`.
    func yearHeadings(above row: Int = .max) -> [YearHeading] {
        let headings = cells.filter { $0.rows.upperBound < row }.compactMap(YearHeading.init)
        let nearest = headings.map(\.cell.rows.upperBound).max()
        return headings.filter { $0.cell.rows.upperBound == nearest }
    }
}

/// A cell that heads the figures of a year.
struct YearHeading {
    let year: ReportingYear
    let cell: FormCell

    /// Nil for a cell that is no such heading; a number alone is a figure.
    init?(_ cell: FormCell) {
        guard cell.label.key.hasSuffix("年"), let year = ReportingYear(text: cell.label.key) else { return nil }
        self.year = year
        self.cell = cell
    }
}

/// A line of a document's text, with the number of pictures that stand or are anchored in it.
struct TextLine: Hashable {
    let text: String
    var pictures = 0
}

extension [WordBlock] {
    /// The text of every paragraph line by line, those of tables within among them, in the order in which they are read.
    var lines: [TextLine] {
        var lines: [TextLine] = []
        for block in self {
            switch block {
            case .paragraph(let text):
                lines += text.split(separator: "\n", omittingEmptySubsequences: false).map {
                    TextLine(text: String($0))
                }
            case .table(let table): lines += table.rows.flatMap { $0.flatMap(\.blocks.lines) }
            case .picture:
                if lines.isEmpty { lines.append(TextLine(text: "")) }
                lines[lines.count - 1].pictures += 1
            }
        }
        return lines
    }
}
