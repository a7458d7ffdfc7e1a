import Assessment
import FEEL
import Foundation
import Standards
import TestSupport
import Testing

/// Whether a document came in time: what the register says, held against the days of the calendar.
@Suite("Documents and their days")
struct FilingBookTests {
    private static let edition = Result {
        try Edition.load(
            from: Repository.root.appending(path: "data/standards/industry-community-guide-2023"), digest: { _ in "" })
    }
    private static let calendar = Result {
        try Calendars.load(from: Repository.root.appending(path: "pipelines/calendar.yml"))[
            "industry-community-guide-2023"]
    }

    /// A sending: the day on which it was sent, the day on which the entry came, whether an authority says so.
    struct Sending: Sendable, CustomStringConvertible {
        let sentOn: String
        var receivedOn = "2025-12-31"
        var isOfficial = false
        var period: Int? = 2025
        var description: String { "\(sentOn) \(receivedOn)\(isOfficial ? " official" : "")" }
    }

    private func check(
        _ id: String, _ sendings: [Sending], year: Int = 2025, designatedOn: String? = "2024-07-01",
        today: String = "2026-04-10"
    ) throws -> FilingCheck {
        let (edition, calendar) = (try Self.edition.get(), try Self.calendar.get())
        let kind = try #require(edition.filings.first { $0.id == id })
        let community = Consortium(
            id: "H001", name: "示例共同体（虚构）", kind: .industry, province: "320000", prefecture: "", park: "", parkLevel: "",
            leadSchool: "", leadEnterprise: "", cohort: "", stage: "",
            designatedOn: designatedOn.flatMap { CalendarDate($0) })
        let filings = try sendings.enumerated().map { row, sending in
            Filing(
                consortium: "H001", kind: kind.title, period: sending.period.map { ReportingYear($0) },
                title: "第\(row)份",
                sentOn: CalendarDate(sending.sentOn), receivedOn: try #require(CalendarDate(sending.receivedOn)),
                reportedBy: sending.isOfficial ? nil : "H001",
                source: CellSource(file: "材料.csv", sha256: "", sheet: nil, row: row + 2, column: 4))
        }
        let book = FilingBook(community, filings: filings, kinds: edition.filings, today: CalendarDate(today))
        return book.check(
            kind, for: ReportingYear(year),
            windows: calendar.windows(of: id, from: edition.baseYear, through: ReportingYear(2026)))
    }

    /// (kind, the day on which it was sent, outcome, days late) on both sides of each limit.
    @Test(
        arguments: [
            ("analysis-report", "2025-03-31", AcceptanceOutcome.met, nil),
            ("analysis-report", "2025-04-01", .notMet, 1),
            ("demand-forecast", "2025-03-31", .met, nil), ("demand-forecast", "2025-04-01", .notMet, 1),
            ("talent-list", "2025-03-31", .met, nil), ("talent-list", "2025-04-30", .notMet, 30),
            ("technology-list", "2025-03-31", .met, nil), ("technology-list", "2025-04-01", .notMet, 1),
            ("work-plan", "2025-03-31", .met, nil), ("work-plan", "2025-04-01", .notMet, 1),
            ("annual-summary", "2025-12-15", .met, nil), ("annual-summary", "2025-12-16", .notMet, 1),
            // Published before the quarter began: in time all the same.
            ("analysis-report", "2024-12-20", .met, nil),
        ] as [(String, String, AcceptanceOutcome, Int?)])
    func `the last day is in time, the day after it is not`(
        id: String, sentOn: String, outcome: AcceptanceOutcome, late: Int?
    ) throws {
        let check = try check(id, [Sending(sentOn: sentOn)])
        #expect(check.outcome == outcome && check.daysLate == late, "\(check.text)")
    }

    /// Registration: in 2023 from 30 July, since 2024 from 1 January, always to 31 October.
    @Test(arguments: [
        ("2023-07-29", AcceptanceOutcome.notMet, "不在期限内"), ("2023-07-30", .met, "按时"), ("2023-10-31", .met, "按时"),
        ("2023-11-01", .notMet, "迟报"), ("2024-01-01", .met, "按时"), ("2024-10-31", .met, "按时"),
        ("2024-11-01", .notMet, "迟报"),
        ("2024-12-31", .notMet, "迟报"),
    ])
    func `an application comes in the days of its year`(day: String, outcome: AcceptanceOutcome, title: String) throws {
        let check = try check("application", [Sending(sentOn: day, period: nil)], designatedOn: "2024-12-31")
        #expect(check.outcome == outcome && check.title == title, "\(check.text)")
    }

