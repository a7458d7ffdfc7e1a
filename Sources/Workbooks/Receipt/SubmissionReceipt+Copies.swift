internal import Collection
internal import Spreadsheet
internal import Standards

extension SubmissionReceipt {
    /// Copies what was sent, as far as it can be read again; returns the names of the copies by those of the originals.
    func copySheets(to workbook: WorkbookWriter) throws -> [String?: String] {
        guard let content = submission.content else { return [:] }
        let bySheet = Dictionary(grouping: findings, by: \.source.sheet)
        var names: [String?: String] = [:]
        // Of a text there may be millions, and there is no such sheet.
        lazy var said = Set(
            submission.observations.lazy.filter { $0.value != .missing }.map {
                PrefilledCell(code: $0.indicator.text, column: YearColumn($0.year, $0.basis))
            })
        var room = SheetCopy.roomInWorkbook
        func copy(_ source: some Sheet, as title: String, _ layout: SheetCopy.Layout = SheetCopy.Layout()) throws {
            let target = try workbook.addSheet(title)
            names[source.name] = target.name
            let isPrefill = source.name == TemplateLayout.prefill
            if isPrefill { target.hide() }
            var copy = SheetCopy(
                to: target, findings: bySheet[source.name] ?? [], layout, edition: edition, room: room)
            do {
                try source.forEachRow { row in
                    // What was changed is to count when it is changed back, so it is not what was filled in before.
                    if isPrefill, said.contains(Self.cell(of: row)) { return }
                    copy.copy(row)
                }
            } catch {
                // A file that breaks off is copied as far as it goes.
            }
            copy.finish()
            room = copy.room
        }
        if content.isOfficeFile {
            guard let book = try? Workbook(content.bytes) else { return [:] }
            let isSmall = content.bytes.count < SubmissionReader.layoutLimit
            for sheet in book.sheets.lazy.map({ $0.held() }) where !sheet.isOurs {
                var layout = SheetCopy.Layout()
                if isSmall {
                    layout.mergedRanges = (try? sheet.mergedRanges()) ?? []
                    layout.widths = (try? sheet.columnWidths()) ?? []
                }
                try copy(sheet, as: sheet.title, layout)
            }
        } else if let text = try? DecodedText(content.bytes) {
            try copy(CSVSheet(text), as: submission.forms.first?.title ?? "数据")
        }
        return names
    }
}

/// A figure's cell as the sheet of what was filled in names it.
private struct PrefilledCell: Hashable {
    let code: String
    let column: YearColumn?
}

extension SubmissionReceipt {
    private static func cell(of row: borrowing Spreadsheet.Row) -> PrefilledCell {
        guard row.count >= 3, row.text(at: 0) == TemplateLayout.figures else {
            return PrefilledCell(code: "", column: nil)
        }
        return PrefilledCell(code: row.text(at: 1), column: YearColumn(heading: row.text(at: 2)))
    }
}

extension WorkbookSheet {
    /// Whether the sheet is one that we made for an earlier receipt, in which somebody corrected what was sent; or one
    /// that only counts what the others hold, which a copy without its formulas would not.
    fileprivate var isOurs: Bool {
        guard title != TemplateLayout.progress else { return true }
        var isOurs = false
        try? forEachRow(limit: 1) { isOurs = $0.text(at: 0).hasPrefix(SubmissionReceipt.summaryTitle) }
        return isOurs
    }
}
