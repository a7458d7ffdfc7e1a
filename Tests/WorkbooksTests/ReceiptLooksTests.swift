import FEEL
import Foundation
import FoundationXML
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// A receipt is a workbook to go on with: its sheets look like those that were sent out, and hold the same lists.
struct ReceiptLooksTests {
    private let folder: TemporaryFolder
    private let edition: Edition

    init() throws {
        folder = try TemporaryFolder()
        edition = try Edition.trial.get()
    }

    private func receipt(of path: String) throws -> String {
        let submission = try Submission.read(SourceFile(path: path, name: "填报表.xlsx"))
        let stand = ReportingStand(of: submission, name: "示例联合体", edition: edition, .usual)
        return try SubmissionReceipt(
            of: submission, findings: submission.findings, status: .loaded, time: "", edition: edition, stand: stand
        ).write(to: folder.url.path)
    }

    private func part(_ sheet: String, of path: String) throws -> String {
        let titles = try Workbook(SourceFile(path: path, name: "").bytes).sheets.map(\.title)
        return "xl/worksheets/sheet\(try #require(titles.firstIndex(of: sheet)) + 1).xml"
    }

    /// What cells may hold, by range; a formula without the name of its own cell.
    private func restrictions(_ sheet: String, of path: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for rule in try Markup(path).elements("dataValidation", of: part(sheet, of: path)) {
            let range = rule["sqref"] ?? ""
            let first = String(range.split(separator: ":")[0])
            let formula = rule.descendants("formula1").first?.stringValue ?? ""
            guard let cells = CellRange(range) else { continue }
            let isOpen = cells.last.row - cells.first.row > 500
            for row in cells.first.row...(isOpen ? cells.first.row + 20 : cells.last.row) {
                for column in cells.first.column...cells.last.column {
                    found[CellAddress(row: row, column: column).description] = formula.replacing(first, with: "X")
                }
            }
        }
        return found
    }

    private func widths(_ sheet: String, of path: String) throws -> [Int: Int] {
        var widths: [Int: Int] = [:]
        let book = try Workbook(SourceFile(path: path, name: "").bytes)
        for entry in try #require(book.sheets.first { $0.title == sheet }).columnWidths() where entry.columns.count < 50
        {
            for column in entry.columns { widths[column] = Int(entry.width.rounded()) }
        }
        return widths
    }

    @Test(arguments: ["观测点", "经费", "政策文件", "事件", "成员单位"])
    func `the copy of a sheet has its widths and lists`(_ sheet: String) throws {
        let sent = folder.url.appending(path: "sent.xlsx").path
        let consortium = Consortium(
            id: "C901", name: "示例联合体", kind: .municipal, province: "430000", prefecture: "430100", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        try YearlyTemplate(edition: edition, year: ReportingYear(2025), consortium: consortium).write(to: sent)
        let copy = try receipt(of: sent)
        let expected = try restrictions(sheet, of: sent)
        #expect(try !expected.isEmpty && restrictions(sheet, of: copy) == expected)
        #expect(try widths(sheet, of: copy) == widths(sheet, of: sent))
    }

    @Test func `what LibreOffice saved of a corrected receipt reads as it was corrected, without an error`() throws {
        let sent = try Submission.read(
            SourceFile(path: ProgressTests.fixture("half-filled.xlsx"), name: "填报表.xlsx"))
        let again = try Submission.read(
            SourceFile(path: ProgressTests.fixture("corrected.xlsx"), name: "回执.xlsx"))
        func lines(_ submission: Submission) -> [String: String] {
            Dictionary(
                submission.observations.filter { $0.value != .missing }.map {
                    ("\($0.indicator) \($0.year) \($0.basis)", $0.value.text ?? "")
                }, uniquingKeysWith: { first, _ in first })
        }
        #expect(sent.findings.map(\.kind.id).filter { $0 == "not-a-number" }.count == 2)
        #expect(again.findings.filter { $0.kind.severity == .error }.isEmpty)
        var expected = lines(sent)
        expected["8.1.3 2025 actual"] = "26"
        expected["9.1.1 2025 actual"] = "120"
        #expect(lines(again) == expected)
        #expect(again.policies.map(\.title) == sent.policies.map(\.title) && again.policies.count == 1)
        #expect(again.policies.map(\.issuedOn) == sent.policies.map(\.issuedOn))
    }

    @Test func `its head says how far the report goes, and a sheet lists what is blank by section`() throws {
        let path = try receipt(of: ProgressTests.fixture("half-filled.xlsx"))
        let book = try Workbook(SourceFile(path: path, name: "").bytes)
        var facts: [String: String] = [:]
        try book.sheets[0].forEachRow { row in
            let texts = row.cells.map(\.text).filter { !$0.isEmpty }
            if texts.count == 2 { facts[texts[0]] = texts[1] }
        }
        #expect(facts["联合体"] == "C901 示例联合体" && facts["报告年度"] == "2025年")
        #expect(facts["填报进度"]?.hasPrefix("已填58/116个观测点，未填56个，无法识别2个") == true, "\(facts)")
        #expect(facts["未采用"]?.hasPrefix("2个数无法识别：8.1.3、9.1.1") == true, "\(facts)")
        #expect(facts["截止日期"] == "2026年3月31日前报齐为按时报送；逾期请在2026年4月30日前补报。")
        #expect(facts["重新报送办法"]?.contains("直接改正标色的格") == true)

        #expect(book.sheets[1].title == "未填清单")
        var listed: [[String]] = []
        try book.sheets[1].forEachRow { listed.append($0.cells.map(\.text)) }
        #expect(listed[0][0] == "报送回执：2025年尚未填报的观测点（56个）")
        let goals = listed.dropFirst(2).map { $0[0] }.filter { !$0.isEmpty }
        #expect(goals.first == "1 省（市）级政府" && goals.count == Set(goals).count)
        let line = try #require(listed.dropFirst(2).first { $0[2] == "1.1.2" })
        #expect(line[3] == "是否出台相关文件" && line[6] == "观测点!H5", "\(line)")
        // What is ours in it is no form, and reading it again tells the same.
        let again = try Submission.read(path)
        let sent = try Submission.read(ProgressTests.fixture("half-filled.xlsx"))
        #expect(again.findings.map(\.mark) == sent.findings.map(\.mark))
    }
}
