internal import Collection
internal import FEEL
internal import Spreadsheet
internal import Standards

/// Where the columns of the sheet 观测点 stand.
private struct FigureColumns {
    let code = 1
    let title = 2
    let unit = 3
    let guide = 4
    let earlier: ClosedRange<Int>?
    let actual: Int
    /// What was promised for the year reported on, and what is promised for the next.
    let promised: Int
    let promise: Int
    let evidence: Int
    let reason: Int
    let explanation: Int

    init(earlierYears: Int) {
        earlier = earlierYears > 0 ? 5...(4 + earlierYears) : nil
        actual = 5 + earlierYears
        promised = actual + 1
        promise = actual + 2
        evidence = actual + 3
        reason = actual + 4
        explanation = actual + 5
    }

    static func heading(_ year: ReportingYear, _ basis: Basis) -> String {
        "\(year)年\(basis == .actual ? "实际" : "承诺")"
    }
}

extension YearlyTemplate {
    /// The sheet with a row an indicator, under headings of the standard's first and second level.
    func writeFigures(_ workbook: WorkbookWriter, _ prefill: inout PrefillSheet) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(TemplateLayout.figures)
        let columns = FigureColumns(earlierYears: earlierYears.count)
        writeHeader(sheet, columns)
        var row = 2
        for category in edition.categories {
            for goal in category.goals where goal.criteria.contains(where: { !$0.points.isEmpty }) {
                let cooperation = goal.cooperation.isEmpty ? "" : " · \(goal.cooperation)"
                let heading = "\(goal.code) \(goal.title)（\(category.title)\(cooperation)）"
                write(heading: heading, TemplateStyle.goal, sheet, columns, &row)
                for line in goal.criteria where !line.points.isEmpty {
                    write(
                        heading: "\(line.code) \(line.title)：\(line.text)", TemplateStyle.row, sheet, columns, &row)
                    for ordinal in line.points.flatMap(\.indicators) {
                        write(edition.indicators[ordinal], sheet, columns, row, &prefill)
                        row += 1
                    }
                }
            }
        }
        sheet.suggest(
            (edition.credibility?.explanations ?? []).map(\.title), in: .column(columns.explanation, rows: 2...row))
        sheet.freeze(at: .at(columns.unit, 2))
        sheet.protect()
        sheet.setTabColour(0xC55A11)
        sheet.setPrint(isLandscape: true, title: title, headerRow: 1)
    }

    private func writeHeader(_ sheet: SheetWriter, _ columns: FigureColumns) {
        func head(_ column: Int, _ text: String, _ width: Double, isInput: Bool = false) {
            sheet.write(text, at: .at(column, 1), isInput ? TemplateStyle.inputHeader : TemplateStyle.header)
            sheet.setWidth(width, ofColumns: column...column)
        }
        head(columns.code, "观测点编号", 12)
        head(columns.title, "观测点名称", 38)
        head(columns.unit, "单位", 8)
        head(columns.guide, "怎么填", 27)
        for (offset, earlier) in earlierYears.enumerated() {
            head(5 + offset, FigureColumns.heading(earlier, .actual), 11)
        }
        head(columns.actual, FigureColumns.heading(year, .actual), 14, isInput: true)
        head(columns.promised, FigureColumns.heading(year, .committed), 11)
        head(columns.promise, FigureColumns.heading(next, .committed), 11, isInput: true)
        head(columns.evidence, "佐证材料", 24, isInput: true)
        head(columns.reason, "更正理由", 20, isInput: true)
        head(columns.explanation, "说明", 24, isInput: true)
        sheet.setHeight(26, ofRow: 1)
        let author = TemplateLayout.author
        sheet.comment("本年度实际完成数；已报过的已填入，不改即沿用。没有采集请留空；不适用请填“不适用”；撤回请填“撤回”。", at: .at(columns.actual, 1), author: author)
        sheet.comment("以前年度承诺在\(year)年达到的数；没有报过的可以补填。", at: .at(columns.promised, 1), author: author)
        sheet.comment("承诺在\(next)年达到的数，可以留空。", at: .at(columns.promise, 1), author: author)
        sheet.comment("材料的文件名或SHA-256，也可以在“佐证材料”表中逐件登记。", at: .at(columns.evidence, 1), author: author)
        let codes = (edition.credibility?.explanations ?? []).map { "“\($0.title)”" }.joined(separator: "、")
        sheet.comment(
            "回执中的警告所指属实的，在这里说明：先写\(codes)之一，再写情况。", at: .at(columns.explanation, 1), author: author)
        sheet.comment("更正以前年度已报数据的，在这里说明理由。", at: .at(columns.reason, 1), author: author)
    }

    private func write(
        heading: String, _ format: CellFormat, _ sheet: SheetWriter, _ columns: FigureColumns, _ row: inout Int
    ) {
        sheet.write("", at: .at(columns.code, row), format)
        sheet.write(
            heading, merging: CellRange(first: .at(columns.title, row), last: .at(columns.explanation, row)), format)
        let width = 38 + 8 + 27 + 11 * Double(earlierYears.count) + 14 + 11 + 11 + 24 + 20 + 24
        sheet.setHeight(SheetWriter.height(of: heading, width: width, fontSize: format.fontSize) + 2, ofRow: row)
        row += 1
    }

    private func write(
        _ indicator: Indicator, _ sheet: SheetWriter, _ columns: FigureColumns, _ row: Int,
        _ prefill: inout PrefillSheet
    ) {
        let guide = guide(to: indicator)
        sheet.write(indicator.code.text, at: .at(columns.code, row), TemplateStyle.code)
        sheet.write(indicator.title, at: .at(columns.title, row), TemplateStyle.plain)
        sheet.write(indicator.unit, at: .at(columns.unit, row), TemplateStyle.code)
        sheet.write(guide, at: .at(columns.guide, row), TemplateStyle.small)
        func show(_ shown: ReportingYear, _ basis: Basis, at column: Int, _ format: CellFormat) {
            let value = prior(indicator.code, shown, basis)
            sheet.write(value, at: .at(column, row), format)
            prefill.add(value, of: indicator.code, under: FigureColumns.heading(shown, basis))
        }
        for (offset, earlier) in earlierYears.enumerated() {
            show(earlier, .actual, at: 5 + offset, TemplateStyle.known)
        }
        let input = TemplateStyle.input(for: indicator)
        show(year, .actual, at: columns.actual, input)
        let isPromised = prior(indicator.code, year, .committed)?.status == .reported
        show(year, .committed, at: columns.promised, isPromised ? TemplateStyle.known : input)
        show(next, .committed, at: columns.promise, input)
        sheet.write("", at: .at(columns.evidence, row), TemplateStyle.input)
        sheet.write("", at: .at(columns.reason, row), TemplateStyle.input)
        sheet.write("", at: .at(columns.explanation, row), TemplateStyle.input)
        restrict(indicator, sheet, columns, row)
        let height = max(
            SheetWriter.height(of: indicator.title, width: 38),
            SheetWriter.height(of: guide, width: 27, fontSize: 9))
        sheet.setHeight(max(22, height), ofRow: row)
    }

    /// Lets the cells of an indicator hold what they can mean.
    private func restrict(_ indicator: Indicator, _ sheet: SheetWriter, _ columns: FigureColumns, _ row: Int) {
        let first = CellAddress.at(columns.earlier?.lowerBound ?? columns.actual, row)
        let range = CellRange(first: first, last: .at(columns.promise, row))
        let other = "没有采集请留空；不适用请填“不适用”；要撤回此前报送的数请填“撤回”。"
        let words = [TemplateLayout.notApplicable, TemplateLayout.withdrawn]
        func condition(_ test: String) -> String {
            "=IF(ISNUMBER(\(first)),\(test),OR(\(words.map { "\(first)=\"\($0)\"" }.joined(separator: ","))))"
        }
        switch indicator.kind {
        case .boolean:
            let choices = [TemplateLayout.yes, TemplateLayout.no] + words
            sheet.restrict(range, to: choices, message: "请从列表中选择。没有采集请留空。")
        case .choice:
            sheet.restrict(
                range, to: indicator.choices + words, message: "请从列表中选择。没有采集请留空。")
        case .percent where indicator.isGrowthRate:
            sheet.restrict(range, where: condition("TRUE"), message: "应为数字，下降的填负数。\(other)")
        case .percent:
            sheet.restrict(
                range, where: condition("AND(\(first)>=0,\(first)<=100)"), message: "应为0到100之间的数。\(other)")
        case .rank:
            sheet.restrict(
                range, where: condition("AND(\(first)>=1,\(first)=INT(\(first)))"), message: "应为名次，如3。\(other)")
        case .count where !indicator.isDivisible:
            sheet.restrict(
                range, where: condition("AND(\(first)>=0,\(first)=INT(\(first)))"),
                message: "应为不小于0的整数，单位为\(indicator.unit)。\(other)")
        case .count, .amount:
            sheet.restrict(
                range, where: condition("\(first)>=0"), message: "应为不小于0的数，单位为\(indicator.unit)。\(other)")
        case .text:
            break
        }
    }

    /// What is to be filled in, by whom, and when.
    private func guide(to indicator: Indicator) -> String {
        let kind =
            switch indicator.kind {
            case .boolean: "选“是”“否”"
            case .choice: "选" + indicator.choices.map { "“\($0)”" }.joined()
            case .count: indicator.isDivisible ? "填数字" : "填整数"
            case .amount: "填金额"
            case .percent: indicator.isGrowthRate ? "填百分比，下降的填负数，如-3.5" : "填百分比，如30或30%"
            case .rank: "填名次，如3"
            case .text: "用文字说明"
            }
        var parts = [kind, "\(indicator.reporter)提供"]
        if let first = indicator.dueFrom, !indicator.isDue(in: year) { parts.append("\(first)年度起填") }
        if let condition = indicator.dueWhen { parts.append("\(condition)为“是”时填") }
        if indicator.revisionPolicy == .first { parts.append("\(year)年的计划数，以首次报送为准") }
        if indicator.isCumulative { parts.append("历年累计") }
        if indicator.evidenceDue { parts.append("附佐证") }
        return parts.joined(separator: "；")
    }
}

extension SheetWriter {
    /// Writes a figure as it was reported, as a number where it is one.
    fileprivate func write(_ value: ObservedValue?, at address: CellAddress, _ format: CellFormat) {
        switch value {
        case .number(let number)?: write(Double(number.description) ?? 0, at: address, format)
        case .truth(let truth)?:
            write(truth ? TemplateLayout.yes : TemplateLayout.no, at: address, format.with { $0.alignment = .center })
        case .text(let text)?, .rejected(let text)?:
            write(text, at: address, format.with { $0.alignment = text.count < 6 ? .center : .left })
        case .notApplicable?:
            write(TemplateLayout.notApplicable, at: address, format.with { $0.alignment = .center })
        case .missing?, .withdrawn?, nil: write("", at: address, format)
        }
    }
}
