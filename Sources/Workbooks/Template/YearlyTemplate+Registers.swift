internal import Collection
internal import Spreadsheet
internal import Standards

extension YearlyTemplate {
    func writePolicies(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        let place = region.isEmpty ? "" : "，如“\(region)”；省级政策填省名"
        try writeRegister(
            .policies, TemplateLayout.policies, notes: [2: "政策适用的省、市（州），填全称或GB/T 2260六位代码\(place)。"], workbook)
    }

    func writeIncidents(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        try writeRegister(
            .incidents, TemplateLayout.incidents,
            notes: [
                4: "是否造成不良社会影响；尚未认定的留空。", 7: "时间、地点、经过、处置和影响；已有结论的写明文号。",
            ], workbook)
    }

    func writeDocuments(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        try writeRegister(
            .documents, TemplateLayout.documents,
            notes: [
                1: "一次报送一行。以前登记过的不必重填。", 2: "材料所属的年度，如\(year)；组建时的材料留空。",
                4: "报送或发布的日期，如\(year)-03-20；按这一天计是否按时，同一材料报过几次的，以最早一次为准。",
                6: "登记有误的一行，照原样填写并选“是”，即撤回；再另起一行填写正确的。",
            ], workbook)
    }

    func writeMembers(
        _ workbook: WorkbookWriter, _ prefill: inout PrefillSheet
    ) throws(WorkbookWritingError) {
        let titles = Dictionary(uniqueKeysWithValues: FormKind.members.columns.map { ($0.id, $0.title) })
        let rows = members.filter { $0.form == .members }.map { entry in
            Dictionary(uniqueKeysWithValues: entry.values.compactMap { id, text in titles[id].map { ($0, text) } })
        }
        for (index, row) in rows.enumerated() { prefill.add(row, asMember: index + 1) }
        try writeRegister(
            .members, TemplateLayout.members,
            notes: [
                1: "一个单位一行。以前报过的已列出，请增补、更正；不改的即沿用。",
                5: "如2023-05-01；只知道年份的填年份。", 6: "已退出的填退出日期。", 8: "误列的单位选“是”，该单位即撤回。",
            ], filled: rows, workbook)
    }

    func writeEvidence(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        try writeRegister(
            .evidence, TemplateLayout.evidence,
            notes: [
                1: "一件材料说明几个观测点的，编号之间用顿号隔开，如：8.2.3、8.3.3。", 3: "与随表报送的文件同名，如：8.2.3-认定文件.pdf。",
                4: "有校验值的才填，没有请留空。",
            ], workbook)
    }

    /// A sheet whose rows are all to be filled in. `notes` are by column, from 1; `filled` is what the first rows hold
    /// already, by the headings of their columns.
    private func writeRegister(
        _ kind: FormKind, _ name: String, notes: [Int: String], filled: [[String: String]] = [],
        _ workbook: WorkbookWriter
    ) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(name)
        let rows = max(TemplateLayout.framedRows, filled.count)
        for (index, column) in RegisterColumn.columns(of: kind, edition).enumerated() {
            let number = index + 1
            sheet.write(column.title, at: .at(number, 1), TemplateStyle.inputHeader)
            if let note = notes[number] { sheet.comment(note, at: .at(number, 1), author: TemplateLayout.author) }
            // All rows of the column are open; the first of them have frames.
            sheet.setWidth(column.width, ofColumns: number...number, column.format.with { $0.hasBorder = false })
            for row in 0..<rows {
                let text = row < filled.count ? filled[row][column.title] ?? "" : ""
                sheet.write(text, at: .at(number, row + 2), column.format)
            }
            column.restrict(.column(number, rows: 2...TemplateLayout.checkedRows), sheet)
        }
        sheet.setHeight(26, ofRow: 1)
        sheet.freeze(at: .at(1, 2))
        sheet.protect()
        sheet.setTabColour(0xC55A11)
        sheet.setPrint(isLandscape: true, title: title, headerRow: 1)
    }
}
