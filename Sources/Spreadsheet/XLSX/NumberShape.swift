/// What a number format makes of a number.
enum NumberShape: UInt8, Sendable {
    case plain
    case percent
    case date
    case dateTime
    /// A time of day.
    case time
    /// A span of time, which may have more than 24 hours.
    case elapsed

    /// The formats that every program knows by their numbers (ECMA-376 part 1, 18.8.30); of those that differ between
    /// languages, as in Chinese.
    init(builtIn id: Int) {
        self =
            switch id {
            case 9, 10: .percent
            case 14...17, 27...31, 36, 50...54, 57, 58: .date
            case 22: .dateTime
            case 18...21, 32...35, 45, 47, 55, 56: .time
            case 46: .elapsed
            default: .plain
            }
    }

    /// By what a section of a format code shows; plain for one of numbers.
    init(hasDay: Bool, hasMonth: Bool, hasTime: Bool, isElapsed: Bool) {
        // An m beside hours or seconds means minutes.
        let hasDate = hasDay || hasMonth && !hasTime
        if isElapsed {
            self = .elapsed
        } else if hasDate {
            self = hasTime ? .dateTime : .date
        } else {
            self = hasTime ? .time : .plain
        }
    }
}
