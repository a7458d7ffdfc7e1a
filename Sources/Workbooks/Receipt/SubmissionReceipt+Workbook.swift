internal import Collection
internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

extension SubmissionReceipt {
    /// The names of the sheets that are ours, and what their first cells begin with.
    static let summarySheet = "回执"
    static let blanksSheet = "未填清单"
    static let summaryTitle = "报送回执"

    /// Writes the summary first, then what is blank, then the sheets as they were sent, with what is wrong coloured and
    /// noted.
    func writeWorkbook(to path: String) throws {
        let workbook = try WorkbookWriter(
            path: path, title: "\(Self.summaryTitle) \(submission.name)",
            created: Int(ChinaTime.instant(time)?.timeIntervalSince1970 ?? 1))
        let summary = try workbook.addSheet(Self.summarySheet)
        let blanks = stand?.blanks(in: edition) ?? []
        let list = blanks.isEmpty ? nil : try workbook.addSheet(Self.blanksSheet)
        let names = try copySheets(to: workbook)
        writeSummary(summary, sheets: names)
        if let list { write(blanks, to: list, sheets: names) }
        try workbook.close()
    }

    private func writeSummary(_ sheet: SheetWriter, sheets: [String?: String]) {
        // Not the names of columns of a form: the receipt is sent back, and this sheet is none.
        let heads: [(title: String, width: Double)] = [
            ("序号", 6), ("程度", 8), ("位置", 19), ("涉及的观测点", 30), ("问题", 42), ("修改办法", 36), ("对结论的影响", 38),
            ("类别", 16), ("所属年度", 10), ("所属联合体", 14),
        ]
        for (index, head) in heads.enumerated() { sheet.setWidth(head.width, ofColumns: (index + 1)...(index + 1)) }
        let last = heads.count
        sheet.write(Self.summaryTitle, merging: CellRange(first: .at(1, 1), last: .at(last, 1)), TemplateStyle.title)
        sheet.setHeight(36, ofRow: 1)
        var row = 2
        for fact in facts {
            sheet.write(fact.label, merging: CellRange(first: .at(1, row), last: .at(3, row)), TemplateStyle.label)
            let format = TemplateStyle.plain.with { $0.isBold = fact.isStrong }
            sheet.write(fact.text, merging: CellRange(first: .at(4, row), last: .at(last, row)), format)
            sheet.setHeight(max(20, SheetWriter.height(of: fact.text, width: 180)), ofRow: row)
            row += 1
        }
        row += 1
        // What was kept and taken back stands at the head.
        let listed = zip(findings, effects).filter { $0.0.kind != .kept && $0.0.kind != .takenBack }
        guard !listed.isEmpty else {
            sheet.write("没有发现需要核对的地方。", at: .at(1, row), TemplateStyle.note.with { $0.wraps = false })
            return sheet.setPrint(isLandscape: true, title: Self.summaryTitle)
        }
        for (index, head) in heads.enumerated() {
            sheet.write(head.title, at: .at(index + 1, row), TemplateStyle.header)
        }
        sheet.setHeight(22, ofRow: row)
        sheet.freeze(at: .at(1, row + 1))
        let headerRow = row
        for (index, (finding, effect)) in listed.enumerated() {
            row += 1
            write(finding, effect, number: index + 1, sheet, row, in: sheets)
        }
        sheet.setPrint(isLandscape: true, title: Self.summaryTitle, headerRow: headerRow)
    }

    private func write(
        _ finding: Finding, _ effect: FindingConsequence?, number: Int, _ sheet: SheetWriter, _ row: Int,
        in sheets: [String?: String]
    ) {
        let (problem, remedy) = (finding.problem, finding.remedy)
        let source = finding.source
        let indicator = finding.indicator.map { code in
            "\(code) \(edition.indicator(code)?.title ?? "")"
        }
        let consequence = effect?.sentence ?? ""
        sheet.write(Double(number), at: .at(1, row), TemplateStyle.code)
        sheet.write(finding.severityTitle, at: .at(2, row), finding.format)
        if let target = sheets[source.sheet], source.row > 0, source.row <= CellAddress.last.row {
            let cell = CellAddress(row: source.row, column: max(source.column, 1))
            let wholeRow = "\(source.sheet.map { "\($0)!" } ?? "")第\(source.row)行"
            let place = source.column > 0 ? source.address : wholeRow
            sheet.write(place, linkingTo: cell, inSheet: target, at: .at(3, row), TemplateStyle.link)
        } else {
            // A file that is no table, such as a document, is not copied; its places are named all the same.
            let place = source.row > 0 && source.column > 0 ? source.address : source.sheet ?? "整个文件"
            sheet.write(place, at: .at(3, row), TemplateStyle.plain)
        }
        sheet.write(indicator ?? "", at: .at(4, row), TemplateStyle.plain)
        sheet.write(problem, at: .at(5, row), TemplateStyle.plain)
        sheet.write(remedy, at: .at(6, row), TemplateStyle.plain)
        sheet.write(consequence, at: .at(7, row), effect?.format ?? TemplateStyle.plain)
        sheet.write(finding.kind.title, at: .at(8, row), TemplateStyle.plain)
        sheet.write(finding.year?.description ?? "", at: .at(9, row), TemplateStyle.code)
        sheet.write(finding.consortium ?? "", at: .at(10, row), TemplateStyle.plain)
        let height = [(indicator ?? "", 30), (problem, 42), (remedy, 36), (consequence, 38)].map {
            SheetWriter.height(of: $0, width: $1)
        }.max()
        sheet.setHeight(max(20, height ?? 0), ofRow: row)
    }

