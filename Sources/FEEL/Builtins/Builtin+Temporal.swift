internal import Foundation

// DMN 1.5, 10.3.4.8 and 10.3.4.11: date and time functions.

extension Builtin {
    static let temporal: [Builtin] = [
        Builtin("day of year", "date", .number, "一年中的第几天") { (date: Value, _) in
            date.day.map { .number(Decimal128($0.dayOfYear)) }
        },
        Builtin("day of week", "date", .string, "星期几（英文）") { (date: Value, _) in
            date.day.map { .string(weekdays[$0.weekday - 1]) }
        },
        Builtin("month of year", "date", .string, "几月（英文）") { (date: Value, _) in
            date.day.map { .string(months[$0.month - 1]) }
        },
        Builtin("week of year", "date", .number, "ISO 8601 的第几周") { (date: Value, _) in
            date.day.map { .number(Decimal128($0.weekOfYear)) }
        },
        Builtin("now", .dateTime, "现在（协调世界时）", isPure: false) { frame in now(frame).map(Value.dateTime) },
        Builtin("today", .date, "今天", isPure: false) { frame in now(frame).map { .date($0.date) } },
    ]

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The time given to the evaluation, else the machine's, in UTC and whole seconds.
    private static func now(_ frame: Frame) -> DateAndTime? {
        if let now = frame.state.pointee.now { return now }
        let elapsed = SecondsDuration(seconds: Int(Date().timeIntervalSince1970))
        return CalendarDate(epochDay: 0).flatMap { DateAndTime(midnightOf: $0).adding(elapsed) }
    }
}

extension Value {
    /// The day of a date, or of a date and time.
    fileprivate var day: CalendarDate? {
        switch self {
        case .date(let date): date
        case .dateTime(let dateTime): dateTime.date
        default: nil
        }
    }
}
