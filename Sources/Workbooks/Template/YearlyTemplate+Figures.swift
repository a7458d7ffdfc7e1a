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
    /// What was promised for the year reported on, where anything was; what is promised for the next, where anything
    /// can be.
    let promised: Int?
    let promise: Int?
    let evidence: Int
    let reason: Int
    let explanation: Int

    init(earlierYears: Int, showsPromised: Bool, asksForPromise: Bool) {
        earlier = earlierYears > 0 ? 5...(4 + earlierYears) : nil
        actual = 5 + earlierYears
        promised = showsPromised ? actual + 1 : nil
        let last = promised ?? actual
        promise = asksForPromise ? last + 1 : nil
        evidence = (promise ?? last) + 1
        reason = evidence + 1
        explanation = reason + 1
    }

    static func heading(_ year: ReportingYear, _ basis: Basis) -> String {
        "\(year)年\(basis == .actual ? "实际" : "承诺")"
    }
}

/// Where the figures of the reported year stand in the sheet 观测点.
struct FigureRows {
    let column: Int
    /// By ordinal of the indicator.
    var rows: [Int: Int] = [:]
}

extension YearlyTemplate {
    /// The sheet with a row an indicator, under headings of the standard's first and second level.
    func writeFigures(
        _ workbook: WorkbookWriter, _ prefill: inout PrefillSheet
    ) throws(WorkbookWritingError) -> FigureRows {
        let sheet = try workbook.addSheet(TemplateLayout.figures)
        let columns = FigureColumns(
            earlierYears: earlierYears.count,
            showsPromised: edition.indicators.contains { prior($0.code, year, .committed)?.status == .reported },
            asksForPromise: edition.indicators.contains(where: edition.takesPromise))
        writeHeader(sheet, columns)
        var rows = FigureRows(column: columns.actual)
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
                        rows.rows[ordinal] = row
                        row += 1
                    }
                }
            }
        }
        sheet.suggest(
            (edition.credibility?.explanations ?? []).map(\.title),
            in: .column(columns.explanation, rows: 2...max(2, row - 1)))
        finish(sheet, below: .at(columns.unit, 2))
        return rows
    }

    private func writeHeader(_ sheet: SheetWriter, _ columns: FigureColumns) {
        let author = TemplateLayout.author
        func head(_ column: Int?, _ text: String, _ width: Double, isInput: Bool = false, _ note: String? = nil) {
            guard let column else { return }
            sheet.write(text, at: .at(column, 1), isInput ? TemplateStyle.inputHeader : TemplateStyle.header)
            sheet.setWidth(width, ofColumns: column...column)
            if let note { sheet.comment(note, at: .at(column, 1), author: author) }
        }
        head(columns.code, "观测点编号", 14)
        head(columns.title, "观测点名称", 38)
        head(columns.unit, "单位", 9)
        head(columns.guide, "怎么填", 27)
        for (offset, earlier) in earlierYears.enumerated() {
            head(5 + offset, FigureColumns.heading(earlier, .actual), 12)
        }
        head(
            columns.actual, FigureColumns.heading(year, .actual), 14, isInput: true,
            "本年度实际完成数；已报过的已填入，不改即沿用。没有采集请留空；不适用请填“不适用”；撤回请填“撤回”。")
        head(columns.promised, FigureColumns.heading(year, .committed), 12, "以前年度承诺在\(year)年达到的数，只供对照。")
        head(
            columns.promise, FigureColumns.heading(next, .committed), 12, isInput: true,
            "承诺在\(next)年达到的数，只填浅黄色的格，可以留空。")
        head(columns.evidence, "佐证材料", 24, isInput: true, "材料的文件名，也可以在“佐证材料”表中逐件登记。")
        head(columns.reason, "更正理由", 20, isInput: true, "更正以前年度已报数据的，在这里说明理由。")
        let codes = (edition.credibility?.explanations ?? []).map { "“\($0.title)”" }.joined(separator: "、")
        head(
            columns.explanation, "说明", 24, isInput: true,
            "回执中的警告所指属实的，在这里说明：\(codes.isEmpty ? "" : "先写\(codes)之一，再")写情况。")
        sheet.setHeight(26, ofRow: 1)
    }

    private func write(
        heading: String, _ format: CellFormat, _ sheet: SheetWriter, _ columns: FigureColumns, _ row: inout Int
    ) {
        sheet.write("", at: .at(columns.code, row), format)
        sheet.write(
            heading, merging: CellRange(first: .at(columns.title, row), last: .at(columns.explanation, row)), format)
        let promises = [columns.promised, columns.promise].compactMap(\.self).count
        let width = 38 + 9 + 27 + 12 * Double(earlierYears.count + promises) + 14 + 24 + 20 + 24
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
        func show(_ shown: ReportingYear, _ basis: Basis, at column: Int?, _ format: CellFormat) {
            guard let column else { return }
            let value = prior(indicator.code, shown, basis)
            sheet.write(value, at: .at(column, row), format)
            prefill.add(value, of: indicator.code, under: FigureColumns.heading(shown, basis))
        }
        for (offset, earlier) in earlierYears.enumerated() {
            show(earlier, .actual, at: 5 + offset, TemplateStyle.known)
        }
        let input = TemplateStyle.input(for: indicator)
        show(year, .actual, at: columns.actual, input)
        show(year, .committed, at: columns.promised, TemplateStyle.known)
        let isAsked = edition.takesPromise(indicator) || prior(indicator.code, next, .committed) != nil
        show(
            next, .committed, at: columns.promise,
            isAsked ? input.with { $0.fill = TemplateStyle.promiseFill } : TemplateStyle.closed)
        sheet.write("", at: .at(columns.evidence, row), TemplateStyle.input)
        sheet.write("", at: .at(columns.reason, row), TemplateStyle.input)
        sheet.write("", at: .at(columns.explanation, row), TemplateStyle.input)
        let first = columns.earlier?.lowerBound ?? columns.actual
        sheet.restrict(
            CellRange(first: .at(first, row), last: .at(columns.promise ?? columns.actual, row)), to: indicator)
        let height = max(
            SheetWriter.height(of: indicator.title, width: 38),
            SheetWriter.height(of: guide, width: 27, fontSize: 9))
        sheet.setHeight(max(22, height), ofRow: row)
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

extension Edition {
    /// Whether a promise for the next year can be given of an indicator: where the standard holds a figure against what
    /// was promised, and of plans.
    func takesPromise(_ indicator: Indicator) -> Bool {
        if indicator.revisionPolicy == .first { return true }
        return acceptance?.committed[indicator.kind] != nil
            && acceptance?.honours?.indicators.contains(indicator.code) != true
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
