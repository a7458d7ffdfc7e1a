import FEEL
import Foundation
import FoundationXML
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// What senders get back.
struct ReceiptTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func receipt(of submission: Submission, _ status: SubmissionReceipt.Status = .loaded) throws -> String {
        let receipt = SubmissionReceipt(
            of: submission, findings: submission.findings, status: status, time: "2026-04-10T09:00:00+08:00",
            edition: try Edition.trial.get())
        return try receipt.write(to: folder.url.path)
    }

    private func read(_ path: String) throws -> Submission {
        try Submission.read(path)
    }

    @Test func `the JSON names every finding with its cell`() throws {
        let path = try receipt(of: Submission.fixture("template/odd.xlsx"))
        let json = try String(contentsOfFile: path.dropLast(5) + ".json", encoding: .utf8)
        // The hash is that of a file that a newer openpyxl would write otherwise.
        let hash = try Submission.fixture("template/odd.xlsx").sha256
        try expectGolden(json.replacing(hash, with: "HASH").replacing(hash.prefix(12), with: "START"), "receipt.json")
    }

    @Test func `each wrong cell is coloured by its severity and noted, and the summary leads to it`() throws {
        let path = try receipt(of: Submission.fixture("template/odd.xlsx"))
        let markup = try Markup(path)
        let names = try Workbook(SourceFile(path: path, name: "").bytes).sheets.map(\.title)
        #expect(names == ["回执", "说明", "数据", "旧表"])
        let part = "xl/worksheets/sheet3.xml"
        #expect(try markup.fill(of: "D3", in: part) == "FFF8A5A5")
        // The row is hidden and its figure merged: warnings both.
        #expect(try markup.fill(of: "D9", in: part) == "FFFFE699")
        #expect(try markup.fill(of: "A9", in: part) == "FFFFE699")
        #expect(try markup.fill(of: "D5", in: part) == nil)
        let comments = try markup.elements("comment", of: "xl/comments1.xml")
        #expect(comments.compactMap { $0["ref"] } == ["D3", "D4", "D8", "A9", "D9", "B11"])
        let note = comments[0].descendants("t").compactMap(\.stringValue).joined()
        #expect(note == "【错误】公式“=100+20”没有保存计算结果，未采用。请用WPS或Excel打开并保存一次，或直接填写数字。")
        let links = try markup.elements("hyperlink", of: "xl/worksheets/sheet1.xml").compactMap { $0["location"] }
        #expect(links.first == "'数据'!D3" && links.count == 6)
    }

    @Test func `a document's receipt says who signed and what is lacking`() throws {
        var submission = try Submission.fixture("empty.csv")
        submission.declarations = [
            FormDeclaration(
                id: "applicant", title: "申报单位承诺", opinion: nil, signature: "甲某", isSignedByPicture: false,
                date: CalendarDate("2024-02-20"), dateText: "2024年2月20日", isSealed: true, lacking: []),
            FormDeclaration(
                id: "authority", title: "地方教育行政部门意见", opinion: "同意推荐。", signature: "", isSignedByPicture: true,
                date: nil, dateText: "", isSealed: false, lacking: ["日期", "公章"]),
        ]
        let path = try receipt(of: submission)
        var rows: [[String]] = []
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        try workbook.sheets[0].forEachRow { rows.append($0.cells.map(\.text).filter { !$0.isEmpty }) }
        #expect(rows.contains(["申报单位承诺", "签字：甲某；日期：2024年2月20日；公章：有。"]))
        #expect(rows.contains(["地方教育行政部门意见", "意见：同意推荐；签字：（图片）；缺：日期、公章。"]))
        let json = try String(contentsOfFile: path.dropLast(5) + ".json", encoding: .utf8)
        #expect(json.contains("\"signedBy\" : \"（图片）\"") && json.contains("\"signedOn\" : \"2024-02-20\""))
    }

    @Test(arguments: ["template/openpyxl.xlsx", "template/odd.xlsx", "columns-moved.csv", "number-as-text.csv"])
    func `a receipt that is sent back reads like what was sent`(_ name: String) throws {
        let submission = try Submission.fixture(name)
        let again = try read(receipt(of: submission))
        func lines(_ submission: Submission) -> [String] {
            submission.observations.map {
                "\($0.indicator) \($0.year) \($0.basis) \($0.value) \($0.source.row):\($0.source.column)"
            }
        }
        // A formula without a value comes back as the text that it was.
        #expect(lines(again) == lines(submission))
        #expect(again.incidents.map(\.occurredOn) == submission.incidents.map(\.occurredOn))
        let third = try read(receipt(of: again))
        #expect(lines(third) == lines(submission))
    }

    @Test func `a file that cannot be read has a receipt that says why`() throws {
        let submission = try Submission.fixture("empty.csv")
        let path = try receipt(of: submission, .quarantined)
        var texts: [String] = []
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        try workbook.sheets[0].forEachRow { texts += $0.cells.map(\.text) }
        #expect(texts.contains("文件中没有内容。") && texts.contains("未能收取，请按下列问题改正后重新报送"))
        #expect(path.hasSuffix("/empty-回执-e3b0c442.xlsx"))
    }

    @Test func `texts that look like formulas stay texts`() throws {
        let submission = try Submission.lines(
            "联合体编号,观测点,年度,数值", "=1+1,6.1.2,2025,=cmd|' /C calc'!A0", "@C1,6.1.2,2025,-x")
        let path = try receipt(of: submission)
        let markup = try Markup(path)
        for sheet in 1...2 {
            #expect(try markup.elements("f", of: "xl/worksheets/sheet\(sheet).xml").isEmpty)
        }
        #expect(try read(path).observations.consortia == ["=1+1", "@C1"])
    }

    @Test func `of a very long sheet the rows with findings are copied, in their places`() throws {
        var lines = ["联合体编号,观测点,年度,数值"]
        for number in 0..<(SheetCopy.rowLimit + 100) {
            lines.append("C\(number),6.1.2,2025,\(number == SheetCopy.rowLimit + 50 ? "约1" : "1")")
        }
        let file = SourceFile(name: "长.csv", bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
        let path = try receipt(of: Submission.read(file))
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        var last = (row: 0, text: "")
        var rows = 0
        try workbook.sheets[1].forEachRow { row in
            rows += 1
            last = (row.number, row.text(at: 3))
        }
        #expect(rows == SheetCopy.rowLimit + 1)
        #expect(last == (SheetCopy.rowLimit + 52, "约1"))
    }
}
