internal import Collection
internal import Spreadsheet
internal import Standards

extension YearlyTemplate {
    /// The sheet that says whose figures of which year these are, how to give them, and who answers for them.
    func writeCover(_ workbook: WorkbookWriter) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(TemplateLayout.cover)
        sheet.setWidth(18, ofColumns: 1...1)
        sheet.setWidth(34, ofColumns: 2...2)
        sheet.setWidth(16, ofColumns: 3...3)
        sheet.setWidth(28, ofColumns: 4...4)
        sheet.write(title, merging: CellRange(first: .at(1, 1), last: .at(4, 1)), TemplateStyle.title)
        sheet.setHeight(42, ofRow: 1)

        var row = 3
        func line(_ label: String, _ text: String, isOpen: Bool = false) {
            let format = isOpen ? TemplateStyle.input : TemplateStyle.plain
            sheet.write(label, at: .at(1, row), TemplateStyle.label)
            sheet.write(text, merging: CellRange(first: .at(2, row), last: .at(4, row)), format)
            sheet.setHeight(max(20, SheetWriter.height(of: text, width: 78)), ofRow: row)
            row += 1
        }
        line(TemplateCover.Label.consortium.rawValue, consortium?.id ?? "", isOpen: consortium == nil)
        line(TemplateCover.Label.name.rawValue, consortium?.name ?? "", isOpen: consortium == nil)
        line(TemplateCover.Label.year.rawValue, year.description)
        line(TemplateCover.Label.edition.rawValue, edition.id)
        line(TemplateCover.Label.title.rawValue, edition.title)
        line(TemplateCover.Label.version.rawValue, edition.version)
        line(TemplateCover.Label.template.rawValue, TemplateLayout.version)
        if let logHead { line(TemplateCover.Label.logHead.rawValue, logHead) }
        for field in Self.coverFields { line(field, "", isOpen: true) }

        row += 1
        for (heading, lines) in zip(Self.coverBlocks, [instructions, declaration]) {
            block(heading, lines, sheet, &row)
        }
        sheet.protect()
        sheet.hideGridlines()
        sheet.setTabColour(0x1F4E79)
        sheet.setPrint(isLandscape: false, title: title)
    }

    /// What a clerk fills in beside the figures, and the headings of what is to be read.
    static let coverFields = ["填报人", "联系电话", "填报日期"]
    static let coverBlocks = ["填报说明", "填报单位承诺"]

    private func block(_ heading: String, _ lines: [String], _ sheet: SheetWriter, _ row: inout Int) {
        sheet.write(heading, merging: CellRange(first: .at(1, row), last: .at(4, row)), TemplateStyle.goal)
        sheet.setHeight(22, ofRow: row)
        row += 1
        for line in lines {
            sheet.write(line, merging: CellRange(first: .at(1, row), last: .at(4, row)), TemplateStyle.note)
            sheet.setHeight(SheetWriter.height(of: line, width: 94) + 3, ofRow: row)
            row += 1
        }
        row += 1
    }

    private var instructions: [String] {
        var lines = [
            "白色格子是要填的：橙色表头各列，以及\(registers)各表。其余格子已锁定。填到哪里、能否报送，看“填报进度”表。",
            "\(edition.judges ? "数据截至\(year)年12月31日。" : "填\(year)年度截至填报之日的数。")只填数字，单位见“单位”一列，不要写“约”“余”，不要带单位。百分比填30或30%，不填0.3。",
            "没有采集的请留空，不要填0；确实不适用的填“不适用”。是否类从下拉列表中选“是”“否”“不适用”。",
            "已报过的数已填入，不改即沿用，清空也不会抹去；要撤回已报的数，请在该格填“撤回”。",
            "“\(year)年实际”填当年实际完成数。"
                + (edition.indicators.contains(where: edition.takesPromise)
                    ? "“\(next)年承诺”的浅黄色格子填下一年承诺达到的数，灰色格子不填。" : ""),
        ]
        if let first = earlierYears.first, let last = earlierYears.last {
            let span = first == last ? "\(first)" : "\(first)—\(last)"
            lines.append(
                "灰色格子是\(span)年已报数据，只供对照。确需更正的，在“审阅”中撤销工作表保护（没有密码）后修改，并在“更正理由”中说明。")
        }
        if edition.judges { lines.append("“事件”表填报本联合体在招生、就业、安全等领域发生的事件；没有发生的不填。") }
        if !edition.filings.isEmpty {
            lines.append("“材料登记”表登记已经报送、发布的材料和日期，一次报送一行；按登记的日期看是否按时。")
        }
        if asksForPlans {
            lines.append(
                "“年度工作计划”表填\(next)年度的计划和\(year)年度各项的完成情况，填报即为报送，经省级审核后报部；“任务”表填分解到成员单位的任务，没有分解的不填。")
        }
        if asksByQuarter {
            lines.append("“季度数”表填\(next)年各季度的数，季末填好即可再报一次本表；只作预警，不代替年报数，不按季度报的不填。")
        }
        lines += [
            "请不要增删列、改表头。用WPS、Excel或LibreOffice填写均可，请存为.xlsx格式报送。",
            "报送后会收到回执，逐格列出需要核对的地方，先列会改变结论的；可以直接在回执中改正后再报。",
        ]
        return lines.enumerated().map { "\($0 + 1). \($1)" }
    }

    /// The sheets beside 观测点 that are to be filled in, in quotes.
    private var registers: String {
        [
            asksForFunds ? TemplateLayout.funds : nil, edition.judges ? TemplateLayout.policies : nil,
            edition.judges ? TemplateLayout.incidents : nil, edition.filings.isEmpty ? nil : TemplateLayout.documents,
            asksForPlans ? TemplateLayout.workPlans : nil, asksForPlans ? TemplateLayout.tasks : nil,
            asksByQuarter ? TemplateLayout.quarters : nil, TemplateLayout.members, TemplateLayout.evidence,
        ].compactMap(\.self).map { "“\($0)”" }.joined()
    }

    private var declaration: [String] {
        [
            "我承诺：所填报的数据、内容均真实、准确、有效，并自愿接受有关方面核查。如有弄虚作假或其他违规行为，自愿退出认定，并接受处理。",
            "负责人签字：                              单位（公章）：                              年    月    日",
        ]
    }
}

extension YearlyTemplate {
    var next: ReportingYear { year.advanced(by: 1) }
}
