package import Spreadsheet

/// What a sheet hides or merges. Hidden rows are read like others, and people are told so. What a merged cell says of
/// several rows (whose figures, of which year) holds for each of them; a figure holds for the first only.
package struct LayoutFindings {
    /// Those of more than one row, by the rows in which they start.
    private let merged: [CellRange]
    /// How many of them start above the row being read.
    private var passed = 0
    /// What reaches down to the row being read, by column: at most one range each.
    private var open: [Int: (lastRow: Int, text: String)] = [:]
    private var headerRow = 0
    private var figureColumns: Set<Int> = []
    /// The columns of the form that are no figures.
    private var keyColumns: Set<Int> = []
    private var hiddenRows: [Int] = []

    package init(mergedRanges: [CellRange]) {
        merged = mergedRanges.filter { $0.first.row < $0.last.row }.sorted { $0.first.row < $1.first.row }
    }

    package mutating func start(_ header: FormHeader, at row: Int) {
        headerRow = row
        figureColumns = Set(
            (header.years.map(\.position) + ["value", "evidence", "reason"].compactMap(header.position)).map { $0 + 1 })
        keyColumns = Set(header.positions.values.map { $0 + 1 }).subtracting(figureColumns)
    }

    /// Whether the row has anything to do with what is hidden or merged.
    package mutating func concerns(_ row: borrowing Spreadsheet.Row) -> Bool {
        if row.isHidden, headerRow > 0 { hiddenRows.append(row.number) }
        return !merged.isEmpty && headerRow > 0
    }

    /// The row with what merged cells say of it. Rows must come in their order.
    package mutating func filled(_ row: borrowing Spreadsheet.Row) -> Spreadsheet.Row {
        var texts: [Int: String] = [:]
        for (column, range) in open {
            if range.lastRow < row.number { open[column] = nil } else { texts[column - 1] = range.text }
        }
        while passed < merged.count, merged[passed].first.row <= row.number {
            let range = merged[passed]
            passed += 1
            guard range.first.row == row.number, keyColumns.contains(range.first.column) else { continue }
            open[range.first.column] = (range.last.row, row.text(at: range.first.column - 1))
        }
        return texts.isEmpty ? copy row : row.filling(texts)
    }

    func report(in draft: inout Draft) {
        if let first = hiddenRows.first {
            draft.report(.hiddenRows, row: first, ["count": String(hiddenRows.count)])
        }
        for range in merged where range.first.row > headerRow && figureColumns.contains(range.first.column) {
            draft.report(
                .mergedFigure, row: range.first.row, column: range.first.column,
                ["first": range.first.description, "last": range.last.description])
        }
    }
}
