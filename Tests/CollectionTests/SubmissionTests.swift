import FEEL
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

struct SubmissionTests {
    private static let fixtures = [
        "code-as-date.csv", "columns-moved.csv", "duplicate-rows.csv", "empty.csv", "missing-column.csv",
        "not-a-form.csv", "number-as-text.csv", "thousands-separator-unquoted.csv", "title-above-header.csv",
        "year-as-text.csv",
    ]

    @Test func `what people are told of each fixture`() throws {
        let texts = try Self.fixtures.map { name in
            let submission = try Submission.fixture(name)
            let findings = submission.findings.map { "  [\($0.kind.severity.title)] \($0.message)" }
            let head = "\(name) \(submission.isAccepted ? "accepted" : "quarantined"), \(submission.observations.count)"
            return ([head] + findings).joined(separator: "\n")
        }
        try expectGolden(texts.joined(separator: "\n") + "\n", "findings.txt")
    }

    @Test func `a header under a title is found and the values keep their places`() throws {
        let submission = try Submission.fixture("title-above-header.csv")
        #expect(submission.encoding == "GB18030")
        #expect(submission.forms == [.observations])
        let observation = try #require(submission.observations.first)
        #expect(
            observation
                == Observation(
                    consortium: "C001", indicator: IndicatorCode("6.1.2"), year: ReportingYear(2025), basis: .actual,
                    value: .number(120),
                    source: CellSource(
                        file: "title-above-header.csv", sha256: submission.sha256, sheet: nil, row: 4, column: 5)))
        #expect(submission.findings.isEmpty)
    }

    @Test func `years are read as people write them`() throws {
        let submission = try Submission.fixture("year-as-text.csv")
        #expect(submission.observations.map(\.year.value) == [2025, 2024, 2023])
        #expect(submission.marks == ["bad-year 5:3"])
    }

    @Test func `columns may stand anywhere, and others beside them`() throws {
        let submission = try Submission.fixture("columns-moved.csv")
        #expect(submission.observations.map(\.value) == [.number(120), .truth(true)])
        #expect(submission.observations.map(\.basis) == [.actual, .actual])
        #expect(submission.observations.map(\.source.column) == [1, 1])
        #expect(submission.marks == ["unknown-column 1:3"])
    }

    @Test func `the last row on a cell counts, and the first on a plan`() throws {
        let submission = try Submission.fixture("duplicate-rows.csv")
        #expect(submission.observations.map(\.indicator.text) == ["6.1.2", "6.1.6", "6.1.4"])
        #expect(submission.observations.map(\.value) == [.number(120), .number(60), .number(200)])
        #expect(submission.marks == ["duplicate-row 3:5", "conflicting-row 5:5", "conflicting-row 7:5"])
    }

    @Test func `a blank plan does not stand in the way of a later one`() throws {
        let submission = try Submission.observations("C1,6.1.4,2025,actual,,", "C1,6.1.4,2025,actual,150,")
        #expect(submission.observations.map(\.value) == [.number(150)])
    }

    @Test func `a blank never erases, and 撤回 takes back`() throws {
        let blank = try Submission.observations("C1,6.1.2,2025,actual,150,", "C1,6.1.2,2025,actual,,")
        #expect(blank.observations.map(\.value) == [.number(150)] && blank.marks == [])
        let withdrawn = try Submission.observations("C1,6.1.2,2025,actual,150,", "C1,6.1.2,2025,actual, 撤回　,")
        #expect(withdrawn.observations.map(\.value) == [.withdrawn])
        #expect(withdrawn.marks == ["conflicting-row 3:5"])
    }

    @Test func `rows may come in any order`() throws {
        let submission = try Submission.observations(
            "C2,6.1.2,2025,actual,1,", "C1,6.1.2,2024,actual,2,", "C1,2.3.1,2024,承诺,30%,更正录入错误",
            "C1,6.1.2,2023,actual,3,")
        #expect(submission.observations.map(\.consortium) == ["C2", "C1", "C1", "C1"])
        #expect(submission.observations[2].basis == .committed)
        #expect(submission.observations[2].reason == "更正录入错误")
        let ordinal = try Edition.indicator("6.1.2").ordinal
        #expect(submission.observations.entry(1, ordinal, 2023, .actual)?.value == .number(3))
        #expect(submission.observations.entry(1, ordinal, 2022, .actual) == nil)
    }

    @Test func `a row that cannot be placed is named, and the others go on`() throws {
        let submission = try Submission.observations(
            "C1,6.1.2,25,actual,1,", "C1,6.1.2,2025,大概,1,", ",6.1.2,2025,actual,1,", "C1,,2025,actual,1,",
            "C1,6.9.9,2025,actual,1,", ",,,,,", "C1,6.1.2,2025,actual,1,")
        #expect(submission.observations.count == 1)
        #expect(
            submission.marks == [
                "bad-year 2:3", "bad-basis 3:4", "missing-key 4:1", "missing-key 5:2", "unknown-indicator 6:2",
            ])
    }

    @Test func `odd values stand, with a finding`() throws {
        let submission = try Submission.observations(
            "C1,2.1.2/省内排名,2025,actual,0,", "C1,9.1.1,2025,actual,12.5,", "C1,8.4.3,2025,actual,12.5,",
            "C1,13.1.1/园区增速,2025,actual,-2.5,", "C1,13.1.1/全市增速,2025,actual,130,")
        #expect(submission.observations.allSatisfy { $0.value.status == .reported })
        #expect(submission.marks == ["rank-below-one 2:5", "fraction-in-count 3:5"])
    }

    @Test func `values that cannot be are kept as text, with a finding`() throws {
        let submission = try Submission.observations(
            "C1,6.1.2,2025,actual,-5,", "C1,2.3.1,2025,actual,130,", "C1,9.1.1,2025,actual,-1,")
        #expect(submission.observations.map(\.value) == [.rejected("-5"), .rejected("130"), .rejected("-1")])
        #expect(submission.marks == ["negative-number 2:5", "percent-range 3:5", "negative-number 4:5"])
    }

    @Test func `a row of too many cells gives no value`() throws {
        let submission = try Submission.fixture("thousands-separator-unquoted.csv")
        #expect(submission.observations.map(\.value) == [.rejected("1,234,附件1")])
        #expect(submission.marks == ["ragged-row-long 2:0"])
    }

    @Test func `a row of too few cells is blank in the rest`() throws {
        let submission = try Submission.observations("C1,6.1.2,2025")
        #expect(submission.observations.map(\.value) == [.missing])
        #expect(submission.marks == ["ragged-row-short 2:0"])
    }

    @Test func `nothing is taken from a file that breaks off`() throws {
        let submission = try Submission.observations("C1,6.1.2,2025,actual,1,", "C1,6.1.6,2025,actual,\"2,")
        #expect(submission.observations.isEmpty && submission.forms.isEmpty)
        let message =
            "填报表.csv › 第3行第5列：从这里开始的引号到文件末尾没有结束，其后的内容无法读取。"
            + "请在WPS或Excel中打开核对，另存为.xlsx后重新报送；可能没有传完的，请重新发送。"
        #expect(submission.fault?.message == message && submission.fault == submission.findings.first)
    }

    @Test func `a file full of faults names the first ones and counts the rest`() throws {
        let rows = (0..<10_005).map { "C1,6.1.2,\(3000 + $0),actual,1," }
        let text = (["consortium,indicator,year,basis,value,reason"] + rows).joined(separator: "\n")
        let submission = try Submission.lines(text)
        #expect(submission.findings.count == 10_001)
        #expect(submission.findings.last?.text == "本文件的问题超过10000条，其余5条不再逐条列出。")
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04] as [UInt8], "unreadable-workbook"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 512), "old-format"),
    ])
    func `a workbook is told by its first bytes`(bytes: [UInt8], kind: String) throws {
        let submission = try SubmissionReader.trial.get()
            .read(SourceFile(name: "填报表.xlsx", bytes: bytes), .ofMinistry)
        #expect(!submission.isAccepted)
        #expect(submission.findings.map(\.kind.id) == [kind])
    }
}
