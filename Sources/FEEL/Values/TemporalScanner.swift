/// Reads the ASCII of a date, a time or a duration from left to right.
struct TemporalScanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// What is left, as text.
    var remainder: String { String(Substring(rest)) }

    /// Takes `character` if it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Takes the digits that come next, as many as `count` allows; nil where they are fewer or more, or overflow.
    mutating func number(digits count: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { $0.decimalDigit != nil }
        guard count.contains(digits.count), let value = Int(Substring(digits)) else { return nil }
        rest = rest[digits.endIndex...]
        return value
    }

    /// Takes a year: four digits or up to nine without a leading zero, with a minus for years before 0000.
    mutating func year() -> Int? {
        let isNegative = take("-")
        let isLong = rest.prefix { $0.decimalDigit != nil }.count > 4
        guard !isLong || rest.first != UInt8(ascii: "0"), let year = number(digits: 4...9) else { return nil }
        return isNegative ? -year : year
    }

    /// Takes a fraction (`.5`) as nanoseconds, 0 where there is none; digits beyond the ninth are dropped.
    mutating func nanosecond() -> Int? {
        guard take(".") else { return 0 }
        let digits = rest.prefix { $0.decimalDigit != nil }
        guard !digits.isEmpty else { return nil }
        rest = rest[digits.endIndex...]
        let nine = Substring(digits.prefix(9))
        return Int(nine + String(repeating: "0", count: 9 - nine.utf8.count))
    }
}

extension Int {
    /// At least `digits` digits, with zeros in front.
    func padded(to digits: Int) -> String {
        let text = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, digits - text.utf8.count))
        return (self < 0 ? "-" : "") + zeros + text
    }

    /// Nanoseconds as the fraction of a second: `.5`, or nothing for 0.
    var fractionText: String {
        guard self != 0 else { return "" }
        var digits = padded(to: 9)[...]
        while digits.last == "0" { digits.removeLast() }
        return "." + digits
    }

    /// The quotient rounded down and the remainder with the sign of `divisor`, which is positive.
    func flooredQuotientAndRemainder(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
