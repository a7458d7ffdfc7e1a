import FEEL
import Foundation
import Standards
import TestSupport
import Testing

/// The guide for industry communities as data, held against its text.
@Suite("The guide for industry communities")
struct CommunityGuideTests {
    @Test(.needsSharedFolder) func `the six groups are in the words of the guide`() throws {
        let file = try #require(Repository.shared).appending(path: "sources/industry-community-guide-2023.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let edition = try Edition.guide()
        let goals = edition.categories.flatMap(\.goals)
        #expect(goals.count == 6)
        for goal in goals {
            let line = try #require(text.split(separator: "\n").first { $0.contains("）\(goal.title)，重点考核") })
            #expect(line.contains(goal.aim), "\(goal.code)")
        }
        #expect(edition.points.count == 29 && edition.clauses.isEmpty && edition.verdicts == .none)
        #expect(!edition.judges)
        #expect(try Edition.trial().judges && Edition.trial().filings.map(\.id) == ["work-plan", "self-assessment"])
    }

    /// The days of the calendar on both sides: (what is asked, year, the first day, the last day).
    @Test(arguments: [
        ("analysis-report", 2024, "2024-01-01", "2024-03-31"), ("demand-forecast", 2025, "2025-01-01", "2025-03-31"),
        ("talent-list", 2026, "2026-01-01", "2026-03-31"), ("technology-list", 2026, "2026-01-01", "2026-03-31"),
        ("work-plan", 2025, "2025-01-01", "2025-03-31"), ("annual-summary", 2023, "", "2023-12-15"),
        ("registration-2023", 2023, "2023-07-30", "2023-10-31"), ("registration", 2024, "2024-01-01", "2024-10-31"),
        ("performance-data", 2023, "2023-11-01", "2023-12-15"),
    ])
    func `duties have the days of the guide`(id: String, year: Int, opens: String, due: String) throws {
        let calendar = try Self.calendar()
        let duty = try #require(calendar.duties.first { $0.id == id })
        let occurrence = try #require(duty.occurrence(for: ReportingYear(year)))
        #expect(occurrence.opensOn?.description ?? "" == opens)
        #expect(occurrence.dueOn.description == due)
        #expect(duty.basis == .clause && duty.to.isEmpty, "the guide says to whom nothing goes but the platform")
    }

    @Test func `nothing is due before the guide came`() throws {
        let calendar = try Self.calendar()
        let first = calendar.duties.compactMap { duty in
            (2020...2023).map(ReportingYear.init).compactMap { duty.occurrence(for: $0) }.first?.id
        }
        #expect(Set(first) == ["performance-data/2023", "registration-2023/2023", "annual-summary/2023"])
    }

    @Test(arguments: [
        ("2025-10-31T23:59:59+08:00", 2024), ("2025-11-01T00:00:00+08:00", 2025), ("2025-12-31T12:00:00+08:00", 2025),
        ("2026-01-01T00:00:00+08:00", 2025), ("2026-10-31T12:00:00+08:00", 2025),
    ])
    func `a year is due from the day on which its window opens`(now: String, year: Int) throws {
        let instant = try #require(ChinaTime.instant(now))
        #expect(try Self.calendar().yearDue(at: instant) == ReportingYear(year))
    }

    @Test func `the window closes within the year`() throws {
        let calendar = try Self.calendar()
        let last = try #require(ChinaTime.instant("2025-12-15T23:59:59+08:00"))
        #expect(calendar.isOpen(ReportingYear(2025), at: last))
        #expect(!calendar.isOpen(ReportingYear(2025), at: last.addingTimeInterval(1)))
        #expect(calendar.supplementDeadline(for: ReportingYear(2025)).description == "2025-12-15")
    }

    @Test(arguments: [
        ("行业发展分析报告", "analysis-report"), ("《行业发展分析报告》", "analysis-report"), ("人才供需清单", "talent-list"),
        ("行业 人才供需清单", "talent-list"), ("annual-summary", "annual-summary"), ("章程", "charter"),
        ("理事会", "governing-body"),
        ("会议纪要", ""), ("", ""),
    ])
    func `kinds of document go by several words`(word: String, id: String) throws {
        #expect(try Edition.guide().filings.named(word)?.id ?? "" == id)
    }

    @Test(arguments: [
        ("2026", 2026), ("2026年", 2026), ("2026年度", 2026), ("2026年第一季度", 2026), ("２０２６", 2026), (" 2026 年", 2026),
        ("20261", 0), ("第一季度", 0), ("", 0), ("26", 0),
    ])
    func `a period names its year first`(text: String, year: Int) {
        #expect(Filing.period(text)?.value ?? 0 == year)
    }

    static func calendar() throws -> ReportingCalendar {
        try Calendars.load(from: Repository.root.appending(path: "pipelines/calendar.yml"))[
            "industry-community-guide-2023"]
    }
}
