internal import Collection
internal import FEEL
internal import Spreadsheet
internal import Standards

extension YearlyTemplate {
    /// The sheet that counts, as the clerk fills in, how many points of each 二级指标 are there, what is no number where
    /// one is asked for, and whether that is enough to send.
    ///
    /// Formulas carry the values that they have when the workbook is sent out, for programs that do not calculate.
    func writeProgress(_ workbook: WorkbookWriter, _ rows: FigureRows) throws(WorkbookWritingError) {
        let sheet = try workbook.addSheet(TemplateLayout.progress)
        let heads: [(title: String, width: Double)] = [
            ("二级指标", 40), ("应填观测点", 13), ("已填", 10), ("未填", 10), ("不是数字", 12), ("完成率", 12), ("状态", 16),
        ]
        for (index, head) in heads.enumerated() { sheet.setWidth(head.width, ofColumns: (index + 1)...(index + 1)) }
        let sections = edition.categories.flatMap(\.goals).compactMap { goal in
            ProgressSection(of: goal, rows, in: self)
        }
        let (first, last) = (Self.firstSectionRow, Self.firstSectionRow + sections.count - 1)
        let total = last + 1
        writeState(sheet, total: total, sections)
        for (index, head) in heads.enumerated() {
            sheet.write(head.title, at: .at(index + 1, first - 1), TemplateStyle.header)
        }
        sheet.setHeight(24, ofRow: first - 1)
        for (offset, section) in sections.enumerated() {
            let row = first + offset
            sheet.write(section.title, at: .at(1, row), TemplateStyle.plain)
            sheet.write(Double(section.points), at: .at(2, row), TemplateStyle.code)
            sheet.write(
                formula: section.filledFormula, value: Double(section.filled), at: .at(3, row), TemplateStyle.code)
            sheet.write(formula: section.oddFormula, value: Double(section.odd), at: .at(5, row), TemplateStyle.code)
            finish(sheet, row, points: section.points, filled: section.filled, odd: section.odd)
        }
        sheet.write("合计", at: .at(1, total), TemplateStyle.label)
        for (column, value) in [
            (2, sections.reduce(0) { $0 + $1.points }), (3, sections.reduce(0) { $0 + $1.filled }),
            (5, sections.reduce(0) { $0 + $1.odd }),
        ] {
            let letters = CellAddress.letters(of: column)
            sheet.write(
                formula: "=SUM(\(letters)\(first):\(letters)\(last))", value: Double(value), at: .at(column, total),
                TemplateStyle.code.with { $0.isBold = true })
        }
        finish(
            sheet, total, points: sections.reduce(0) { $0 + $1.points }, filled: sections.reduce(0) { $0 + $1.filled },
            odd: sections.reduce(0) { $0 + $1.odd })
        let states = CellRange.column(7, rows: first...total)
        sheet.highlight(states, where: "=$E\(first)>0", fill: 0xFFC7CE, fontColour: 0x9C0006)
        sheet.highlight(states, where: "=$D\(first)=0", fill: 0xC6EFCE, fontColour: 0x006100)
        sheet.highlight(states, where: "=$C\(first)=0", fill: 0xFFC7CE, fontColour: 0x9C0006)
        sheet.highlight(states, where: "=$D\(first)>0", fill: 0xFFEB9C, fontColour: 0x7F6000)
        sheet.freeze(at: .at(1, first))
        sheet.protect()
        sheet.hideGridlines()
        sheet.setTabColour(0x548235)
        sheet.setPrint(isLandscape: false, title: title)
    }

    private static let firstSectionRow = 6

    /// The columns that follow from the others: 未填, 完成率, 状态.
    private func finish(_ sheet: SheetWriter, _ row: Int, points: Int, filled: Int, odd: Int) {
        sheet.write(formula: "=B\(row)-C\(row)", value: Double(points - filled), at: .at(4, row), TemplateStyle.code)
        sheet.write(
            formula: "=IF(B\(row)=0,0,C\(row)/B\(row))", value: points == 0 ? 0 : Double(filled) / Double(points),
            at: .at(6, row), TemplateStyle.code.with { $0.numberFormat = "0%" })
        let state = odd > 0 ? "有错，请核对" : filled == points ? "已填齐" : filled == 0 ? "未填" : "未填齐"
        sheet.write(
            formula: "=IF(E\(row)>0,\"有错，请核对\",IF(D\(row)=0,\"已填齐\",IF(C\(row)=0,\"未填\",\"未填齐\")))", text: state,
            at: .at(7, row), TemplateStyle.code)
        sheet.setHeight(20, ofRow: row)
    }

