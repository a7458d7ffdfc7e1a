internal import CDecimal

// Sums, differences, products and comparisons of small coefficients take a few integer instructions here;
// everything else goes to the library.

extension Decimal128 {
    /// The sum, rounded half to even.
    public static func + (left: Decimal128, right: Decimal128) -> Decimal128 {
        left.fastSum(right) ?? Decimal128(cdecimal_add(left.bits, right.bits))
    }

    /// The difference, rounded half to even.
    public static func - (left: Decimal128, right: Decimal128) -> Decimal128 {
        left.fastSum(-right) ?? Decimal128(cdecimal_subtract(left.bits, right.bits))
    }

    /// The product, rounded half to even.
    public static func * (left: Decimal128, right: Decimal128) -> Decimal128 {
        if left.isSmall, right.isSmall {
            let exponent = left.exponent + right.exponent
            let product = left.low.multipliedFullWidth(by: right.low)
            // Below 2^112 a coefficient has at most 34 digits.
            if product.high < 1 << 48, exponents.contains(exponent) {
                let sign = (left.high ^ right.high) & signBit
                return Decimal128(low: product.low, high: sign | biased(exponent) | product.high)
            }
        }
        return Decimal128(cdecimal_multiply(left.bits, right.bits))
    }

    /// The quotient, rounded half to even; not finite where `right` is zero.
    public static func / (left: Decimal128, right: Decimal128) -> Decimal128 {
        Decimal128(cdecimal_divide(left.bits, right.bits))
    }

    /// The number of the opposite sign. Zero stays zero.
    public static prefix func - (value: Decimal128) -> Decimal128 {
        Decimal128(low: value.low, high: value.high ^ signBit)
    }

    /// The sum into the left operand.
    public static func += (left: inout Decimal128, right: Decimal128) {
        left = left + right
    }

    /// The number without its sign.
    public var magnitude: Decimal128 { Decimal128(low: low, high: high & ~Self.signBit) }

    /// This number to the power of `exponent`; not finite where there is none (0 to a negative power, a negative
    /// number to a fraction).
    public func raised(to exponent: Decimal128) -> Decimal128 {
        // By repeated squaring a whole power is exact as long as it has 34 digits.
        guard let whole = exponent.intValue, (-1024...1024).contains(whole) else {
            return Decimal128(cdecimal_power(bits, exponent.bits))
        }
        var result = Self.one
        var square = self
        var remaining = whole.magnitude
        while remaining > 0 {
            if remaining & 1 == 1 { result = result * square }
            remaining >>= 1
            if remaining > 0 { square = square * square }
        }
        return whole < 0 ? Self.one / result : result
    }

    /// The square root; not finite below zero.
    public var squareRoot: Decimal128 { Decimal128(cdecimal_square_root(bits)) }

    /// e to the power of this number.
    public var exponential: Decimal128 { Decimal128(cdecimal_exponential(bits)) }

    /// The natural logarithm; not finite at and below zero.
    public var naturalLogarithm: Decimal128 { Decimal128(cdecimal_natural_logarithm(bits)) }

    /// The remainder FEEL's `modulo` means: `self − divisor · ⌊self ÷ divisor⌋`, with the sign of the divisor.
    /// Not finite where `divisor` is zero.
    public func modulo(_ divisor: Decimal128) -> Decimal128 {
        let remainder = Decimal128(cdecimal_fmod(bits, divisor.bits))
        guard remainder.isFinite, !remainder.isZero else { return remainder }
        return remainder.isNegative == divisor.isNegative ? remainder : remainder + divisor
    }

    /// The sum of two numbers whose coefficients, brought to the smaller exponent, fit 64 bits; nil otherwise.
    @inline(__always)
    private func fastSum(_ other: Decimal128) -> Decimal128? {
        guard let (left, right, exponentBits) = Self.aligned(self, other) else { return nil }
        let sign = high & Self.signBit
        if (high ^ other.high) & Self.signBit == 0 {
            let (sum, overflow) = left.addingReportingOverflow(right)
            return overflow ? nil : Decimal128(low: sum, high: exponentBits | sign)
        }
        if left == right { return Decimal128(low: 0, high: exponentBits) }
        return left > right
            ? Decimal128(low: left - right, high: exponentBits | sign)
            : Decimal128(low: right - left, high: exponentBits | (sign ^ Self.signBit))
    }

    /// The coefficients of two numbers at the smaller of their exponents, and the bits of that exponent.
    @inline(__always)
    static func aligned(_ left: Decimal128, _ right: Decimal128) -> (UInt64, UInt64, UInt64)? {
        guard left.isSmall, right.isSmall else { return nil }
        let leftBits = left.high & ~signBit
        let rightBits = right.high & ~signBit
        if leftBits == rightBits { return (left.low, right.low, leftBits) }
        if leftBits > rightBits {
            guard let scaled = left.low.scaled(by: (leftBits - rightBits) >> 49) else { return nil }
            return (scaled, right.low, rightBits)
        }
        guard let scaled = right.low.scaled(by: (rightBits - leftBits) >> 49) else { return nil }
        return (left.low, scaled, leftBits)
    }
}

extension UInt64 {
    /// This number × 10^`digits` where that fits 64 bits.
    @inline(__always)
    fileprivate func scaled(by digits: UInt64) -> UInt64? {
        guard digits < 20 else { return nil }
        let (product, overflow) = multipliedReportingOverflow(by: powerOfTen(Int(digits)))
        return overflow ? nil : product
    }
}

/// 10^`digits` for 0…19, from a table without a heap.
@inline(__always)
func powerOfTen(_ digits: Int) -> UInt64 { powersOfTen[digits] }

private let powersOfTen: [20 of UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]
