import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// Figures that should have evidence and name none.
struct EvidenceTests {
    private func findings(of submission: Submission) throws -> [Finding] {
        try Validation(edition: Edition.trial.get())
            .findings(of: submission, isRegistered: { _ in true }, prior: nil)
            .filter { $0.kind == .evidenceMissing }
    }

    private func findings(_ lines: String...) throws -> [Finding] {
        let text = (["联合体编号,观测点,年度,口径,数值,佐证材料"] + lines).joined(separator: "\n")
        return try findings(of: Submission.lines(text))
    }

    @Test func `the points are named once a consortium and year, at the header of the column`() throws {
        let found = try findings(
            "C2,6.1.2,2025,实际,120,", "C1,1.1.1,2024,实际,是,", "C1,6.1.2,2025,实际,120,", "C1,1.1.1,2025,实际,是,",
            "C1,1.1.2,2025,实际,是,会议纪要.pdf")
        #expect(
            found.map(\.message) == [
                "填报表.csv › 第1行第6列：2025年有1项应附佐证材料而没有写明：6.1.2 专项经费实际到位资金（万元）。请在“佐证材料”一列写明文件名。",
                "填报表.csv › 第1行第6列：2024年有1项应附佐证材料而没有写明：1.1.1 是否召开相关会议。请在“佐证材料”一列写明文件名。",
                "填报表.csv › 第1行第6列：2025年有2项应附佐证材料而没有写明：1.1.1 是否召开相关会议、6.1.2 专项经费实际到位资金（万元）。"
                    + "请在“佐证材料”一列写明文件名。",
            ])
        #expect(found.map(\.consortium) == ["C2", "C1", "C1"])
        #expect(found.allSatisfy { $0.kind.severity == .info })
    }

    @Test func `a table without the column is told to add it, and nothing tells it to take one away`() throws {
        let submission = try Submission.lines("联合体编号,观测点,年度,数值,佐证,备注", "C1,6.1.2,2025,120,凭证.pdf,")
        #expect(
            (submission.findings + (try findings(of: submission))).map(\.text) == [
                "“观测数据表”没有“佐证”这一列，未读取。如为“佐证材料”一列，请改用这个列名；自用的列可以保留。",
                "“观测数据表”没有“备注”这一列，未读取。自用的列可以保留。",
                "2025年有1项应附佐证材料而没有写明：6.1.2 专项经费实际到位资金（万元）。"
                    + "请在“佐证材料”一列（表中没有这一列，请加上）写明文件名。",
            ])
        let twice = try Submission.lines("联合体编号,观测点,年度,数值,佐证材料,佐证材料", "C1,6.1.2,2025,120,,凭证.pdf")
        #expect(
            (twice.findings + (try findings(of: twice))).map(\.text) == [
                "“佐证材料”这一列出现了两次，只读取靠左的一列。请只保留填有内容的一列。",
                "2025年有1项应附佐证材料而没有写明：6.1.2 专项经费实际到位资金（万元）。请在“佐证材料”一列写明文件名。",
            ])
    }

    @Test(arguments: [
        // 否, nothing and what is not known claim nothing; counts need no evidence; promises are not facts yet.
        "1.1.1,2025,实际,否", "6.1.2,2025,实际,0", "6.1.2,2025,实际,", "6.1.2,2025,实际,不适用", "6.1.2,2025,实际,约120",
        "9.1.1,2025,实际,100", "6.1.2,2025,承诺,120",
    ])
    func `no evidence is asked for where there is nothing to show it of`(row: String) throws {
        #expect(try findings("C1,\(row),", "C1,9.1.1,2025,实际,1,").isEmpty)
    }

    @Test func `a plan for a year to come is asked about in its year`() throws {
        #expect(try findings("C1,9.1.1,2025,实际,1,", "C1,6.1.4,2026,实际,200,").isEmpty)
        #expect(try findings("C1,9.1.1,2026,实际,1,", "C1,6.1.4,2026,实际,200,").count == 1)
    }

    @Test func `a table with a column a year is asked about its own year`() throws {
        let table = try Submission.lines(
            "联合体编号,观测点编号,2024年实际,2025年实际,佐证材料", "C1,1.1.1,是,是,会议纪要.pdf", "C1,6.1.2,100,120,")
        let found = try findings(of: table)
        #expect(found.map(\.year) == [ReportingYear(2025)])
        #expect(found.allSatisfy { $0.text.hasPrefix("2025年有1项") })
    }

    @Test func `a table without the column is told so once, as a file`() throws {
        let edition = try Edition.trial.get()
        let due = edition.indicators.filter(\.evidenceDue).filter { $0.kind == .amount || $0.kind == .boolean }
        let rows = due.map { "C1,\($0.code),2025,\($0.kind == .amount ? "1" : "是")" }
        let text = (["联合体编号,观测点,年度,数值"] + rows).joined(separator: "\n")
        let found = try findings(of: Submission.lines(text))
        #expect(found.map(\.mark) == ["evidence-missing 0:0"])
        // Too many for their titles, and every one there.
        let codes = due.map(\.code.text).joined(separator: "、")
        #expect(found.first?.text.contains("有\(due.count)项应附佐证材料而没有写明：\(codes)。") == true)
    }

    @Test func `every code fits, whatever an edition asks for`() throws {
        let codes = try Edition.trial.get().indicators.map(\.code.text).joined(separator: "、")
        let source = CellSource(file: "a.csv", sha256: "", sheet: nil, row: 0, column: 0)
        #expect(Finding(.evidenceMissing, at: source, ["points": codes]).text.contains(codes))
    }

    @Test func `a yearly workbook is asked about its own year, and its list of evidence counts`() throws {
        let submission = try Submission.fixture("template/openpyxl.xlsx")
        let found = try findings(of: submission)
        #expect(found.map(\.year?.value) == [2025])
        #expect(found.map { $0.source.address } == ["观测点!K1"])
        // Backed by the list, by its own cell.
        let text = try #require(found.first?.text)
        for code in ["1.1.1、", "1.1.2、", "1.2.1、"] { #expect(!text.contains("：\(code)") && !text.contains("、\(code)")) }
    }

    @Test func `a document has no place for evidence and is not asked for it`() throws {
        let submission = try Submission.fixture("docx/recommendation.docx")
        #expect(submission.evidencePlace == nil)
        #expect(try findings(of: submission).isEmpty)
    }
}
