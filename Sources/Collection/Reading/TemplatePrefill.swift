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
    /// The rows of lists, by the form of the list.
    private var lists: [FormKind: Set<[String: String]>] = [:]

    /// The sheets that are lists, and what they list.
    private static let listed: [String: FormKind] = [
        TemplateLayout.members: .members, TemplateLayout.workPlans: .workplans, TemplateLayout.tasks: .tasks,
    ]

    private struct RowKey: Hashable {
        let form: FormKind
        let number: String
    }

    /// Rows of the sheet; a workbook of four hundred indicators has far fewer.
    private static let height = 20_000

    /// Nil where `sheet` is not that of a yearly workbook.
    init?(_ sheet: WorkbookSheet) throws {
        var isKnown = false
        var rows: [RowKey: [String: String]] = [:]
        var figures: [Key: String] = [:]
        try sheet.forEachRow(limit: Self.height) { row in
            let cells = (0..<min(row.count, 4)).map { row.text(at: $0).trimmed }
            if row.number == 1 { isKnown = cells == Self.headings }
            guard isKnown, row.number > 1, cells.count == 4 else { return }
            if cells[0] == TemplateLayout.figures, let column = YearColumn(key: FormColumn.key(of: cells[2])) {
                figures[Key(code: cells[1], column: column)] = cells[3]
            } else if let form = Self.listed[cells[0]],
                let column = form.columns.first(where: { $0.title == cells[2] })
            {
                rows[RowKey(form: form, number: cells[1]), default: [:]][column.id] = cells[3]
            }
        }
        guard isKnown else { return nil }
        self.figures = figures
        for (key, row) in rows { lists[key.form, default: []].insert(row) }
    }

    /// What the cell of an indicator under a year held; nil where it was blank.
    func text(of code: IndicatorCode, under column: YearColumn) -> String? {
        figures[Key(code: code.text, column: column)]
    }

    /// Whether a list had a row with just these cells, by the ids of their columns.
    func holds(_ values: [String: String], of form: FormKind) -> Bool { lists[form]?.contains(values) ?? false }
}
