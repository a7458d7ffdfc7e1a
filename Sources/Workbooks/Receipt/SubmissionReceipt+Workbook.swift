internal import Collection
internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

extension SubmissionReceipt {
    /// The name of the sheet that sums up, and what its first cell says.
    static let summarySheet = "回执"
    static let summaryTitle = "报送回执"

    /// Writes the summary first, then the sheets as they were sent, with what is wrong coloured and noted.
    func writeWorkbook(to path: String) throws {
        let workbook = try WorkbookWriter(path: path, title: "\(Self.summaryTitle) \(submission.name)", created: 0)
        let summary = try workbook.addSheet(Self.summarySheet)
        let names = try copySheets(to: workbook)
        writeSummary(summary, sheets: names)
        try workbook.close()
    }

    private func writeSummary(_ sheet: SheetWriter, sheets: [String?: String]) {
        let widths: [Double] = [6, 8, 18, 16, 46, 40, 14, 30, 8]
        for (index, width) in widths.enumerated() { sheet.setWidth(width, ofColumns: (index + 1)...(index + 1)) }
        let last = widths.count
        sheet.write(Self.summaryTitle, merging: CellRange(first: .at(1, 1), last: .at(last, 1)), TemplateStyle.title)
        sheet.setHeight(36, ofRow: 1)
        var row = 2
        for (label, text) in facts {
            sheet.write(label, merging: CellRange(first: .at(1, row), last: .at(3, row)), TemplateStyle.label)
            sheet.write(text, merging: CellRange(first: .at(4, row), last: .at(last, row)), TemplateStyle.plain)
            sheet.setHeight(max(20, SheetWriter.height(of: text, width: 150)), ofRow: row)
            row += 1
        }
        row += 1
        guard !findings.isEmpty else {
            sheet.write("没有发现需要核对的地方。", at: .at(1, row), TemplateStyle.note.with { $0.wraps = false })
            return sheet.setPrint(isLandscape: true, title: Self.summaryTitle)
        }
        let heads = ["序号", "程度", "位置", "类别", "问题", "怎么改", "联合体", "观测点", "年度"]
        for (index, head) in heads.enumerated() { sheet.write(head, at: .at(index + 1, row), TemplateStyle.header) }
        sheet.freeze(at: .at(1, row + 1))
        let headerRow = row
        for (index, finding) in findings.enumerated() {
            row += 1
            write(finding, number: index + 1, sheet, row, in: sheets)
        }
        sheet.setPrint(isLandscape: true, title: Self.summaryTitle, headerRow: headerRow)
    }

    private var facts: [(String, String)] {
        let counts = FindingSeverity.allCases.reversed().map { "\($0.title) \(count(of: $0)) 条" }
        let origin = submission.origin
        let facts: [(String, String?)] = [
            ("回执编号", submission.receiptNumber), ("联合体", origin.consortium),
            ("报送单位", origin.sender.isEmpty ? origin.authority.title : origin.sender), ("文件", submission.file),
            ("SHA-256", submission.sha256), ("结果", status.title), ("检查时间", time),
            ("收到日期", submission.receivedOn?.description), ("数据", "\(submission.observations.count) 个"),
            ("沿用此前报送", revision(.kept)), ("撤回此前报送", revision(.takenBack)),
            ("需要核对", counts.joined(separator: "，")), ("已说明", answeredCount > 0 ? "\(answeredCount) 条" : nil),
            ("怎么说明", count(of: .warning) > 0 ? howToAnswer : nil),
        ]
        return facts.compactMap { label, text in text.map { (label, $0) } }
    }

    /// How warnings are answered that are no mistakes; nil where the edition has no words for it.
    private var howToAnswer: String? {
        let codes = (edition.credibility?.explanations ?? []).map { "“\($0.title)”" }.joined(separator: "、")
        return codes.isEmpty
            ? nil : "警告所指属实的，请在该行“说明”一列（没有这一列请加上）先写\(codes)之一，再写情况，重新报送后列为已说明。"
    }

    /// What the submission left as it was, or took back: `2 项：…`.
    private func revision(_ kind: FindingKind) -> String? {
        findings.first { $0.kind == kind }.map { "\($0.values["count"] ?? "") 项：\($0.values["points"] ?? "")" }
    }

    private func write(
        _ finding: Finding, number: Int, _ sheet: SheetWriter, _ row: Int, in sheets: [String?: String]
    ) {
        let (problem, remedy) = (finding.problem, finding.remedy)
        let source = finding.source
        let indicator = finding.indicator.map { code in
            "\(code) \(edition.indicator(code)?.title ?? "")"
        }
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
        sheet.write(finding.kind.title, at: .at(4, row), TemplateStyle.plain)
        sheet.write(problem, at: .at(5, row), TemplateStyle.plain)
        sheet.write(remedy, at: .at(6, row), TemplateStyle.plain)
        sheet.write(finding.consortium ?? "", at: .at(7, row), TemplateStyle.plain)
        sheet.write(indicator ?? "", at: .at(8, row), TemplateStyle.plain)
        sheet.write(finding.year?.description ?? "", at: .at(9, row), TemplateStyle.code)
        let height = max(
            SheetWriter.height(of: problem, width: 46), SheetWriter.height(of: remedy, width: 40),
            SheetWriter.height(of: indicator ?? "", width: 30))
        sheet.setHeight(max(20, height), ofRow: row)
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