    // MARK: - What is blank

    private func write(_ blanks: [ReportingStand.Blank], to sheet: SheetWriter, sheets: [String?: String]) {
        guard let stand else { return }
        let heads: [(title: String, width: Double)] = [
            ("二级指标", 24), ("三级指标", 30), ("观测点的编号", 16), ("观测点的名称", 46), ("计量单位", 9), ("填报单位", 16), ("位置", 16),
        ]
        for (index, head) in heads.enumerated() { sheet.setWidth(head.width, ofColumns: (index + 1)...(index + 1)) }
        let title = "\(Self.summaryTitle)：\(stand.year)年尚未填报的观测点（\(blanks.count)个）"
        sheet.write(title, merging: CellRange(first: .at(1, 1), last: .at(heads.count, 1)), TemplateStyle.goal)
        sheet.setHeight(26, ofRow: 1)
        for (index, head) in heads.enumerated() { sheet.write(head.title, at: .at(index + 1, 2), TemplateStyle.header) }
        sheet.freeze(at: .at(1, 3))
        let places = blankPlaces(of: stand.year)
        var row = 2
        var shown: (goal: String, criterion: String) = ("", "")
        for blank in blanks {
            for indicator in blank.indicators {
                row += 1
                let goal = shown.goal == blank.goal.code ? "" : "\(blank.goal.code) \(blank.goal.title)"
                let criterion =
                    shown.criterion == blank.criterion.code ? "" : "\(blank.criterion.code) \(blank.criterion.title)"
                shown = (blank.goal.code, blank.criterion.code)
                sheet.write(goal, at: .at(1, row), goal.isEmpty ? TemplateStyle.plain : TemplateStyle.label)
                sheet.write(criterion, at: .at(2, row), TemplateStyle.plain)
                sheet.write(indicator.code.text, at: .at(3, row), TemplateStyle.code)
                sheet.write(indicator.title, at: .at(4, row), TemplateStyle.plain)
                sheet.write(indicator.unit, at: .at(5, row), TemplateStyle.code)
                sheet.write(indicator.reporter, at: .at(6, row), TemplateStyle.plain)
                if let source = places[indicator.code], let target = sheets[source.sheet] {
                    sheet.write(
                        source.address, linkingTo: CellAddress(row: source.row, column: source.column),
                        inSheet: target, at: .at(7, row), TemplateStyle.link)
                } else {
                    sheet.write("", at: .at(7, row), TemplateStyle.plain)
                }
                let height = [(goal, 24), (criterion, 30), (indicator.title, 46)].map {
                    SheetWriter.height(of: $0, width: $1)
                }.max()
                sheet.setHeight(max(18, height ?? 0), ofRow: row)
            }
        }
        sheet.setPrint(isLandscape: true, title: Self.blanksSheet, headerRow: 2)
    }

    /// Where the blank cells stand that the year is to be filled in.
    private func blankPlaces(of year: ReportingYear) -> [IndicatorCode: CellSource] {
        let blanks = submission.observations.lazy.filter {
            $0.value == .missing && $0.basis == .actual && $0.year == year
        }
        return Dictionary(blanks.map { ($0.indicator, $0.source) }, uniquingKeysWith: { first, _ in first })
    }
}

extension FindingConsequence {
    /// What the receipt says of it.
    fileprivate var sentence: String {
        switch weight {
        case .conclusion: "会改变结论。\(text)"
        case .joint: "第\(group ?? 1)组，\(text)"
        case .afterwards: "前面的改正以后，第\(group ?? 1)组，\(text)"
        case .criterion: "不改变结论，只影响三级指标。\(text)"
        case .none: "不改变结论。"
        }
    }

    fileprivate var format: CellFormat {
        switch weight {
        case .conclusion: TemplateStyle.plain.with { ($0.fill, $0.isBold) = (0xF8CBAD, true) }
        case .joint: TemplateStyle.plain.with { $0.fill = 0xFCE4D6 }
        case .afterwards, .criterion, .none: TemplateStyle.plain
        }
    }
}

extension FindingSeverity {
    /// How a cell with a finding looks.
    var fill: UInt32 {
        switch self {
        case .info: 0xDDEBF7
        case .warning: 0xFFE699
        case .error: 0xF8A5A5
        }
    }
}

extension Finding {
    /// How its cell looks: one that was answered is as calm as a hint.
    var fill: UInt32 { answer == nil ? kind.severity.fill : 0xE2EFDA }

    fileprivate var format: CellFormat {
        TemplateStyle.code.with {
            $0.fill = fill
            $0.isBold = kind.severity == .error
        }
    }
}
