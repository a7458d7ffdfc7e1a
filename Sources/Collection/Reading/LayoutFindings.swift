package import Spreadsheet

/// What a sheet hides or merges. What is hidden is read like the rest, and people are told so. What a merged cell says of
/// several rows (whose figures, of which year) holds for each of them; a figure holds for the first only. What other
/// cells under it hold is not shown, so it is not read: people are told that too.
package struct LayoutFindings {
    /// By the rows in which they start.
    private let merged: [CellRange]
    /// How many of them start above the row being read.
    private var passed = 0
    /// What covers the row being read, by column: at most one range each.
    private var covers: [Int: Cover] = [:]
    /// The row in which the first of them ends.
    private var coversEnd = Int.max
    private var covered: [Covered] = []
    private var headerRow = 0
    private var figureColumns: Set<Int> = []
    /// The columns of the form that are no figures.
    private var keyColumns: Set<Int> = []
    private var hiddenRows: [Int] = []
    /// Columns with figures that are hidden, and the row of the first.
    private var hiddenColumns: [Int: Int] = [:]

    private struct Cover {
        let range: CellRange
        /// Of its first cell, the one that is shown.
        let text: String
    }

    /// A cell with something in it that a merged one hides.
    private struct Covered {
        let address: CellAddress
        let range: CellRange
        let text: String
    }

    /// No row has more columns than the limit of sheets.
    private static let mostColumns = SheetLimits().columns

    package init(mergedRanges: [CellRange]) {
        merged = mergedRanges.filter { $0.first != $0.last }.sorted { $0.first < $1.first }
    }

    package mutating func start(_ header: FormHeader, at row: Int) {
        headerRow = row
        figureColumns = Set(
            (header.years.map(\.position) + ["value", "evidence", "reason"].compactMap(header.position)).map { $0 + 1 })
        keyColumns = Set(header.positions.values.map { $0 + 1 }).subtracting(figureColumns)
        covered.removeAll { $0.address.row < row }
    }

    /// Whether the row has anything to do with what is hidden or merged.
    package mutating func concerns(_ row: borrowing Spreadsheet.Row) -> Bool {
        if headerRow > 0 {
            if row.isHidden { hiddenRows.append(row.number) }
            for column in figureColumns where row.isColumnHidden(at: column - 1) && hiddenColumns[column] == nil {
                if column <= row.count, row.size(at: column - 1) > 0 { hiddenColumns[column] = row.number }
            }
        }
        return !merged.isEmpty
    }

    /// The row with what merged cells say of it, and without what they hide. Rows must come in their order.
    package mutating func filled(_ row: borrowing Spreadsheet.Row) -> Spreadsheet.Row {
        if row.number > coversEnd {
            covers = covers.filter { $0.value.range.last.row >= row.number }
            coversEnd = covers.values.lazy.map(\.range.last.row).min() ?? .max
        }
        while passed < merged.count, merged[passed].first.row <= row.number {
            let range = merged[passed]
            passed += 1
            guard range.last.row >= row.number, range.first.column <= Self.mostColumns else { continue }
            // Rows without any value are not shown to us, nor are the texts of merged cells that start there.
            let text = range.first.row == row.number ? row.text(at: range.first.column - 1) : ""
            let cover = Cover(range: range, text: text)
            coversEnd = min(coversEnd, range.last.row)
            for column in range.first.column...min(range.last.column, Self.mostColumns) { covers[column] = cover }
        }
        guard !covers.isEmpty else { return copy row }
        var texts: [Int: String] = [:]
        for column in 1...max(row.count, keyColumns.max() ?? 0, 1) {
            guard let cover = covers[column], cover.range.first != CellAddress(row: row.number, column: column) else {
                continue
            }
            let own = row.text(at: column - 1)
            let isKey = column == cover.range.first.column && keyColumns.contains(column)
            let text = isKey ? cover.text : ""
            if own != text { texts[column - 1] = text }
            // Some programs write the same into all cells that they merge.
            guard !own.isEmpty, own != cover.text, covered.count < Draft.findingLimit else { continue }
            let address = CellAddress(row: row.number, column: column)
            let sign = row.type(at: column - 1) == .percent ? "%" : ""
            covered.append(Covered(address: address, range: cover.range, text: own + sign))
        }
        return texts.isEmpty ? copy row : row.replacing(texts)
    }

    func report(in draft: inout Draft) {
        if let first = hiddenRows.first {
            draft.report(.hiddenRows, row: first, ["count": String(hiddenRows.count)])
        }
        let columns = hiddenColumns.keys.sorted()
        if let first = columns.first {
            draft.report(
                .hiddenColumns, row: hiddenColumns[first] ?? 0, column: first,
                ["columns": columns.map { CellAddress.letters(of: $0) }.joined(separator: "、")])
        }
        for range in merged
        where range.first.row > headerRow && range.first.row < range.last.row
            && figureColumns.contains(range.first.column)
        {
            draft.report(
                .mergedFigure, row: range.first.row, column: range.first.column,
                ["first": range.first.description, "last": range.last.description])
        }
        for cell in covered
        where cell.address.row == headerRow || figureColumns.union(keyColumns).contains(cell.address.column) {
            draft.report(
                .coveredValue, row: cell.address.row, column: cell.address.column,
                ["range": cell.range.description, "first": cell.range.first.description, "found": cell.text])
        }
    }
}
