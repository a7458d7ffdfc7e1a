extension Value {
    /// What stands after a dot of a value that is not a context (DMN 1.5, tables 65 to 70); null where there is no
    /// such property.
    func property(_ name: String, _ frame: Frame) -> Value {
        switch self {
        case .list(let items):
            guard frame.spend(items.count) else { return .null }
            return .list(
                items.map { item in
                    if case .context(let context) = item { context[name] ?? .null } else { item.property(name, frame) }
                })
        case .date(let date): return Self.property(name, of: date) ?? .null
        case .dateTime(let dateTime):
            if name == "time offset" { return dateTime.offset.map(Value.secondsDuration) ?? .null }
            return Self.property(name, of: dateTime.date) ?? Self.property(name, of: dateTime.time) ?? .null
        case .time(let time): return Self.property(name, of: time) ?? .null
        case .monthsDuration(let duration): return Self.property(name, of: duration) ?? .null
        case .secondsDuration(let duration): return Self.property(name, of: duration) ?? .null
        case .range(let range): return Self.property(name, of: range) ?? .null
        default: return .null
        }
    }

    private static func property(_ name: String, of date: CalendarDate) -> Value? {
        switch name {
        case "year": .number(Decimal128(date.year))
        case "month": .number(Decimal128(date.month))
        case "day": .number(Decimal128(date.day))
        case "weekday": .number(Decimal128(date.weekday))
        default: nil
        }
    }

    private static func property(_ name: String, of time: TimeOfDay) -> Value? {
        switch name {
        case "hour": .number(Decimal128(time.hour))
        case "minute": .number(Decimal128(time.minute))
        case "second": .number(time.second)
        case "time offset": time.offset.map(Value.secondsDuration)
        case "timezone": time.zone.name.map(Value.string)
        default: nil
        }
    }

    private static func property(_ name: String, of duration: MonthsDuration) -> Value? {
        switch name {
        case "years": .number(Decimal128(duration.years))
        case "months": .number(Decimal128(duration.monthsOfYear))
        default: nil
        }
    }

    private static func property(_ name: String, of duration: SecondsDuration) -> Value? {
        switch name {
        case "days": .number(Decimal128(duration.days))
        case "hours": .number(Decimal128(duration.hours))
        case "minutes": .number(Decimal128(duration.minutes))
        case "seconds": .number(duration.seconds)
        default: nil
        }
    }

    private static func property(_ name: String, of range: ValueRange) -> Value? {
        switch name {
        case "start": range.low ?? .null
        case "end": range.high ?? .null
        case "start included": .boolean(range.lowIncluded)
        case "end included": .boolean(range.highIncluded)
        default: nil
        }
    }
}
