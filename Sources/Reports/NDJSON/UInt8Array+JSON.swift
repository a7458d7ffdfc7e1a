internal import Safekeeping

/// JSON written straight into bytes. Nothing here allocates but the array itself as it grows.
extension [UInt8] {
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends `text` as it stands, without quotes or escapes.
    mutating func append(raw text: String) {
        append(contentsOf: text.utf8)
    }

    // MARK: - Strings

    /// Appends `text` as a JSON string (RFC 8259): quotes, backslashes and whatever does something to a
    /// terminal escaped, all else UTF-8.
    mutating func append(json text: String) {
        append(quote)
        append(jsonBody: text)
        append(quote)
    }

    /// Appends `text` as a JSON string, or `null`.
    mutating func append(json text: String?) {
        if let text { append(json: text) } else { append("null") }
    }

    /// Appends what stands between the quotes of a JSON string, of no more than `limit` bytes of `text`.
    mutating func append(jsonBody text: String, upTo limit: Int = .max) {
        var text = text
        text.withUTF8 { append(jsonBody: UnsafeBufferPointer(rebasing: $0.prefix(limit))) }
    }

    private mutating func append(jsonBody bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte == quote || byte == backslash {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                append(escapeOf: byte)
                start = index + 1
            } else if byte == 0x7f || byte == 0xc2 || byte == 0xe2 || byte == 0xef || byte == 0xf3 {
                // The only ways in which those that do something to a terminal begin, and few others.
                let length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
                let text = String(decoding: bytes[index..<Swift.min(index + length, bytes.count)], as: UTF8.self)
                if let scalar = text.unicodeScalars.first, !scalar.isPrintable {
                    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    append(contentsOf: scalar.jsonEscape.utf8)
                    start = index + length
                    index = start
                    continue
                }
            }
            index += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private mutating func append(escapeOf byte: UInt8) {
        append(backslash)
        switch byte {
        case quote, backslash: append(byte)
        case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
        default:
            append("u00")
            append(hexadecimal[Int(byte >> 4)])
            append(hexadecimal[Int(byte & 0xf)])
        }
    }

    // MARK: - Numbers

    mutating func append(integer value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(digits: UInt64(value.magnitude))
    }

    /// Appends a statistic as a JSON number of at most six significant digits, half to even, since the last bits of a
    /// double may differ between processors; `null` for NaN and the infinities.
    mutating func append(statistic value: Double) {
        guard value.isFinite else { return append("null") }
        if value < 0 { append(UInt8(ascii: "-")) }
        let magnitude = value.magnitude
        switch magnitude {
        case 0: append(UInt8(ascii: "0"))
        case smallestPlain..<largestPlain: append(plain: magnitude)
        default: append(scientific: magnitude)
        }
    }

    /// One multiplication or division by an exact power of ten brings the value to an integer of six digits. What
    /// the last bits of a double put beside a half is one.
    private mutating func append(plain magnitude: Double) {
        var exponent = Int((Double(magnitude.exponent) * 0.301029995663981).rounded(.down))
        if magnitude >= power(of: exponent + 1) { exponent += 1 }
        let shift = significantDigits - 1 - exponent
        let scaled = shift >= 0 ? magnitude * power(of: shift) : magnitude / power(of: -shift)
        var coefficient = UInt64(scaled)
        let rest = scaled - scaled.rounded(.down)
        if rest > 0.5 + nearHalf || rest > 0.5 - nearHalf && coefficient % 2 == 1 { coefficient += 1 }
        // How many of the coefficient's digits stand behind the point.
        var decimals = shift
        while decimals > 0, coefficient.isMultiple(of: 10) {
            coefficient /= 10
            decimals -= 1
        }
        while decimals < 0 {
            coefficient *= 10
            decimals += 1
        }
        append(digits: coefficient, decimals: decimals)
    }

    /// For magnitudes that no statistic of a consortium has; a dozen divisions cost nothing there.
    private mutating func append(scientific magnitude: Double) {
        var mantissa = magnitude
        var exponent = 0
        while mantissa >= roundsToTen {
            mantissa /= 10
            exponent += 1
        }
        while mantissa < roundsToTen / 10 {
            mantissa *= 10
            exponent -= 1
        }
        append(plain: mantissa)
        append(UInt8(ascii: "e"))
        append(integer: exponent)
    }

    /// Appends `value` ÷ 10^`decimals`.
    private mutating func append(digits value: UInt64, decimals: Int = 0) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
            var place = buffer.count
            var rest = value
            var written = 0
            repeat {
                if written == decimals, decimals > 0 {
                    place -= 1
                    buffer[place] = UInt8(ascii: ".")
                }
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                place -= 1
                buffer[place] = UInt8(ascii: "0") + UInt8(digit)
                rest = quotient
                written += 1
            } while rest > 0 || written <= decimals
            append(contentsOf: UnsafeBufferPointer(rebasing: buffer[place...]))
        }
    }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
private let hexadecimal = Array("0123456789abcdef".utf8)

private let significantDigits = 6
/// Far more than a scaled value may be wrong by.
private let nearHalf = 1e-6
/// The least mantissa that six digits write as 10, and so not as a mantissa.
private let roundsToTen = 9.999995 - 1e-5 * nearHalf
/// Between these a statistic is written without an exponent, and the power of ten that scales it is an exact double.
private let smallestPlain = 1e-7
private let largestPlain = 1e15
private let powersOfTen: [Double] = [
    1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
    1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
]

/// 10^`exponent` for −7…19.
private func power(of exponent: Int) -> Double { powersOfTen[exponent + 7] }
