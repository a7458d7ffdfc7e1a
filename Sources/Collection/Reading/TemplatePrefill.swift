internal import Spreadsheet
internal import Standards

/// What the cells of a yearly workbook held when it was sent out, as its hidden sheet keeps it: a row a cell, with the
/// sheet, the indicator's code (or the number of the row, for lists), the heading of the column, and the value.
package struct TemplatePrefill: Sendable {
    /// The headings of the sheet, by which it is known whatever it is called.
    package static let headings = ["工作表", "编号", "列", "预填值"]

    private struct Key: Hashable {
        let code: String
        let column: YearColumn
    }

    private var figures: [Key: String] = [:]
    private var members: Set<[String: String]> = []

    /// Rows of the sheet; a workbook of four hundred indicators has far fewer.
    private static let height = 20_000

    /// Nil where `sheet` is not that of a yearly workbook.
    init?(_ sheet: WorkbookSheet) throws {
        var isKnown = false
        var rows: [String: [String: String]] = [:]
        var figures: [Key: String] = [:]
        try sheet.forEachRow(limit: Self.height) { row in
            let cells = (0..<min(row.count, 4)).map { row.text(at: $0).trimmed }
            if row.number == 1 { isKnown = cells == Self.headings }
            guard isKnown, row.number > 1, cells.count == 4 else { return }
            if cells[0] == TemplateLayout.figures, let column = YearColumn(key: FormColumn.key(of: cells[2])) {
                figures[Key(code: cells[1], column: column)] = cells[3]
            } else if cells[0] == TemplateLayout.members,
                let column = FormKind.members.columns.first(where: { $0.title == cells[2] })
            {
                rows[cells[1], default: [:]][column.id] = cells[3]
            }
        }
        guard isKnown else { return nil }
        self.figures = figures
        members = Set(rows.values)
    }

    /// What the cell of an indicator under a year held; nil where it was blank.
    func text(of code: IndicatorCode, under column: YearColumn) -> String? {
        figures[Key(code: code.text, column: column)]
    }

    /// Whether the list of members had a row with just these cells, by the ids of their columns.
    func holds(member values: [String: String]) -> Bool { members.contains(values) }
}
