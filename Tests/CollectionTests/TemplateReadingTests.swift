import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// The yearly workbook as it comes back, and workbooks that are none of ours.
struct TemplateReadingTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/template")

    /// What `fill.py` put in: code, year, basis, value, and in the file that openpyxl wrote the cell.
    private static let expected: Result<[[String]], any Error> = Result {
        try String(contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8).split(separator: "\n")
            .map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false)
                    .map { String($0).replacing("\\n", with: "\n") }
            }
    }

    private func text(_ value: ObservedValue) -> String {
        switch value {
        case .number(let number): number.description
        case .truth(let truth): truth ? "是" : "否"
        case .text(let text): text
        case .missing: ""
        case .withdrawn: "撤回"
        case .notApplicable: "不适用"
        case .rejected(let text): "rejected \(text)"
        }
    }

    @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
    func `every value comes back to its place`(_ name: String) throws {
        let submission = try Submission.fixture("template/\(name)")
        #expect(submission.isAccepted)
        let lines = submission.observations.map { observation in
            [
                observation.indicator.text, observation.year.description, observation.basis.rawValue,
                text(observation.value), observation.source.address,
            ]
        }
        let expected = try Self.expected.get()
        #expect(Set(lines) == Set(expected))
        #expect(lines.count == expected.count)
        #expect(submission.observations.consortia == ["C901"])
        #expect(submission.observations.allSatisfy { $0.source.sha256 == submission.sha256 })
        // They were made with the first edition of the template.
        #expect(submission.findings.map(\.mark) == ["other-template 9:2"])
        #expect(submission.forms == [.observations, .policies, .incidents])
    }

    @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
    func `registers, evidence and reasons come with their cells`(_ name: String) throws {
        let submission = try Submission.fixture("template/\(name)")
        let policy = try #require(submission.policies.first)
        #expect(policy.level == .province && policy.region == "430000" && policy.title == "示例政策（虚构）")
        #expect(policy.issuedOn == CalendarDate(year: 2025, month: 3, day: 1) && policy.isEffective == true)
        #expect(policy.source.address == "政策文件!B2")
        let incident = try #require(submission.incidents.first)
        #expect(incident.consortium == "C901" && incident.domain == .safety && incident.status == .reported)
        #expect(incident.occurredOn == CalendarDate(year: 2025, month: 5, day: 6) && incident.hasAdverseImpact == false)
        #expect(submission.policies.count == 1 && submission.incidents.count == 1)

        let byCode = Dictionary(grouping: submission.observations) { $0.indicator.text }
        #expect(byCode["1.1.1"]?.map(\.evidence) == ["示例材料.pdf"])
        #expect(byCode["1.1.2"]?.map(\.evidence) == ["示例材料.pdf"])
        #expect(byCode["1.2.1"]?.map(\.evidence) == ["示例附件.pdf"])
        let restated = try #require(submission.observations.first { $0.year == ReportingYear(2024) })
        #expect(restated.reason == "示例理由" && restated.evidence == nil)
    }

    @Test func `a workbook whose cover does not say whose it is is set aside`() throws {
        let submission = try Submission.fixture("template/template.xlsx")
        #expect(!submission.isAccepted)
        #expect(
            submission.findings.map { "\($0.kind.id) \($0.source.address)" } == [
                "unknown-sender 封面!B3", "other-template 封面!B9",
            ])
    }

    @Test func `what was shown and left as it was is not reported again`() throws {
        var submission = try Submission.fixture("template/openpyxl.xlsx")
        let before = submission.observations.count
        let restated = try #require(submission.observations.first { $0.year == ReportingYear(2024) })
        submission.removeRepetitions { key in
            key.year == ReportingYear(2024) || key.year == ReportingYear(2025) ? restated.value : nil
        }
        #expect(submission.observations.count == before - 1)
        #expect(!submission.observations.contains { $0.year == ReportingYear(2024) })
    }

    @Test func `a workbook that is none of ours is read sheet by sheet`() throws {
        let submission = try Submission.fixture("template/odd.xlsx")
        #expect(submission.isAccepted && submission.forms == [.observations])
        let lines = submission.observations.map {
            "\($0.consortium) \($0.indicator) \($0.year) \($0.basis) \(text($0.value)) \($0.source.address)"
        }
        #expect(
            lines == [
                "C1 6.1.2 2025 actual rejected =100+20 数据!D3", "C1 8.1.3 2025 actual rejected 30% 数据!D4",
                "C1 2.3.1 2025 actual 30 数据!D5", "C1 1.1.1 2025 actual 是 数据!D6",
                "C1 8.1.4 2025 actual 12 数据!D7", "C2 8.2.2 2025 actual rejected 2025-03-01 数据!D8",
                "C2 9.1.5 2025 actual 40 数据!D9", "C2 9.1.6 2025 actual  数据!D10",
                "C2 8.1.3 2024 actual 11 旧表!C2", "C2 8.1.3 2025 committed 22 旧表!D2",
            ])
        let marks = submission.findings.map { finding in
            "\(finding.kind.id) \(finding.source.sheet ?? "") \(finding.source.row):\(finding.source.column)"
        }
        #expect(
            marks == [
                "formula-without-value 数据 3:4", "unit-typed 数据 4:4", "not-a-number 数据 8:4", "hidden-rows 数据 9:0",
                "merged-figure 数据 9:4", "unknown-indicator 数据 11:2", "hidden-sheet 旧表 0:0",
            ])
    }

    @Test func `a cover of another edition, version or year is mapped, and said to be`() throws {
        let path = try TemporaryFolder()
        let file = path.url.appending(path: "旧版.xlsx").path
        let workbook = try WorkbookWriter(path: file, title: "", created: 0)
        let figures = try workbook.addSheet("甲")
        for (column, text) in ["2024年", "观测点", "2023年"].enumerated() {
            figures.write(text, at: CellAddress(row: 3, column: column + 1))
        }
        for (column, text) in ["5", "8.1.3", "4"].enumerated() {
            figures.write(text, at: CellAddress(row: 4, column: column + 1))
        }
        let cover = try workbook.addSheet("乙")
        for (row, line) in [
            ("联合体编号：", "C1"), ("报告年度", "2025年"), ("标准编号", "old"), ("模板版本", "0"),
        ].enumerated() {
            cover.write(line.0, at: CellAddress(row: row + 5, column: 2))
            cover.write(line.1, at: CellAddress(row: row + 5, column: 4))
        }
        try workbook.close()
        let submission = try SubmissionReader.trial.get().read(SourceFile(path: file, name: "旧版.xlsx"), .ofMinistry)
        let lines = submission.observations.map { "\($0.consortium) \($0.year) \(text($0.value))" }
        #expect(lines == ["C1 2024 5", "C1 2023 4"])
        #expect(submission.findings.map(\.kind.id) == ["other-year", "other-edition", "other-template"])
        #expect(submission.findings.map(\.source.address) == ["乙!D6", "乙!D7", "乙!D8"])
    }

    @Test func `sums of funds stand in for blanks and are held against figures`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.xlsx").path
        let workbook = try WorkbookWriter(path: file, title: "", created: 0)
        func write(_ name: String, _ rows: [[String]]) throws {
            let sheet = try workbook.addSheet(name)
            for (row, cells) in rows.enumerated() {
                for (column, text) in cells.enumerated() {
                    sheet.write(text, at: CellAddress(row: row + 1, column: column + 1))
                }
            }
        }
        try write(
            "经费",
            [
                ["联合体编号", "资金类别", "经费来源", "2025年计划", "2025年到位", "2026年计划"],
                ["C1", "专项经费", "牵头单位负担", "100", "0.1", "1,000"],
                ["C1", "", "政府核拨", "50", "0.2", ""],
                ["C1", "", "合计", "", "", ""],
                ["C1", "日常经费", "牵头单位负担", "约10", "7", ""],
            ])
        try write(
            "数据",
            [
                ["联合体编号", "观测点", "2025年实际"], ["C1", "6.1.2", ""], ["C1", "6.1.4", "160"], ["C1", "6.1.8", ""],
            ])
        try workbook.close()
        let submission = try SubmissionReader.trial.get().read(SourceFile(path: file, name: "a.xlsx"), .ofMinistry)
        let lines = submission.observations.map { "\($0.indicator) \($0.year) \(text($0.value)) \($0.source.address)" }
        #expect(
            Set(lines) == [
                "6.1.2 2025 0.3 经费!E4", "6.1.4 2025 160 数据!C3", "6.1.8 2025  数据!C4", "6.1.4 2026 1000 经费!F4",
                "6.1.6 2025 7 经费!E5",
            ])
        #expect(submission.findings.map(\.kind.id) == ["not-a-number", "funds-differ"])
        #expect(submission.observations.reportedYears == [2025])
    }
}
