import Configuration
package import FEEL
package import Foundation
package import Standards

/// When a year's figures are due: a window in the year that follows.
package struct ReportingCalendar: Sendable, Hashable {
    /// A day of any year.
    package struct MonthDay: Sendable, Hashable, Comparable {
        package let month: Int
        package let day: Int

        /// Reads `03-31`.
        package init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            // 2024 is a leap year, so 02-29 is a day.
            guard parts.count == 2, CalendarDate(year: 2024, month: parts[0], day: parts[1]) != nil else { return nil }
            month = parts[0]
            day = parts[1]
        }

        init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }

        package static func < (left: MonthDay, right: MonthDay) -> Bool {
            (left.month, left.day) < (right.month, right.day)
        }

        /// The day in `year`; in a year without a 29 February, the 28th.
        func date(in year: Int) -> CalendarDate? {
            CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
        }
    }

    package let opens: MonthDay
    package let closes: MonthDay
    package let basis: RuleBasis

    /// What holds where a pipeline says nothing: the figures of a year are due by 31 March of the next.
    package static let usual = ReportingCalendar(
        opens: MonthDay(month: 1, day: 1), closes: MonthDay(month: 3, day: 31), basis: .convention)

    init(opens: MonthDay, closes: MonthDay, basis: RuleBasis) {
        self.opens = opens
        self.closes = closes
        self.basis = basis
    }

    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["opens", "closes", "basis"])
        func day(_ key: String) -> MonthDay? {
            guard let entry = fields.required(key) else { return nil }
            if let day = entry.rawText.flatMap(MonthDay.init) { return day }
            entry.report(expected: "应为月-日", remedy: "请写成 03-31 的样子")
            return nil
        }
        let opens = day("opens") ?? Self.usual.opens
        let closes = day("closes") ?? Self.usual.closes
        if closes < opens {
            entry.report(expected: "closes 应不早于 opens", found: "截止日早于开始日", remedy: "请检查两个日期")
        }
        self.init(opens: opens, closes: closes, basis: fields.required("basis")?.word() ?? .convention)
    }

    /// The last day on which the figures of `year` are on time.
    package func deadline(for year: ReportingYear) -> CalendarDate {
        closes.date(in: year.value + 1) ?? Self.usual.deadline(for: year)
    }

    /// Whether the outcomes of `year` may still change in the ordinary way (provisional, 暂定) at `now`.
    package func isOpen(_ year: ReportingYear, at now: Date) -> Bool {
        ChinaTime.day(of: now) <= deadline(for: year)
    }

    /// The year that is due at `now`: the last that has ended.
    package static func yearDue(at now: Date) -> ReportingYear {
        ReportingYear(ChinaTime.day(of: now).year - 1)
    }
}