    @Test func `what nobody registered is not held to be missing, nor is it late before its day`() throws {
        let over = try check("annual-summary", [], today: "2025-12-16")
        #expect(over.outcome == .undetermined && over.title == "未报" && over.isOverdue)
        #expect(over.text == "没有登记2025年度总结报告（截止2025年12月15日），尚不能判断是否按时。请报送并登记；已报送的，请登记报送日期")
        let before = try check("annual-summary", [], today: "2025-12-15")
        #expect(before.outcome == .undetermined && before.title == "待报" && !before.isOverdue)
        #expect(try check("charter", []).title == "未报")
    }

    @Test func `a founding document is due on no day`() throws {
        let check = try check("charter", [Sending(sentOn: "2024-11-20", period: nil)])
        #expect(check.outcome == .met && check.title == "已报" && check.dueOn == nil)
        #expect(check.text == "共同体章程，2024年11月20日报送")
    }

    @Test func `one that was designated after the last day did not miss it`() throws {
        #expect(try check("analysis-report", [], designatedOn: "2025-03-31").outcome == .undetermined)
        #expect(try check("analysis-report", [], designatedOn: "2025-04-01").outcome == .notApplicable)
        #expect(try check("analysis-report", [], designatedOn: nil).outcome == .undetermined)
        // What it sent all the same is told.
        let sent = try check("analysis-report", [Sending(sentOn: "2025-04-20")], designatedOn: "2025-04-01")
        #expect(sent.outcome == .notMet)
    }

    @Test func `a blank day is the latest on which it can have been sent`() throws {
        let registered = try check("analysis-report", [Sending(sentOn: "", receivedOn: "2025-03-31")])
        #expect(registered.outcome == .met)
        let unknown = try check("analysis-report", [Sending(sentOn: "", receivedOn: "2025-04-01")])
        #expect(unknown.outcome == .undetermined && unknown.title == "日期不明")
        #expect(unknown.text.contains("请补填报送日期"))
        // One late day that is known does not decide what the other was.
        let both = try check(
            "analysis-report", [Sending(sentOn: "", receivedOn: "2025-04-20"), Sending(sentOn: "2025-04-10")])
        #expect(both.outcome == .undetermined)
    }

    /// The earliest sending decides, whether it was told first or last.
    @Test(arguments: [
        ["2025-03-20", "2025-05-06"], ["2025-05-06", "2025-03-20"], ["2025-03-20", "2025-03-20", "2025-05-06"],
    ])
    func `a correction does not make a document late`(days: [String]) throws {
        let check = try check("analysis-report", days.map { Sending(sentOn: $0) })
        #expect(check.outcome == .met && check.filing?.sentOn?.description == "2025-03-20")
        #expect(check.later.count == days.count - 1)
        #expect(check.text.hasSuffix("；此后又报送\(days.count - 1)次，以首次为准"))
    }

    @Test func `an authority's word on the day stands before the community's own`() throws {
        let own = Sending(sentOn: "2025-03-20")
        let late = try check("work-plan", [own, Sending(sentOn: "2025-04-03", isOfficial: true)])
        #expect(late.outcome == .notMet && late.daysLate == 3 && late.later.isEmpty)
        let inTime = try check(
            "work-plan", [Sending(sentOn: "2025-04-09"), Sending(sentOn: "2025-03-28", isOfficial: true)])
        #expect(inTime.outcome == .met)
    }

    @Test func `a document of another year, of none, or still to come does not count`() throws {
        #expect(try check("work-plan", [Sending(sentOn: "2025-03-01", period: 2024)]).filing == nil)
        #expect(try check("work-plan", [Sending(sentOn: "2025-03-01", period: nil)]).filing == nil)
        let announced = try check(
            "annual-summary", [Sending(sentOn: "2025-12-14", receivedOn: "2025-12-01")], today: "2025-12-13")
        #expect(announced.filing == nil && announced.title == "待报")
    }
}
