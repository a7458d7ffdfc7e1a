internal import Collection
internal import Spreadsheet
internal import Standards

extension YearlyTemplate {
    /// The sheet that tells by fund and source what was planned, what was received and what is planned next.
    func writeFunds(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(TemplateLayout.funds)
        let years = ["\(year)年计划", "\(year)年到位", "\(next)年计划", "\(next.advanced(by: 1))年计划"]
        let heads = ["资金类别", "经费来源"] + years + ["说明"]
        let widths: [Double] = [14, 20, 16, 16, 16, 16, 36]
        for (offset, (head, width)) in zip(heads, widths).enumerated() {
            let format = offset < 2 ? TemplateStyle.header : TemplateStyle.inputHeader
            sheet.write(head, at: .at(offset + 1, 1), format)
            sheet.setWidth(width, ofColumns: (offset + 1)...(offset + 1))
        }
        sheet.setHeight(26, ofRow: 1)
        var row = 2
        for fund in Fund.allCases {
            let first = row
            for payer in TemplateLayout.payers {
                sheet.write(fund.rawValue, at: .at(1, row), TemplateStyle.code)
                sheet.write(payer, at: .at(2, row), TemplateStyle.plain)
                for column in 3...6 { sheet.write("", at: .at(column, row), TemplateStyle.amount) }
                sheet.write("", at: .at(7, row), TemplateStyle.input)
                sheet.setHeight(22, ofRow: row)
                row += 1
            }
            sheet.write(fund.rawValue, at: .at(1, row), TemplateStyle.label)
            sheet.write("合计", at: .at(2, row), TemplateStyle.label)
            for column in 3...6 {
                let letters = CellAddress.letters(of: column)
                sheet.write(
                    formula: "=SUM(\(letters)\(first):\(letters)\(row - 1))", value: 0, at: .at(column, row),
                    TemplateStyle.total)
            }
            sheet.write("", at: .at(7, row), TemplateStyle.label)
            sheet.setHeight(22, ofRow: row)
            sheet.restrictToAmounts(CellRange(first: .at(3, first), last: .at(6, row - 1)))
            row += 1
        }
        let note = "单位：万元。各来源相加应与“观测点”表的到位资金、计划数一致；“观测点”表未填的，采用本表合计。到位指当年实际收到，不含已承诺未到账的。"
        sheet.write(
            note, merging: CellRange(first: .at(1, row + 1), last: .at(7, row + 1)), TemplateStyle.note)
        sheet.setHeight(34, ofRow: row + 1)
        finish(sheet, below: .at(3, 2))
    }
}
