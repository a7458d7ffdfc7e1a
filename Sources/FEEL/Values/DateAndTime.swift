/// A day and a time of day, with a zone or without: FEEL's `date and time`.
///
/// `==` asks whether two are written alike, zone and all (FEEL's `is`); ``compared(to:)`` compares the instants, as
/// FEEL's `=` and `<` do.
public struct DateAndTime: Sendable, Hashable {
    /// The day.
    public let date: CalendarDate
    /// The time, with its zone.
    public let time: TimeOfDay

    /// A time on a day.
    public init(date: CalendarDate, time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// Where the time is told.
    public var zone: Zone { time.zone }

    /// How far east of UTC the time is told that day; nil without a zone.
    public var offset: SecondsDuration? {
        switch zone {
        case .local: nil
        case .offset(let seconds): SecondsDuration(seconds: Int(seconds))
        case .region(let region): SecondsDuration(seconds: region.offset(atLocal: localSeconds))
        }
    }
}

// MARK: - Text

extension DateAndTime: CustomStringConvertible {
    /// Reads `2025-12-31T13:20:00` with what may follow a time, or a date alone, which is its midnight.
    /// `24:00:00` is the midnight that ends the day.
    public init?(_ text: some StringProtocol) {
        var scanner = TemporalScanner(text)
        guard let date = CalendarDate(&scanner) else { return nil }
        if scanner.isAtEnd {
            self.init(date: date, time: .midnight())
            return
        }
        guard scanner.take("T"), let (time, isEndOfDay) = TimeOfDay.read(&scanner),
            let day = isEndOfDay ? CalendarDate(epochDay: date.epochDay + 1) : date
        else { return nil }
        self.init(date: day, time: time)
    }

    /// `2025-12-31T13:20:00+08:00`
    public var description: String { "\(date)T\(time)" }
}

// MARK: - Order and arithmetic

extension DateAndTime {
    /// Negative, zero or positive as this instant is before, at or after `other`; nil where only one of them has a
    /// zone.
    public func compared(to other: DateAndTime) -> Int? {
        guard let difference = since(other) else { return nil }
        return difference < .zero ? -1 : difference == .zero ? 0 : 1
    }

    /// The time from `other` to this; nil where only one of them has a zone.
    public func since(_ other: DateAndTime) -> SecondsDuration? {
        let (ours, theirs) = (offset, other.offset)
        guard (ours == nil) == (theirs == nil) else { return nil }
        return sinceEpoch - (ours ?? .zero) - (other.sinceEpoch - (theirs ?? .zero))
    }

    /// The same time of day this many months later; nil outside the years a date may have.
    public func adding(_ duration: MonthsDuration) -> DateAndTime? {
        date.adding(duration).map { DateAndTime(date: $0, time: time) }
    }

    /// The instant `duration` later, told in the same zone; nil outside the years a date may have.
    public func adding(_ duration: SecondsDuration) -> DateAndTime? {
        var sum = sinceEpoch + duration
        // Years of nine digits end well within these seconds.
        guard (-1 << 56...1 << 56).contains(sum.wholeSeconds) else { return nil }
        if case .region(let region) = zone {
            // Across a change of the clocks the instant moves by the duration, the clock by an hour more or less.
            let instant = sum.wholeSeconds - region.offset(atLocal: localSeconds)
            sum = SecondsDuration(seconds: instant + region.offset(at: instant), nanosecond: sum.nanosecond)
        }
        let (day, second) = sum.wholeSeconds.flooredQuotientAndRemainder(by: SecondsDuration.secondsPerDay)
        return CalendarDate(epochDay: day).map {
            DateAndTime(date: $0, time: TimeOfDay(secondOfDay: second, nanosecond: sum.nanosecond, zone: zone))
        }
    }

    /// What the clock shows, in seconds since 1970 as if it were UTC.
    private var localSeconds: Int { date.epochDay * SecondsDuration.secondsPerDay + Int(time.secondOfDay) }

    private var sinceEpoch: SecondsDuration {
        SecondsDuration(seconds: localSeconds, nanosecond: Int(time.nanosecond))
    }
}
