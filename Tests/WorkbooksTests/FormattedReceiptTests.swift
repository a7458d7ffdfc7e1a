import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// Numbers that their formats show otherwise, on their way to a receipt and back.
struct FormattedReceiptTests {
    private static let formats: [(String, String)] = [
        (#"0"."0,"万元""#, "number"), (##"#,##0"万元""##, "number"), ("0!.0,", "rejected"), ("#,##0,", "rejected"),
        (##"#,##0,"万元""##, "rejected"), (";;;", "missing"),
    ]

    @Test(arguments: formats)
    func `a number that was no figure is none when its receipt is sent back`(format: String, outcome: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.xlsx").path
        let workbook = try WorkbookWriter(path: file, title: "", created: 0)
        let sheet = try workbook.addSheet("数据")
        for (column, text) in ["联合体编号", "观测点", "年度", "数值"].enumerated() {
            sheet.write(text, at: CellAddress(row: 1, column: column + 1))
        }
        for (column, text) in ["C1", "6.1.2", "2025"].enumerated() {
            sheet.write(text, at: CellAddress(row: 2, column: column + 1))
        }
        var cell = CellFormat()
        cell.numberFormat = format
        sheet.write(1_200_000, at: CellAddress(row: 2, column: 4), cell)
        try workbook.close()

        let submission = try Submission.read(file)
        let receipt = SubmissionReceipt(
            of: submission, findings: submission.findings, status: .loaded, time: "2026-04-10T09:00:00+08:00",
            edition: try Edition.trial.get())
        let again = try Submission.read(receipt.write(to: folder.url.path))
        let (sent, sentBack) = (submission.observations.map(\.value), again.observations.map(\.value))
        switch outcome {
        case "number": #expect(sent == sentBack && sent.first?.status == .reported)
        case "rejected": #expect(sent.first?.status == .rejected && sentBack.first?.status == .rejected)
        default: #expect(sent.first == .missing && sentBack.first == .missing)
        }
    }
}
