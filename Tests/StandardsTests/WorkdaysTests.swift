import Configuration
import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@Suite("Working days")
struct WorkdaysTests {
    private static let file = Repository.root.appending(path: "data/reference/workdays.csv")
    private let workdays: Workdays

    init() throws {
        workdays = try Workdays.load(from: Self.file)
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// `Fixtures/make-workdays.py` made the list with another program.
    @Test func `every day of 2022 to 2026 is as an independent list has it`() throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/workdays.txt")
        let lines = try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines {
            let year = try #require(Int(line.prefix(4)))
            #expect(workdays.isListed(year))
            let first = try day("\(year)-01-01")
            let digits = line.dropFirst(5)
            #expect(digits.count == (CalendarDate.isLeap(year) ? 366 : 365))
            for (offset, digit) in digits.enumerated() {
                let day = first.adding(days: offset)
                #expect(workdays.isWorking(day) == (digit == "1"), "\(day)")
            }
        }
    }

    @Test(arguments: [
        // The last working days before 15 February 2026: the 14th is a Saturday that is worked.
        ("2026-02-15", 1, "2026-02-14", "2026-02-24"), ("2026-02-15", 2, "2026-02-13", "2026-02-25"),
        // The National Day's week, with the Saturday after it.
        ("2026-09-30", 1, "2026-09-29", "2026-10-08"), ("2026-09-30", 3, "2026-09-24", "2026-10-10"),
        ("2026-03-31", 30, "2026-02-11", "2026-05-15"), ("2026-03-31", 7, "2026-03-20", "2026-04-10"),
        ("2026-01-31", 1, "2026-01-30", "2026-02-02"), ("2026-03-31", 0, "2026-03-31", "2026-03-31"),
    ])
    func `days are counted over holidays and make-up days`(from: String, count: Int, before: String, after: String)
        throws
    {
        let from = try day(from)
        #expect(workdays.day(count, before: from).description == before)
        #expect(workdays.day(count, after: from).description == after)
        #expect(workdays.count(after: from, through: try day(after)) == count)
        #expect(workdays.count(after: try day(after), through: from) == -count)
    }

    @Test func `the next working day is the day itself where it is one`() throws {
        #expect(workdays.next(onOrAfter: try day("2026-01-01")).description == "2026-01-04")
        #expect(workdays.next(onOrAfter: try day("2026-01-05")).description == "2026-01-05")
        #expect(workdays.exception(on: try day("2026-02-17"))?.occasion == "春节")
        #expect(workdays.exception(on: try day("2026-02-17"))?.document == "国办发明电〔2025〕7号")
    }

    @Test func `a year without a list counts Monday to Friday, and is told`() throws {
        #expect(!workdays.isListed(2027))
        #expect(workdays.unlistedYears(from: try day("2026-12-01"), through: try day("2028-01-30")) == [2027, 2028])
        #expect(workdays.isWorking(try day("2027-10-01")))
        #expect(!workdays.isWorking(try day("2027-10-02")))
        // The notice for 2023 gives a day of 2022, and that is no list for 2022.
        let only2023 = Workdays(workdays.stretches.filter { $0.year == 2023 })
        #expect(!only2023.isListed(2022))
        #expect(only2023.exception(on: try day("2022-12-31"))?.year == 2023)
    }

    @Test(arguments: [
        ("year,from\n", "workdays.csv:1:1：表头应为 year,from,to,kind,occasion,document，读到“year,from”。请照此改正。"),
        ("2026,2026-01-01,2026-01-03,放假,元旦\n", "workdays.csv:2:1：应有 6 列，读到 5 列。请照表头填写，每列之间一个半角逗号。"),
        ("26,2026-01-01,2026-01-03,放假,元旦,文\n", "workdays.csv:2:1：应为年份，读到“26”。请写四位数，如 2026。"),
        ("2026,2026-1-1,2026-01-03,放假,元旦,文\n", "workdays.csv:2:6：应为日期，读到“2026-1-1”。请写成 2026-01-01 的样子。"),
        ("2026,2026-01-01,2026-01-03,休,元旦,文\n", "workdays.csv:2:28：应为 放假 或 上班，读到“休”。请照此改正。"),
        ("2026,2026-01-01,2026-01-03,放假,元旦,\n", "workdays.csv:2:34：应有文号，读到空值。请照国务院办公厅的通知填写。"),
        (
            "2026,2026-01-03,2026-01-01,放假,元旦,文\n",
            "workdays.csv:2:17：应不早于 from，且一段不超过 31 天，读到 2026-01-03 至 2026-01-01。请检查两个日期。"
        ),
        ("2026,2025-01-01,2025-01-01,放假,元旦,文\n", "workdays.csv:2:6：应为 2026 年或上年 12 月的日期，读到 2025-01-01。请检查 year 和日期。"),
        ("2026,2026-01-05,2026-01-05,上班,元旦,文\n", "workdays.csv:2:6：调休上班的应为周六或周日，2026-01-05 是周一。请检查日期；平日上班的不必列出。"),
        (
            "2026,2026-01-01,2026-01-01,放假,元旦,文\n\n2026,2026-01-01,2026-01-01,放假,元旦,文\n",
            "workdays.csv:4:6：每天应只列一次，2026-01-01 在第 2 行已经列出。请删去一处。"
        ),
    ])
    func `what is wrong with a list is told with its line`(lines: String, said: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "workdays.csv")
        let header = lines.hasPrefix("year") ? "" : "year,from,to,kind,occasion,document\n"
        try Data((header + lines).utf8).write(to: file)
        let error = #expect(throws: ConfigurationError.self) { try Workdays.load(from: file) }
        #expect(error?.issues.map(\.description) == [said])
    }

    @Test func `a list that Excel saved with a mark and its own line ends is read`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "workdays.csv")
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        try Data(("\u{FEFF}" + text.replacing("\n", with: "\r\n")).utf8).write(to: file)
        #expect(try Workdays.load(from: file) == workdays)
    }
}
