internal import Collection
internal import Spreadsheet
internal import Standards

extension YearlyTemplate {
    /// The sheet for figures of the quarters of the year under way. Nothing is filled in: what is told once stands, and a
    /// blank says nothing.
    func writeQuarters(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(TemplateLayout.quarters)
        let heads: [(text: String, width: Double, note: String?)] = [
            ("联合体编号", 12, nil), ("观测点", 10, nil), ("观测点名称", 44, nil), ("年度", 18, nil), ("单位", 9, nil),
            ("数值", 14, "季末填报；没有采集请留空，以后补填。只用于过程监测预警，全年以“观测点”表的年报数为准。"), ("佐证材料", 30, "材料的文件名，可以留空。"),
        ]
        for (offset, head) in heads.enumerated() {
            let format = offset < Self.firstOpenColumn - 1 ? TemplateStyle.header : TemplateStyle.inputHeader
            sheet.write(head.text, at: .at(offset + 1, 1), format)
            sheet.setWidth(head.width, ofColumns: (offset + 1)...(offset + 1))
            if let note = head.note { sheet.comment(note, at: .at(offset + 1, 1), author: TemplateLayout.author) }
        }
        sheet.setHeight(26, ofRow: 1)
        var row = 2
        for rule in edition.quarterRules {
            guard let indicator = edition.indicator(rule.indicator) else { continue }
            let span = rule.method == .sum ? "当季数" : "年初至季末累计数"
            for quarter in (1...4).compactMap({ Quarter(next, $0) }) {
                let cells: [(String, CellFormat)] = [
                    (consortium?.id ?? "", TemplateStyle.code), (indicator.code.text, TemplateStyle.code),
                    ("\(indicator.title)，\(span)", TemplateStyle.plain), (quarter.title, TemplateStyle.code),
                    (indicator.unit, TemplateStyle.code), ("", TemplateStyle.amount), ("", TemplateStyle.input),
                ]
                for (offset, cell) in cells.enumerated() { sheet.write(cell.0, at: .at(offset + 1, row), cell.1) }
                sheet.restrict(
                    CellRange(first: .at(Self.firstOpenColumn, row), last: .at(Self.firstOpenColumn, row)),
                    to: indicator)
                row += 1
            }
        }
        finish(sheet, below: .at(Self.firstOpenColumn, 2))
    }

    private static let firstOpenColumn = 6
}
