import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// Numbers whose formats carry a unit or divide: what is shown counts, in the unit of the indicator, or nothing does.
struct FormattedValueTests {
    /// The observation of a number under a format, and the finding about it.
    private func read(_ number: Double, _ format: String, _ code: String) throws -> (ObservedValue, Finding?) {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.xlsx").path
        let workbook = try WorkbookWriter(path: file, title: "", created: 0)
        let sheet = try workbook.addSheet("数据")
        for (column, text) in ["联合体编号", "观测点", "年度", "数值"].enumerated() {
            sheet.write(text, at: CellAddress(row: 1, column: column + 1))
        }
        for (column, text) in ["C1", code, "2025"].enumerated() {
            sheet.write(text, at: CellAddress(row: 2, column: column + 1))
        }
        var cell = CellFormat()
        cell.numberFormat = format
        sheet.write(number, at: CellAddress(row: 2, column: 4), cell)
        try workbook.close()
        let submission = try SubmissionReader.trial.get().read(SourceFile(path: file, name: "a.xlsx"), .ofMinistry)
        let observation = try #require(submission.observations.first)
        return (observation.value, submission.findings.first)
    }

    private static let certain: [(Double, String, String, String)] = [
        (1_200_000, #"0"."0,"万元""#, "6.1.2", "120"), (1_234_567, #"0"."0,"万元""#, "6.1.2", "123.4567"),
        (1_200_000, #"0!.0,"万""#, "6.1.2", "120"), (1_200_000, ##"#,##0"元""##, "6.1.2", "120"),
        (1_200_000, ##"[$¥-804]#,##0.00"##, "6.1.2", "120"), (1_200_000, "\"￥\"0.00", "6.1.2", "120"),
        (1, #"0.00"亿元""#, "6.1.2", "10000"), (1.5, #"0"亿""#, "6.1.2", "15000"),
        (120_000_000, ##"#,##0.0,,"百万""##, "6.1.2", "12000"), (120_000, ##"#,##0,"千元""##, "6.1.2", "12"),
        (120, ##"#,##0.00"万元""##, "6.1.2", "120"), (0.1, #"0.0"元""#, "6.1.2", "0.00001"),
        (350, #"0.0"‰""#, "2.3.1", "35"), (0.35, "0%", "2.3.1", "35"), (35, #"0"%""#, "2.3.1", "35"),
        (0.953, "0.0%", "2.3.1", "95.3"), (2.5, "0.0", "2.3.1", "2.5"),
        (3, #"0.0"千人次""#, "8.4.1/人次", "3000"), (120, #"G/通用格式"人次""#, "8.4.1/人次", "120"),
        (7, "000", "8.4.1/人次", "7"), (1_200_000, #"[>=10000]0!.0,"万元";0"元""#, "6.1.2", "120"),
        (5_000, #"[>=10000]0!.0,"万元";0"元""#, "6.1.2", "0.5"),
    ]

    @Test(arguments: certain)
    func `a number is changed exactly where its unit is certain`(
        stored: Double, format: String, code: String, value: String
    ) throws {
        let (read, finding) = try read(stored, format, code)
        #expect(try read == .number(#require(Decimal128(value))))
        #expect(finding == nil || finding?.kind == .evidenceMissing)
    }

    private static let uncertain: [(Double, String, String, String, String)] = [
        (1_200_000, "0!.0,", "6.1.2", "rejected 120", "scaled-by-format"),
        (1_200_000, "#,##0,", "6.1.2", "rejected 1200", "scaled-by-format"),
        // Divided by a thousand and said to be by ten thousand.
        (1_200_000, ##"#,##0,"万元""##, "6.1.2", "rejected 1200万元", "scaled-by-format"),
        (12_000, #"0.0,"人次""#, "8.4.1/人次", "rejected 12人次", "scaled-by-format"),
        (120, #"0"美元""#, "6.1.2", "rejected 120美元", "not-a-number"),
        (120, "[$€-407]0", "6.1.2", "rejected €120", "not-a-number"),
        (12, #"0"人""#, "8.4.1/人次", "rejected 12人", "unit-typed"),
        (12, #""约"0"#, "8.4.1/人次", "rejected 约12", "not-a-number"),
        (999, ";;;", "6.1.2", "missing", "value-not-shown"), (0, "0;-0;;@", "6.1.2", "missing", "value-not-shown"),
        (0.3, "0%", "6.1.2", "rejected 30%", "unit-typed"),
    ]

    @Test(arguments: uncertain)
    func `what is not certain is a finding and no figure`(
        stored: Double, format: String, code: String, value: String, kind: String
    ) throws {
        let (read, finding) = try read(stored, format, code)
        switch read {
        case .rejected(let text): #expect("rejected \(text)" == value)
        case .missing: #expect(value == "missing")
        default: Issue.record("\(read)")
        }
        #expect(finding?.kind.id == kind)
        #expect(finding?.source.column == 4)
    }

    @Test func `a message says what is shown, what is stored and what to do`() throws {
        #expect(
            try read(1_200_000, "0!.0,", "6.1.2").1?.message
                == "a.xlsx › 数据!D2：本格显示“120”，存的是“1200000”，数字格式改变了数值，单位不能确定，未采用。"
                + "请把格式改为“常规”，以万元为单位只填数字。")
        #expect(
            try read(999, ";;;", "6.1.2").1?.message
                == "a.xlsx › 数据!D2：本格存有“999”，但数字格式或零值设置使它不显示，未采用。"
                + "如确为此数，请把格式改为“常规”后重报；没有采集请清空。")
    }

    @Test func `yes and no may be what a format makes of numbers`() throws {
        #expect(try read(1, #""是";;"否""#, "6.1.1").0 == .truth(true))
        #expect(try read(0, #""是";;"否""#, "6.1.1").0 == .truth(false))
    }
}
