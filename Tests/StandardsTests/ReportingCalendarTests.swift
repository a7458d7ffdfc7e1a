import Configuration
import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@Suite("What is due when")
struct ReportingCalendarTests {
    private func calendars(_ text: String) throws -> Calendars {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "calendar.yml")
        try Data(text.utf8).write(to: file)
        return try Calendars.load(from: file)
    }

    @Test func `each edition has its own dates, in the year after the one reported on`() throws {
        let calendars = try calendars(
            """
            one:
              opens: 01-01
              closes: 02-29
              supplementsUntil: 03-15
              rectifiesUntil: 11-30
              basis: convention
            """)
        let calendar = calendars["one"]
        #expect(calendar.deadline(for: ReportingYear(2023)).description == "2024-02-29")
        // No 29 February in 2026.
        #expect(calendar.deadline(for: ReportingYear(2025)).description == "2026-02-28")
        #expect(calendar.supplementDeadline(for: ReportingYear(2025)).description == "2026-03-15")
        #expect(calendar.rectificationDeadline(for: ReportingYear(2025)).description == "2026-11-30")
        #expect(calendars["another"] == .usual)
        #expect(calendars["another"].deadline(for: ReportingYear(2025)).description == "2026-03-31")
    }

    @Test func `a year is open to the last second of its closing day in China`() throws {
        let year = ReportingYear(2025)
        let last = try #require(ChinaTime.instant("2026-03-31T23:59:59+08:00"))
        #expect(ReportingCalendar.usual.isOpen(year, at: last))
        #expect(!ReportingCalendar.usual.isOpen(year, at: last.addingTimeInterval(1)))
        #expect(ReportingCalendar.usual.close(of: year) == last)
    }

    @Test(arguments: [
        (
            "one:\n  opens: 01-01\n  closes: 13-31\n  basis: convention",
            "calendar.yml:3:11：应为月-日，读到“13-31”。请写成 03-31 的样子。"
        ),
        (
            "one:\n  opens: 04-01\n  closes: 03-31\n  basis: convention",
            "calendar.yml:2:3：closes 应不早于 opens，截止日早于开始日。请检查两个日期。"
        ),
        (
            "one:\n  opens: 01-01\n  closes: 03-31\n  supplementsUntil: 03-30\n  basis: convention",
            "calendar.yml:4:21：supplementsUntil 应不早于 closes，早于截止日。请检查两个日期。"
        ),
    ])
    func `a date that cannot be is told with its place`(text: String, said: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try calendars(text) }
        #expect(error?.issues.map(\.description) == [said])
    }

    @Test(arguments: [
        ("2026-01-01T00:30:00+08:00", "2025-12-31T16:30:00Z", "2026-01-01"),
        ("2025-12-31T23:59:59+08:00", "2025-12-31T15:59:59Z", "2025-12-31"),
        ("1969-12-31T23:00:00+08:00", "1969-12-31T15:00:00Z", "1969-12-31"),
    ])
    func `an instant is the same on every machine, and its day is China's`(china: String, utc: String, day: String)
        throws
    {
        let instant = try #require(ChinaTime.instant(china))
        #expect(instant == ChinaTime.instant(utc))
        #expect(ChinaTime.day(of: instant).description == day)
        #expect(ChinaTime.timestamp(instant) == china)
        #expect(ChinaTime.minute(instant) == CalendarDate.inChinese(day) + china.dropFirst(11).prefix(5))
    }
}
