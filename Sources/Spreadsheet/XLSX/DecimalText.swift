/// A number as a workbook stores it, to be made plain: `1.2E-3` is `0.0012`. It never passes through a binary fraction.
///
/// Programs that keep binary fractions write up to 17 digits of them, `0.29999999999999999` where a person typed 0.3;
/// what they show and what they compare has 15. So a number of more than 15 digits is rounded to 15, which gives back
/// what was typed. Whole numbers written as such keep up to 18 digits.
struct DecimalText {
    private var isNegative = false
    /// Its digits without the point.
    private var coefficient = 0
    /// The power of ten of the last digit.
    private var exponent = 0

    /// What programs show of a number that is not whole.
    private static let significantDigits = 15
    private static let mostDigits = 18
    private static let largestExponent = 400

    /// Whether `text` is a number of 15 digits at most in the very form that ``append(to:)`` gives it, but for zeros at
    /// the end of a fraction.
    @inline(__always)
    static func isPlain(_ text: Span<UInt8>) -> Bool {
        let first = text.count > 1 && text[0] == UInt8(ascii: "-") ? 1 : 0
        guard text.count > first, text.count <= significantDigits else { return false }
        var points = 0
        for index in first..<text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "."), index > first, index < text.count - 1 {
                points += 1
            } else if !isDigit(byte) {
                return false
            }
        }
        let startsWithZero = text[first] == UInt8(ascii: "0")
        return points <= 1 && (!startsWithZero || text.count == 1 || first == 0 && text[1] == UInt8(ascii: "."))
    }

    /// Nil for whatever is no number in the form that XML Schema gives doubles, or one beyond their range.
    init?(_ text: Span<UInt8>) {
        var cursor = 0
        if let sign = text.byte(at: 0), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            cursor = 1
        }
        let limit = Self.isWhole(text, from: cursor) ? Self.mostDigits : Self.significantDigits
        var kept = 0
        var digits = 0
        var hasPoint = false
        var roundsUp = false
        while let byte = text.byte(at: cursor) {
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else if Self.isDigit(byte) {
                digits += 1
                if kept < limit {
                    coefficient = coefficient * 10 + Int(byte - UInt8(ascii: "0"))
                    if coefficient > 0 { kept += 1 }
                    if hasPoint { exponent -= 1 }
                } else {
                    if kept == limit { roundsUp = byte >= UInt8(ascii: "5") }
                    kept += 1
                    if !hasPoint { exponent += 1 }
                }
            } else {
                break
            }
            cursor += 1
        }
        guard digits > 0 else { return nil }
        if roundsUp { coefficient += 1 }
        if cursor < text.count {
            guard text[cursor] | 0x20 == UInt8(ascii: "e"),
                let power = Int(String(copying: text.extracting(cursor + 1..<text.count))),
                abs(power) <= Self.largestExponent
            else { return nil }
            exponent += power
        }
        while coefficient != 0, coefficient.isMultiple(of: 10) {
            coefficient /= 10
            exponent += 1
        }
        if coefficient == 0 {
            exponent = 0
            isNegative = false
        }
    }

    private static func isWhole(_ text: Span<UInt8>, from start: Int) -> Bool {
        for index in start..<text.count where !isDigit(text[index]) { return false }
        return true
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    var isZero: Bool { coefficient == 0 }
    var isBelowZero: Bool { isNegative }

    /// The number with its point moved to the right: by 2 what a format of percent shows of it.
    func shifted(by places: Int) -> DecimalText {
        var number = self
        if coefficient != 0 { number.exponent += places }
        return number
    }

    /// The number in plain digits.
    var plain: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The binary fraction next to the number.
    var double: Double { Double(plain) ?? .nan }

    /// Adds the number to `text`, in plain digits.
    func append(to text: inout [UInt8]) {
        if isNegative { text.append(UInt8(ascii: "-")) }
        let start = text.count
        var rest = coefficient
        var place = exponent
        // From the last digit to the first, then turned round.
        if place > 0 { text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: place)) }
        repeat {
            if place == 0, exponent < 0 { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            place += 1
        } while rest > 0 || place <= 0
        text[start...].reverse()
    }

    /// The date that the number stands for in a format of the shape; nil where it stands for none.
    func date(as shape: NumberShape, startsIn1904: Bool) -> String? {
        SerialDate(double, startsIn1904: startsIn1904)?.text(as: shape)
    }
}

extension Span where Element == UInt8 {
    @inline(__always)
    fileprivate func byte(at index: Int) -> UInt8? { index < count ? self[index] : nil }
}