    /// Whether the workbook can be sent, in words and colour.
    private func writeState(_ sheet: SheetWriter, total: Int, _ sections: [ProgressSection]) {
        let (points, filled, odd) = sections.reduce((0, 0, 0)) { ($0.0 + $1.points, $0.1 + $1.filled, $0.2 + $1.odd) }
        sheet.write(
            "\(year)年度填报进度", merging: CellRange(first: .at(1, 1), last: .at(7, 1)), TemplateStyle.title)
        sheet.setHeight(36, ofRow: 1)
        // Of so many points the share comes to a whole number of them.
        let needed = (threshold * Decimal128(points)).rounded(.ceiling)
        let ready = "可报送：已达到\(needed)/\(points)个观测点"
        let short = "不可报送：须填到\(needed)/\(points)个观测点，还差"
        let wrong = "不可报送：有格不是数字，请先改正"
        let count = "MAX(0,\(needed)-C\(total))"
        let isShort = Decimal128(filled) < needed
        sheet.write("", merging: CellRange(first: .at(1, 3), last: .at(7, 3)), TemplateStyle.state)
        sheet.write(
            formula:
                "=IF(E\(total)>0,\"\(wrong)\",IF(C\(total)>=\(needed),\"\(ready)\",\"\(short)\"&\(count)&\"个\"))",
            text: odd > 0 ? wrong : isShort ? "\(short)\(needed - Decimal128(filled))个" : ready, at: .at(1, 3),
            TemplateStyle.state)
        sheet.setHeight(30, ofRow: 3)
        let state = CellRange(first: .at(1, 3), last: .at(7, 3))
        sheet.highlight(
            state, where: "=AND($E$\(total)=0,$C$\(total)>=\(needed))", fill: 0xC6EFCE, fontColour: 0x006100)
        sheet.highlight(
            state, where: "=OR($E$\(total)>0,$C$\(total)<\(needed))", fill: 0xFFC7CE, fontColour: 0x9C0006)
    }
}

/// What one 二级指标 comes to in the sheet 填报进度.
private struct ProgressSection {
    let title: String
    /// Points that are due in the year, and those that are filled in when the workbook is sent out.
    let points: Int
    let filled: Int
    /// Cells that hold a text where a number is asked for.
    let odd: Int
    let filledFormula: String
    let oddFormula: String

    /// Nil where nothing of the goal is due.
    init?(of goal: Goal, _ rows: FigureRows, in template: YearlyTemplate) {
        let edition = template.edition
        let points = goal.criteria.flatMap(\.points).map { point in
            point.indicators.map { edition.indicators[$0] }.filter { $0.isDue(in: template.year) }
        }.filter { !$0.isEmpty }
        guard !points.isEmpty else { return nil }
        func standing(_ indicator: Indicator) -> ObservedValue? {
            template.prior(indicator.code, template.year, .actual)
        }
        func isFilled(_ indicator: Indicator) -> Bool { standing(indicator)?.text != nil }
        title = "\(goal.code) \(goal.title)"
        self.points = points.count
        filled = points.count { $0.allSatisfy(isFilled) }
        let numeric = points.joined().filter(\.kind.isNumeric)
        odd = numeric.count { if case .rejected? = standing($0) { true } else { false } }

        let letters = CellAddress.letters(of: rows.column)
        func ranges(_ indicators: some Sequence<Indicator>) -> [String] {
            var runs: [ClosedRange<Int>] = []
            for row in indicators.compactMap({ rows.rows[$0.ordinal] }).sorted() {
                if let last = runs.last, last.upperBound + 1 == row {
                    runs[runs.count - 1] = last.lowerBound...row
                } else {
                    runs.append(row...row)
                }
            }
            return runs.map {
                "'\(TemplateLayout.figures)'!\(letters)\($0.lowerBound):\(letters)\($0.upperBound)"
            }
        }
        func count(_ range: String) -> String {
            "COUNTA(\(range))-COUNTIF(\(range),\"\(TemplateLayout.withdrawn)\")"
        }
        let singles = ranges(points.filter { $0.count == 1 }.joined()).map(count)
        let composed = points.filter { $0.count > 1 }.map { indicators in
            "IF(" + ranges(indicators).map(count).joined(separator: "+") + "=\(indicators.count),1,0)"
        }
        filledFormula = "=" + (singles + composed).joined(separator: "+")
        let odds = ranges(numeric).map { range in
            let words = [TemplateLayout.notApplicable, TemplateLayout.withdrawn]
            return "COUNTA(\(range))-COUNT(\(range))"
                + words.map { "-COUNTIF(\(range),\"\($0)\")" }.joined()
        }
        oddFormula = odds.isEmpty ? "=0" : "=" + odds.joined(separator: "+")
    }
}
