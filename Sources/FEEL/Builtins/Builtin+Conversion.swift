// DMN 1.5, 10.3.4.1: conversion functions.

extension Builtin {
    static let conversion: [Builtin] = [
        Builtin("date", "from", .date, "由文本或日期时间得到日期") { (from: Value, _) in
            switch from {
            case .string(let text): CalendarDate(text).map(Value.date)
            case .date: from
            case .dateTime(let dateTime): .date(dateTime.date)
            default: nil
            }
        },
        Builtin("date", ("year", "month", "day"), .date, "由年、月、日得到日期") {
            (year: Int, month: Int, day: Int, _) in
            CalendarDate(year: year, month: month, day: day).map(Value.date)
        },
        Builtin("date and time", "from", .dateTime, "由文本得到日期时间") { (from: Value, _) in
            switch from {
            case .string(let text): DateAndTime(text).map(Value.dateTime)
            case .dateTime: from
            case .date(let date): .dateTime(DateAndTime(midnightOf: date))
            default: nil
            }
        },
        Builtin("date and time", ("date", "time"), .dateTime, "由日期和时间得到日期时间") {
            (date: Value, time: TimeOfDay, _) in
            switch date {
            case .date(let date): .dateTime(DateAndTime(date: date, time: time))
            case .dateTime(let dateTime): .dateTime(DateAndTime(date: dateTime.date, time: time))
            default: nil
            }
        },
        Builtin("time", "from", .time, "由文本或日期时间得到时间") { (from: Value, _) in
            switch from {
            case .string(let text): TimeOfDay(text).map(Value.time)
            case .time: from
            case .dateTime(let dateTime): .time(dateTime.time)
            case .date: .time(.midnight(in: .utc))
            default: nil
            }
        },
        Builtin("time", ("hour", "minute", "second", "offset"), .time, "由时、分、秒和时差得到时间") {
            (hour: Int, minute: Int, second: Decimal128, offset: SecondsDuration?, _) in
            guard let offset else { return TimeOfDay(hour: hour, minute: minute, second: second).map(Value.time) }
            return Zone(offset: offset)
                .flatMap { TimeOfDay(hour: hour, minute: minute, second: second, zone: $0) }
                .map(Value.time)
        },
        Builtin(
            "number", ("from", "grouping separator", "decimal separator"), .number, "按给定的分组符和小数点把文本读成数字"
        ) { (from: String, grouping: String?, decimal: String?, _) in
            number(from, grouping: grouping, decimal: decimal).map(Value.number)
        },
        Builtin("string", "from", .string, "把值写成文本") { (from: Value, frame) in
            from.isNull ? .null : from.text(within: frame).map(Value.string)
        },
        Builtin("duration", "from", .any, "由文本得到时长") { (from: Value, _) in
            switch from {
            case .string(let text):
                MonthsDuration(text).map(Value.monthsDuration) ?? SecondsDuration(text).map(Value.secondsDuration)
            case .monthsDuration, .secondsDuration: from
            default: nil
            }
        },
        Builtin("years and months duration", ("from", "to"), .monthsDuration, "两个日期之间的整年整月") {
            (from: Value, to: Value, _) in
            from.months(until: to).map(Value.monthsDuration)
        },
        Builtin("range", "from", .range(.any), "由文本得到区间") { (from: String, frame) in
            ValueRange(literal: from, limits: frame.limits).map(Value.range)
        },
    ]

    /// The number that `text` writes; nil where it is none.
    private static func number(_ text: String, grouping: String?, decimal: String?) -> Decimal128? {
        let allowed = [" ", ".", ","]
        guard grouping.map(allowed.contains) ?? true, decimal.map([".", ","].contains) ?? true,
            grouping == nil || grouping != decimal
        else { return nil }
        var plain = text
        if let grouping { plain = plain.replacing(grouping, with: "") }
        if let decimal, decimal != "." {
            guard !plain.contains(".") else { return nil }
            plain = plain.replacing(decimal, with: ".")
        }
        return Decimal128(plain).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension Value {
    fileprivate func months(until end: Value) -> MonthsDuration? {
        switch (self, end) {
        case (.date(let start), .date(let end)): end.months(since: start)
        case (.dateTime(let start), .dateTime(let end)): end.date.months(since: start.date)
        case (.date(let start), .dateTime(let end)): end.date.months(since: start)
        case (.dateTime(let start), .date(let end)): end.months(since: start.date)
        default: nil
        }
    }
}

extension ValueRange {
    /// The range that `text` writes with literals for its ends; nil where it is none, or is not in order.
    convenience init?(literal text: String, limits: Limits) {
        guard let expression = try? Parser.expression(text, limits: limits) else { return nil }
        switch expression.kind {
        case .range(let low, let lowIncluded, let high, let highIncluded):
            guard let low = low.literal, let high = high.literal else { return nil }
            self.init(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)
            guard isOrdered else { return nil }
        case .comparison(let operation, let end):
            guard let end = end.literal else { return nil }
            self.init(operation, end)
        default: return nil
        }
    }
}
