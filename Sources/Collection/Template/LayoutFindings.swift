internal import Spreadsheet

/// What a sheet hides or merges. Hidden rows are read like others, and people are told so. What a merged cell says of
/// several rows (whose figures, of which year) holds for each of them; a figure holds for the first only.
struct LayoutFindings {
    /// Those of more than one row.
    private let merged: [CellRange]
    private var mergedTexts: [Int: String] = [:]
    private var headerRow = 0
    private var figureColumns: Set<Int> = []
    private var hiddenRows: [Int] = []

    init(mergedRanges: [CellRange]) {
        merged = mergedRanges.filter { $0.first.row < $0.last.row }
    }

    mutating func start(_ header: FormHeader, at row: Int) {
        headerRow = row
        figureColumns = Set(
            (header.years.map(\.position) + ["value", "evidence", "reason"].compactMap(header.position)).map { $0 + 1 })
    }

    /// Whether the row has anything to do with what is hidden or merged.
    mutating func concerns(_ row: borrowing Spreadsheet.Row) -> Bool {
        if row.isHidden, headerRow > 0 { hiddenRows.append(row.number) }
        return !merged.isEmpty && headerRow > 0
    }

    /// The row with what merged cells say of it.
    mutating func filled(_ row: borrowing Spreadsheet.Row) -> Spreadsheet.Row {
        var texts: [Int: String] = [:]
        for (index, range) in merged.enumerated() where !figureColumns.contains(range.first.column) {
            if range.first.row == row.number {
                mergedTexts[index] = row.text(at: range.first.column - 1)
            } else if range.first.row < row.number, row.number <= range.last.row {
                texts[range.first.column - 1] = mergedTexts[index]
            }
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
