/// A time of day to the nanosecond, with a zone or without: FEEL's `time`.
///
/// `==` asks whether two times are written alike, zone and all (FEEL's `is`); ``compared(to:)`` compares them as
/// FEEL's `=` and `<` do.
public struct TimeOfDay: Sendable, Hashable {
    /// Seconds since midnight, 0..<86,400.
    let secondOfDay: Int32
    /// Nanoseconds, 0..<1,000,000,000.
    let nanosecond: Int32
    /// Where the time is told.
    public let zone: Zone

    /// A time by its parts; nil where there is no such time.
    public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone = .local) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<1_000_000_000).contains(nanosecond)
        else { return nil }
        self.init(secondOfDay: hour * 3600 + minute * 60 + second, nanosecond: nanosecond, zone: zone)
    }

    /// A time whose seconds may have a fraction, as FEEL's `time` function takes them; nil where there is no such time.
    public init?(hour: Int, minute: Int, second: Decimal128, zone: Zone = .local) {
        let whole = second.rounded(.floor)
        guard let wholeSecond = whole.intValue,
            let nanosecond = ((second - whole) * 1_000_000_000).rounded(.down).intValue
        else { return nil }
        self.init(hour: hour, minute: minute, second: wholeSecond, nanosecond: nanosecond, zone: zone)
    }

    init(secondOfDay: Int, nanosecond: Int, zone: Zone) {
        self.secondOfDay = Int32(secondOfDay)
        self.nanosecond = Int32(nanosecond)
        self.zone = zone
    }

    /// Midnight, where a day begins.
    public static func midnight(in zone: Zone = .local) -> TimeOfDay {
        TimeOfDay(secondOfDay: 0, nanosecond: 0, zone: zone)
    }

    /// The hour, 0…23.
    public var hour: Int { Int(secondOfDay) / 3600 }
    /// The minute, 0…59.
    public var minute: Int { Int(secondOfDay) / 60 % 60 }
    /// The second with its fraction, 0..<60.
    public var second: Decimal128 {
        Decimal128(Int(secondOfDay) % 60) + Decimal128(coefficient: Int64(nanosecond), exponent: -9)
    }

    /// How far east of UTC the time is told; nil without a zone. Of a region it is the offset outside summer time.
    public var offset: SecondsDuration? {
        switch zone {
        case .local: nil
        case .offset(let seconds): SecondsDuration(seconds: Int(seconds))
        case .region(let region): SecondsDuration(seconds: region.standardOffset)
        }
    }

    /// The same reading of the clock, told elsewhere.
    public func told(in zone: Zone) -> TimeOfDay {
        TimeOfDay(secondOfDay: Int(secondOfDay), nanosecond: Int(nanosecond), zone: zone)
    }
}

// MARK: - Text

extension TimeOfDay: CustomStringConvertible {
    /// Reads `13:20:00`, `13:20:00.5Z`, `13:20:00+08:00` or `13:20:00@Asia/Shanghai`; `24:00:00` is midnight.
    public init?(_ text: some StringProtocol) {
        var scanner = TemporalScanner(text)
        guard let (time, _) = Self.read(&scanner) else { return nil }
        self = time
    }

    /// A time and whether it was written as the end of its day, 24:00.
    static func read(_ scanner: inout TemporalScanner) -> (time: TimeOfDay, isEndOfDay: Bool)? {
        guard let hour = scanner.number(digits: 2...2), scanner.take(":"),
            let minute = scanner.number(digits: 2...2), scanner.take(":"),
            let second = scanner.number(digits: 2...2), let nanosecond = scanner.nanosecond(),
            let zone = Zone(&scanner)
        else { return nil }
        if (hour, minute, second, nanosecond) == (24, 0, 0, 0) { return (.midnight(in: zone), true) }
        return TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
            .map { ($0, false) }
    }

    /// `13:20:00.5+08:00`
    public var description: String {
        let second = (Int(secondOfDay) % 60).padded(to: 2) + Int(nanosecond).fractionText
        return "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second)\(zone)"
    }
}

// MARK: - Order and arithmetic

extension TimeOfDay {
    /// Negative, zero or positive as this time is before, at or after `other`; nil where only one of them has a zone.
    public func compared(to other: TimeOfDay) -> Int? {
        guard let difference = since(other) else { return nil }
        return difference < .zero ? -1 : difference == .zero ? 0 : 1
    }

    /// The time from `other` to this time on the same day; nil where only one of them has a zone.
    public func since(_ other: TimeOfDay) -> SecondsDuration? {
        guard (offset == nil) == (other.offset == nil) else { return nil }
        return sinceMidnight - (offset ?? .zero) - (other.sinceMidnight - (other.offset ?? .zero))
    }

    /// The time `duration` later; the clock goes round.
    public func adding(_ duration: SecondsDuration) -> TimeOfDay {
        let sum = sinceMidnight + duration
        let second = sum.wholeSeconds.flooredQuotientAndRemainder(by: SecondsDuration.secondsPerDay).remainder
        return TimeOfDay(secondOfDay: second, nanosecond: sum.nanosecond, zone: zone)
    }

    private var sinceMidnight: SecondsDuration {
        SecondsDuration(seconds: Int(secondOfDay), nanosecond: Int(nanosecond))
    }
}
