package import FEEL
package import Foundation

/// Days and times as people in China read them: UTC+8, all year.
package enum ChinaTime {
    private static let offset: TimeInterval = 8 * 3600

    /// `2026-04-10T09:00:00+08:00`
    package static func timestamp(_ instant: Date) -> String {
        let shifted = Int((instant.timeIntervalSince1970 + offset).rounded(.down))
        let second = ((shifted % 86400) + 86400) % 86400
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day(of: instant))T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))+08:00"
    }

    /// `2026年4月10日09:00`, as people read it in a sentence.
    package static func minute(_ instant: Date) -> String {
        day(of: instant).inChinese + timestamp(instant).dropFirst(11).prefix(5)
    }

    /// The day in China that an instant falls on.
    package static func day(of instant: Date) -> CalendarDate {
        let days = Int(((instant.timeIntervalSince1970 + offset) / 86400).rounded(.down))
        guard let day = CalendarDate(epochDay: days) else { preconditionFailure("a Date is within FEEL's years") }
        return day
    }

    /// The first instant of a day.
    package static func start(of day: CalendarDate) -> Date {
        Date(timeIntervalSince1970: Double(day.epochDay) * 86400 - offset)
    }

    /// The last second of a day: what `--as-of` a day means.
    package static func end(of day: CalendarDate) -> Date {
        start(of: day).addingTimeInterval(86400 - 1)
    }

    /// Reads `2026-04-10T09:00:00+08:00`, or a day, which means its first instant.
    package static func instant(_ text: String) -> Date? {
        if let day = CalendarDate(text) { return start(of: day) }
        return try? Date(text, strategy: .iso8601)
    }
}
