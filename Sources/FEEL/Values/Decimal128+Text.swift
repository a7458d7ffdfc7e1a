internal import CDecimal

extension Decimal128: CustomStringConvertible {
    /// Reads a FEEL number: digits with an optional fraction, or a fraction alone (`.5`), an optional sign before and
    /// an optional exponent after (`1.2e-3`). Nil for anything else and for what decimal128 cannot hold.
    public init?(_ text: some StringProtocol) {
        var numeral = Numeral()
        guard numeral.read(text.utf8) else { return nil }
        if numeral.digits <= 19, Self.exponents.contains(numeral.exponent) {
            self.init(isNegative: numeral.isNegative, coefficient: UInt128(numeral.value), exponent: numeral.exponent)
            return
        }
        self.init(cdecimal_from_text(String(text)))
        guard isFinite else { return nil }
    }

    /// The number in plain notation without trailing zeros: `120`, `-0.05`, never `1.2E+2`.
    public var description: String {
        guard isFinite else {
            return high & (0x7C00 << 48) == 0x7C00 << 48 ? "NaN" : high & Self.signBit == 0 ? "Infinity" : "-Infinity"
        }
        let value = normalized
        let sign = value.isNegative ? "-" : ""
        let digits = String(value.coefficient)
        if value.exponent >= 0 {
            return sign + digits + (value.isZero ? "" : String(repeating: "0", count: value.exponent))
        }
        let fraction = -value.exponent
        if fraction < digits.utf8.count {
            return sign + digits.dropLast(fraction) + "." + digits.suffix(fraction)
        }
        return sign + "0." + String(repeating: "0", count: fraction - digits.utf8.count) + digits
    }
}

/// A FEEL numeral as it is read: sign, the value of its significant digits and the exponent of the last.
private struct Numeral {
    var isNegative = false
    /// The value of the digits read, while they are 19 or fewer.
    var value: UInt64 = 0
    /// How many digits were read, leading zeros left out.
    var digits = 0
    var exponent = 0

    /// Reads the whole of `bytes`; false where they are no numeral.
    mutating func read(_ bytes: some Collection<UInt8>) -> Bool {
        var bytes = bytes[...]
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            bytes.removeFirst()
        }
        let whole = readDigits(&bytes)
        if bytes.first == UInt8(ascii: ".") {
            bytes.removeFirst()
            let fraction = readDigits(&bytes)
            guard fraction > 0 else { return false }
            exponent = -fraction
        } else if whole == 0 {
            return false
        }
        guard bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") else { return bytes.isEmpty }
        bytes.removeFirst()
        return readExponent(&bytes) && bytes.isEmpty
    }

    private mutating func readDigits<Bytes: Collection<UInt8>>(_ bytes: inout Bytes) -> Int
    where Bytes.SubSequence == Bytes {
        var count = 0
        while let byte = bytes.first, let digit = byte.decimalDigit {
            bytes.removeFirst()
            count += 1
            if digits > 0 || digit > 0 { digits += 1 }
            if digits <= 19 { value = value * 10 + UInt64(digit) }
        }
        return count
    }

    private mutating func readExponent<Bytes: Collection<UInt8>>(_ bytes: inout Bytes) -> Bool
    where Bytes.SubSequence == Bytes {
        let isDown = bytes.first == UInt8(ascii: "-")
        if isDown || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        var power = 0
        var count = 0
        while let byte = bytes.first, let digit = byte.decimalDigit {
            bytes.removeFirst()
            count += 1
            // Beyond any exponent decimal128 has; larger ones make no difference.
            power = min(power * 10 + Int(digit), 1_000_000)
        }
        exponent += isDown ? -power : power
        return count > 0
    }
}

extension UInt8 {
    /// The value of an ASCII digit.
    var decimalDigit: UInt8? { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? self - UInt8(ascii: "0") : nil }
}
