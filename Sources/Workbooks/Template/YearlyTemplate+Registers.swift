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

    /// The sheet of work plans, or of tasks, with what was told before.
    func writeLedger(
        _ kind: FormKind, _ name: String, _ workbook: WorkbookWriter, _ prefill: inout PrefillSheet
    ) throws(WorkbookWritingError) {
        let titles = Dictionary(uniqueKeysWithValues: kind.columns.map { ($0.id, $0.title) })
        let rows = ledgers.filter { $0.form.rawValue == kind.rawValue }.map { entry in
            Dictionary(uniqueKeysWithValues: entry.values.compactMap { id, text in titles[id].map { ($0, text) } })
        }
        for (index, row) in rows.enumerated() { prefill.add(row, to: name, number: index + 1) }
        let notes =
            kind == .workplans
            ? [
                1: "计划所属年度。\(next)年度的计划\(next)年1月31日前报送；\(year)年度各项的完成情况\(year)年12月31日前报送。",
                2: "一项一行。以前报过的已列出，请补填完成情况；任务名称请勿改动，改动即为另一项。",
                3: "可用某个观测点的年报数核定的，填其编号；否则留空。", 4: "写明观测点的，填一个数，单位与观测点相同，如“不少于100”。以首次上报为准。",
                5: "不填即为当年12月31日。", 6: "每项都填了完成情况，即为报送自评。", 8: "误列的一项选“是”，该项即撤回。",
            ]
            : [
                1: "任务所属年度。", 2: "一项一行，分解到责任单位。以前报过的已列出，请更新状态。", 3: "成员单位名称。",
                4: "到期没有完成的，将提醒。", 7: "误列的一项选“是”，该项即撤回。",
            ]
        try writeRegister(kind, name, notes: notes, filled: rows, workbook)
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
        finish(sheet, below: .at(1, 2))
    }
}
