internal import Collection
internal import Spreadsheet
internal import Standards

/// The hidden sheet that keeps what the cells of a yearly workbook held when it was sent out, for the reading of what
/// comes back (``Collection/TemplatePrefill``).
struct PrefillSheet {
    private var rows: [[String]] = []

    mutating func add(_ value: ObservedValue?, of indicator: IndicatorCode, under heading: String) {
        guard let text = value?.text else { return }
        rows.append([TemplateLayout.figures, indicator.text, heading, text])
    }

    /// - Parameters:
    ///   - member: a row of the list of members, by the headings of its columns.
    ///   - number: the number of the row among them, from 1.
    mutating func add(_ member: [String: String], asMember number: Int) {
        add(member, to: TemplateLayout.members, number: number)
    }

    /// - Parameters:
    ///   - row: a row of a list, by the headings of its columns.
    ///   - number: the number of the row among them, from 1.
    mutating func add(_ row: [String: String], to sheet: String, number: Int) {
        for (heading, text) in row.sorted(by: { $0.key < $1.key }) {
            rows.append([sheet, String(number), heading, text])
        }
    }

    /// Writes the sheet even where nothing was filled in: that says so.
    func write(to workbook: WorkbookWriter) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(TemplateLayout.prefill)
        for (index, row) in ([TemplatePrefill.headings] + rows).enumerated() {
            for (column, text) in row.enumerated() {
                sheet.write(text, at: .at(column + 1, index + 1), CellFormat().with { $0.numberFormat = "@" })
            }
        }
        sheet.protect()
        sheet.hide()
    }
}
