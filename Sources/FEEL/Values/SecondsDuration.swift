/// A length of time in days, hours, minutes and seconds to the nanosecond: FEEL's `days and time duration`.
public struct SecondsDuration: Sendable, Hashable, Comparable {
    /// The seconds, rounded down.
    let wholeSeconds: Int
    private let storedNanosecond: Int32

    /// The nanoseconds above ``wholeSeconds``, 0..<1,000,000,000.
    var nanosecond: Int { Int(storedNanosecond) }

    static let secondsPerDay = 86_400
    private static let nanosecondsPerSecond = 1_000_000_000

    /// A length of `seconds` and `nanosecond` (0..<1,000,000,000) above them.
    public init(seconds: Int, nanosecond: Int = 0) {
        wholeSeconds = seconds
        storedNanosecond = Int32(nanosecond)
    }

    /// A length of nanoseconds; nil where its seconds cannot be counted.
    init?(nanoseconds: Int128) {
        var (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: Int128(Self.nanosecondsPerSecond))
        if rest < 0 {
            seconds -= 1
            rest += Int128(Self.nanosecondsPerSecond)
        }
        guard let whole = Int(exactly: seconds) else { return nil }
        self.init(seconds: whole, nanosecond: Int(rest))
    }

    /// No time at all.
    public static let zero = SecondsDuration(seconds: 0)

    var nanoseconds: Int128 { Int128(wholeSeconds) * Int128(Self.nanosecondsPerSecond) + Int128(nanosecond) }

    /// Shorter first.
    public static func < (left: SecondsDuration, right: SecondsDuration) -> Bool {
        (left.wholeSeconds, left.storedNanosecond) < (right.wholeSeconds, right.storedNanosecond)
    }
}

// MARK: - Parts

extension SecondsDuration {
    /// The length in seconds with its fraction.
    public var totalSeconds: Decimal128 {
        Decimal128(wholeSeconds) + Decimal128(coefficient: Int64(nanosecond), exponent: -9)
    }

    /// The whole days, toward zero.
    public var days: Int { towardZero.seconds / Self.secondsPerDay }
    /// The hours beyond the days, −23…23.
    public var hours: Int { towardZero.seconds / 3600 % 24 }
    /// The minutes beyond the hours, −59…59.
    public var minutes: Int { towardZero.seconds / 60 % 60 }
    /// The seconds beyond the minutes with their fraction, above −60 and below 60.
    public var seconds: Decimal128 {
        let (seconds, nanosecond) = towardZero
        return Decimal128(seconds % 60) + Decimal128(coefficient: Int64(nanosecond), exponent: -9)
    }

    /// Seconds and nanoseconds of one sign.
    private var towardZero: (seconds: Int, nanosecond: Int) {
        wholeSeconds < 0 && nanosecond > 0
            ? (wholeSeconds + 1, nanosecond - Self.nanosecondsPerSecond) : (wholeSeconds, nanosecond)
    }
}

// MARK: - Text

extension SecondsDuration: CustomStringConvertible {
    /// Reads `P1DT2H`, `PT1000M`, `-PT0.5S`.
    public init?(_ text: some StringProtocol) {
        var scanner = TemporalScanner(text)
        let isNegative = scanner.take("-")
        guard scanner.take("P"), let total = Self.readParts(&scanner), scanner.isAtEnd else { return nil }
        self.init(nanoseconds: isNegative ? -total : total)
    }

    /// Takes what follows the `P`, in nanoseconds: days, then after a `T` at least one of hours, minutes and seconds.
    private static func readParts(_ scanner: inout TemporalScanner) -> Int128? {
        let second = Int128(nanosecondsPerSecond)
        var total: Int128 = 0
        if !scanner.take("T") {
            guard let days = scanner.number(digits: 1...18), scanner.take("D") else { return nil }
            total = Int128(days) * Int128(secondsPerDay) * second
            if scanner.isAtEnd { return total }
            guard scanner.take("T") else { return nil }
        }
        var units: [(Unicode.Scalar, Int128)] = [("H", 3600), ("M", 60), ("S", 1)]
        repeat {
            guard let number = scanner.number(digits: 1...18), let nanosecond = scanner.nanosecond(),
                let place = units.firstIndex(where: { scanner.take($0.0) }),
                nanosecond == 0 || units[place].0 == "S"
            else { return nil }
            total += Int128(number) * units[place].1 * second + Int128(nanosecond)
            units.removeFirst(place + 1)
        } while !scanner.isAtEnd
        return total
    }

    /// `P1DT2H3M4.5S`; `PT0S` for none.
    public var description: String {
        guard self != .zero else { return "PT0S" }
        let (whole, nanosecond) = towardZero
        let date = days == 0 ? "" : "\(days.magnitude)D"
        var time = hours == 0 ? "" : "\(hours.magnitude)H"
        if minutes != 0 { time += "\(minutes.magnitude)M" }
        if whole % 60 != 0 || nanosecond != 0 {
            time += "\((whole % 60).magnitude)\(Int(nanosecond.magnitude).fractionText)S"
        }
        return (self < .zero ? "-P" : "P") + date + (time.isEmpty ? "" : "T" + time)
    }
}

// MARK: - Arithmetic

extension SecondsDuration {
    /// The opposite length.
    public static prefix func - (duration: SecondsDuration) -> SecondsDuration {
        .zero - duration
    }

    /// The sum. Lengths a text or two dates can give stay far below what can be counted; beyond, the result is the
    /// longest length.
    public static func + (left: SecondsDuration, right: SecondsDuration) -> SecondsDuration {
        SecondsDuration(clamping: left.nanoseconds + right.nanoseconds)
    }

    /// The difference.
    public static func - (left: SecondsDuration, right: SecondsDuration) -> SecondsDuration {
        SecondsDuration(clamping: left.nanoseconds - right.nanoseconds)
    }

    /// The length without its sign.
    public var magnitude: SecondsDuration { self < .zero ? -self : self }

    /// The product to the nanosecond, toward zero; nil where it cannot be counted.
    public func multiplied(by factor: Decimal128) -> SecondsDuration? {
        SecondsDuration(totalSeconds: totalSeconds * factor)
    }

    /// The quotient to the nanosecond, toward zero; nil where `divisor` is zero.
    public func divided(by divisor: Decimal128) -> SecondsDuration? {
        SecondsDuration(totalSeconds: totalSeconds / divisor)
    }

    /// How many times `other` goes into this length; nil where `other` is zero.
    public func divided(by other: SecondsDuration) -> Decimal128? {
        other == .zero ? nil : totalSeconds / other.totalSeconds
    }

    /// A length of seconds with a fraction, to the nanosecond toward zero; nil where it cannot be counted.
    public init?(totalSeconds: Decimal128) {
        let whole = totalSeconds.rounded(.down)
        guard let seconds = whole.intValue,
            let rest = ((totalSeconds - whole) * Decimal128(Self.nanosecondsPerSecond)).rounded(.down).intValue
        else { return nil }
        self.init(nanoseconds: Int128(seconds) * Int128(Self.nanosecondsPerSecond) + Int128(rest))
    }

    private init(clamping nanoseconds: Int128) {
        self =
            SecondsDuration(nanoseconds: nanoseconds)
            ?? SecondsDuration(seconds: nanoseconds < 0 ? .min : .max)
    }
}
