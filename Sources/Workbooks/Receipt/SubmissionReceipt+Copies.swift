internal import Collection
internal import Spreadsheet
internal import Standards

extension SubmissionReceipt {
    /// Copies what was sent, as far as it can be read again; returns the names of the copies by those of the originals.
    func copySheets(to workbook: WorkbookWriter) throws -> [String?: String] {
        guard let content = submission.content else { return [:] }
        let bySheet = Dictionary(grouping: findings, by: \.source.sheet)
        var names: [String?: String] = [:]
        var room = SheetCopy.roomInWorkbook
        func copy(_ source: some Sheet, as title: String, _ layout: SheetCopy.Layout = SheetCopy.Layout()) throws {
            let target = try workbook.addSheet(title)
            names[source.name] = target.name
            if source.name == TemplateLayout.prefill { target.hide() }
            var copy = SheetCopy(
                to: target, findings: bySheet[source.name] ?? [], layout, edition: edition, room: room)
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
