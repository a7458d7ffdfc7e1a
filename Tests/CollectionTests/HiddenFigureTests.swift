import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// Figures that a workbook holds and people do not see: under merged cells, in hidden rows, columns and sheets.
struct HiddenFigureTests {
    private func lines(_ submission: Submission) -> [String] {
        submission.observations.map { observation in
            let value =
                switch observation.value {
                case .number(let number): number.description
                case .rejected(let text): "rejected \(text)"
                case .missing: "-"
                default: "?"
                }
            return
                "\(observation.consortium) \(observation.indicator) \(observation.year) \(value) \(observation.source.address)"
        }
    }

    @Test func `what stands under a merged cell is a finding and no figure`() throws {
        let submission = try Submission.fixture("layout/covered.xlsx")
        #expect(
            lines(submission) == [
                "C1 6.1.2 2025 - 观测数据!E3", "C1 6.1.6 2025 120 观测数据!E4", "C1 9.1.5 2025 - 观测数据!E5",
                "C1 9.1.6 2025 8 观测数据!E6", "C1 9.1.2 2025 9 观测数据!E7", "C1 9.1.3 2025 10 观测数据!E8",
                "C1 9.1.4 2025 11 观测数据!E9", "C1 2.3.1 2025 - 观测数据!E10", "C1 8.4.1/人次 2025 12 观测数据!E11",
            ])
        #expect(
            submission.findings.map(\.message) == [
                "layout/covered.xlsx › 观测数据!E3：本格在合并单元格D3:E3之下，其中的“999”不显示，未采用。请取消合并，把要报的填在显示的格中，不用的删去。",
                "layout/covered.xlsx › 观测数据!E4：E4至E5被合并，数值只计在第一行。请取消合并，逐行填写。",
                "layout/covered.xlsx › 观测数据!E5：本格在合并单元格E4:E5之下，其中的“77”不显示，未采用。请取消合并，把要报的填在显示的格中，不用的删去。",
                "layout/covered.xlsx › 观测数据!A7：本格在合并单元格A6:A7之下，其中的“C2”不显示，未采用。请取消合并，把要报的填在显示的格中，不用的删去。",
                "layout/covered.xlsx › 观测数据!E10：本格在合并单元格D10:E10之下，其中的“30%”不显示，未采用。请取消合并，把要报的填在显示的格中，不用的删去。",
            ])
    }

    @Test func `what people see outranks what is hidden, wherever it stands`() throws {
        let submission = try Submission.fixture("layout/hidden.xlsx")
        #expect(
            Set(lines(submission)) == [
                // A visible blank is no figure, and a blank never erases.
                "C1 6.1.4 2025 50 旧数据!E3",
                "C1 6.1.2 2025 5 观测数据!E2", "C1 6.1.6 2025 7 观测数据!E4", "C1 6.1.8 2025 100 观测数据!E7",
                // The first plan counts, of those that people see.
                "C1 6.1.4 2024 20 观测数据!E8",
                // What cannot be read was seen all the same.
                "C1 9.1.5 2025 rejected 约30 观测数据!E9",
                "C1 6.1.6 2023 2 历年!C2", "C1 6.1.6 2024 4 补充!E2",
            ])
        #expect(submission.policies.map(\.isEffective) == [true])
        #expect(submission.policies.map(\.source.sheet) == ["政策"])
        let told = submission.findings.filter { $0.kind != .unknownRegion && $0.kind != .evidenceMissing }
        #expect(
            told.map { "\($0.place.dropFirst("layout/hidden.xlsx › ".count))：\($0.problem)" } == [
                "旧数据：工作表是隐藏的，其中的数据已读取。",
                "旧数据!E2：“旧数据”第2行的内容是隐藏的，与“观测数据”第2行同为一项而不同，采用显示出来的“观测数据”第2行。",
                "旧数据!E4：“旧数据”第4行的内容是隐藏的，与“观测数据”第8行同为一项而不同，采用显示出来的“观测数据”第8行。",
                "观测数据!第3行：从这里起有3行是隐藏的，其中的数据已读取。",
                "观测数据!E3：“观测数据”第3行的内容是隐藏的，与“观测数据”第2行同为一项而不同，采用显示出来的“观测数据”第2行。",
                "观测数据!E5：与第4行重复，内容相同，只计一次。", "观测数据!E9：应为数字，读到“约30”。",
                "深藏：工作表是隐藏的，其中的数据已读取。",
                "深藏!E2：“深藏”第2行的内容是隐藏的，与“观测数据”第4行同为一项而不同，采用显示出来的“观测数据”第4行。",
                "深藏!E3：“深藏”第3行的内容是隐藏的，与“观测数据”第9行同为一项而不同，采用显示出来的“观测数据”第9行。",
                "历年!C2：C、D列是隐藏的，其中的数据已读取。",
                "历年!D2：“历年”第2行的内容是隐藏的，与“补充”第2行同为一项而不同，采用显示出来的“补充”第2行。",
                "政策 (2)：工作表是隐藏的，其中的数据已读取。",
                "政策 (2)!第2行：“政策 (2)”第2行的内容是隐藏的，与“政策”第2行同为一项而不同，采用显示出来的“政策”第2行。",
            ])
    }

    private func workbook(_ sheets: [(name: String, isHidden: Bool, rows: [[String]])]) throws -> Submission {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.xlsx").path
        let workbook = try WorkbookWriter(path: file, title: "", created: 0)
        // The first sheet is the one that is open, which cannot be hidden.
        _ = try workbook.addSheet("首页")
        for (name, isHidden, rows) in sheets {
            let sheet = try workbook.addSheet(name)
            for (row, cells) in rows.enumerated() {
                for (column, text) in cells.enumerated() {
                    sheet.write(text, at: CellAddress(row: row + 1, column: column + 1))
                }
            }
            if isHidden { sheet.hide() }
        }
        try workbook.close()
        return try SubmissionReader.trial.get().read(SourceFile(path: file, name: "a.xlsx"), .ofMinistry)
    }

    @Test func `a hidden copy of the funds adds nothing to their sums`() throws {
        let rows = [
            ["联合体编号", "资金类别", "经费来源", "2025年到位"], ["C1", "专项经费", "政府核拨", "50"], ["C1", "专项经费", "企业", "70"],
        ]
        let older = rows.dropLast() + [["C1", "专项经费", "企业", "60"]]
        let submission = try workbook([("经费", false, rows), ("经费旧", true, Array(older))])
        #expect(lines(submission) == ["C1 6.1.2 2025 120 经费!D2"])
        #expect(submission.findings.map(\.kind) == [.hiddenSheet, .outrankedHidden])
        let alone = try workbook([("经费旧", true, Array(older))])
        #expect(lines(alone) == ["C1 6.1.2 2025 110 经费旧!D2"])
        let twice = try workbook([("经费旧", true, rows), ("经费", false, rows)])
        #expect(lines(twice) == ["C1 6.1.2 2025 120 经费!D2"])
        #expect(twice.findings.map(\.kind) == [.hiddenSheet, .duplicateRow])
    }

    private static let cover = [["联合体编号", "C1"], ["报告年度", "2025"], ["标准编号", "x"], ["模板版本", "2"]]

    @Test func `a hidden copy does not speak over a cell left as the workbook was sent out`() throws {
        let submission = try workbook([
            ("封面", false, Self.cover),
            ("观测点", false, [["观测点编号", "2025年实际"], ["6.1.2", "5"], ["6.1.6", "7"]]),
            ("观测点 (2)", true, [["观测点编号", "2025年实际"], ["6.1.2", "999"], ["6.1.8", "3"]]),
            ("原值", true, [TemplatePrefill.headings, [TemplateLayout.figures, "6.1.2", "2025年实际", "5"]]),
        ])
        #expect(lines(submission) == ["C1 6.1.6 2025 7 观测点!B3", "C1 6.1.8 2025 3 观测点 (2)!B3"])
        #expect(submission.findings.map(\.kind).contains(.outrankedHidden))
    }

    @Test func `a hidden cover does not say whose a workbook is that has another`() throws {
        let other = [["联合体编号", "C2"]] + Self.cover.dropFirst()
        let submission = try workbook([
            ("旧封面", true, other), ("封面", false, Self.cover),
            ("观测点", false, [["观测点编号", "2025年实际"], ["6.1.2", "5"]]),
        ])
        #expect(lines(submission) == ["C1 6.1.2 2025 5 观测点!B2"])
    }
}
