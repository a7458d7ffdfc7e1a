internal import Collection
internal import Spreadsheet
internal import Standards

/// A column of a register in the yearly workbook.
private struct RegisterColumn {
    let title: String
    let width: Double
    var isDate = false
    /// Whether a program might make something else of what is typed: a date of 6.1.2.
    var isCode = false
    var choices: [String] = []

    init(_ title: String, _ width: Double, isDate: Bool = false, isCode: Bool = false, choices: [String] = []) {
        self.title = title
        self.width = width
        self.isDate = isDate
        self.isCode = isCode
        self.choices = choices
    }
}

extension YearlyTemplate {
    func writePolicies(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        try writeRegister(
            TemplateLayout.policies,
            [
                RegisterColumn("层级", 8, choices: PolicyLevel.allCases.map(\.title)),
                RegisterColumn("地区", 16), RegisterColumn("标题", 46), RegisterColumn("文号", 24),
                RegisterColumn("发文单位", 22), RegisterColumn("发文日期", 13, isDate: true),
                RegisterColumn("是否有效", 10, choices: [TemplateLayout.yes, TemplateLayout.no]),
                RegisterColumn("佐证材料", 28), RegisterColumn("有效期至", 13, isDate: true),
                RegisterColumn("废止日期", 13, isDate: true),
            ],
            notes: [2: "政策适用的省、市（州），填全称或GB/T 2260六位代码。已填的可以改，如省级政策填省名。"],
            filled: region.isEmpty ? [] : Array(repeating: ["地区": region], count: TemplateLayout.framedRows), workbook)
    }

    func writeIncidents(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        try writeRegister(
            TemplateLayout.incidents,
            [
                RegisterColumn("发生日期", 14, isDate: true),
                RegisterColumn("领域", 12, choices: IncidentDomain.allCases.map(\.title)),
                RegisterColumn("程度", 10, choices: IncidentSeverity.allCases.map(\.title)),
                RegisterColumn("不良影响", 12, choices: [TemplateLayout.yes, TemplateLayout.no]),
                RegisterColumn("核查状态", 12, choices: IncidentStatus.allCases.map(\.title)),
                RegisterColumn("佐证材料", 30), RegisterColumn("情况说明", 40),
            ],
            notes: [4: "是否造成不良社会影响；尚未认定的留空。"], workbook)
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
            TemplateLayout.members,
            [
                RegisterColumn("单位名称", 44), RegisterColumn("统一社会信用代码", 22, isCode: true),
                RegisterColumn("单位类别", 24, choices: TemplateLayout.memberKinds),
                RegisterColumn("角色", 14, choices: TemplateLayout.memberRoles),
                RegisterColumn("加入日期", 13, isCode: true), RegisterColumn("退出日期", 13, isCode: true),
                RegisterColumn("备注", 30),
                RegisterColumn("撤回", 8, choices: [TemplateLayout.yes]),
            ],
            notes: [
                1: "一个单位一行。以前报过的已列出，请增补、更正；不改的即沿用。",
                5: "如2023-05-01；只知道年份的填年份。", 6: "已退出的填退出日期。", 8: "误列的单位选“是”，该单位即撤回。",
            ], filled: rows, workbook)
    }

    func writeEvidence(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        try writeRegister(
            TemplateLayout.evidence,
            [
                RegisterColumn("观测点编号", 16, isCode: true), RegisterColumn("材料名称", 44), RegisterColumn("文件名", 36),
                RegisterColumn("SHA-256", 30), RegisterColumn("说明", 24),
            ],
            notes: [1: "一件材料说明几个观测点的，编号之间用顿号隔开，如：8.2.3、8.3.3。", 4: "文件的SHA-256校验值，可以留空。"], workbook)
    }

    /// A sheet whose rows are all to be filled in. `notes` are by column, from 1; `filled` is what the first rows hold
    /// already, by the headings of their columns.
    private func writeRegister(
        _ name: String, _ columns: [RegisterColumn], notes: [Int: String], filled: [[String: String]] = [],
        _ workbook: WorkbookWriter
    ) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(name)
        let rows = max(TemplateLayout.framedRows, filled.count)
        for (index, column) in columns.enumerated() {
            let number = index + 1
            sheet.write(column.title, at: .at(number, 1), TemplateStyle.inputHeader)
            if let note = notes[number] { sheet.comment(note, at: .at(number, 1), author: TemplateLayout.author) }
            let format =
                column.isDate
                ? TemplateStyle.date
                : column.isCode ? TemplateStyle.input.with { $0.numberFormat = "@" } : TemplateStyle.input
            // All rows of the column are open; the first of them have frames.
            sheet.setWidth(column.width, ofColumns: number...number, format.with { $0.hasBorder = false })
            for row in 0..<rows {
                let text = row < filled.count ? filled[row][column.title] ?? "" : ""
                sheet.write(text, at: .at(number, row + 2), format)
            }
            let range = CellRange.column(number, rows: 2...TemplateLayout.checkedRows)
            if !column.choices.isEmpty {
                sheet.restrict(range, to: column.choices, message: "请从列表中选择。")
            } else if column.isDate {
                // 2000-01-01 and 2099-12-31.
                sheet.restrict(
                    range, where: "=AND(ISNUMBER(\(range.first)),\(range.first)>=36526,\(range.first)<=73050)",
                    message: "应为日期，如\(year)-03-01。")
            }
        }
        sheet.setHeight(26, ofRow: 1)
        sheet.freeze(at: .at(1, 2))
        sheet.protect()
        sheet.setTabColour(0xC55A11)
        sheet.setPrint(isLandscape: true, title: title, headerRow: 1)
    }
}
