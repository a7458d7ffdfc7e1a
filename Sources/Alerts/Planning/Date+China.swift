import FEEL
internal import Foundation

extension Date {
    /// `2026-01-05 08:00`, as clocks in China show it: UTC+8 all year.
    var chinaText: String { String(inChina.prefix(16)) }

    /// `2026-01-05`, the day in China.
    var chinaDay: String { String(inChina.prefix(10)) }

    /// The days from the day of this instant in China to `day`; negative where that is past.
    func days(until day: CalendarDate) -> Int? {
        CalendarDate(chinaDay).map { day.epochDay - $0.epochDay }
    }

    private var inChina: String {
        formatted(Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .china))
    }
}

extension TimeZone {
    fileprivate static let china = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
}
