internal import CDecimal

/// A decimal number of 34 significant digits: IEEE 754-2008 decimal128, which DMN asks of FEEL numbers.
///
/// Sums, differences, products and comparisons of what people write down are exact, so
/// `100.1 + 200.2 < 300.3` is false. What is not exact in 34 digits is rounded half to even.
/// Operations without a result (1 ÷ 0, √−1, a number above 9.99…E+6144) give a value whose
/// ``isFinite`` is false; FEEL turns it into null.
///
/// 16 bytes, no heap: sign (1 bit), exponent biased by 6176 (14 bits), coefficient (113 bits).
@frozen
public struct Decimal128: Sendable {
    /// The low 64 bits of the coefficient.
    @usableFromInline let low: UInt64
    /// Sign, exponent and the high 49 bits of the coefficient.
    @usableFromInline let high: UInt64

    @inlinable
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// A whole number.
    @inlinable
    public init(_ value: Int) {
        self.init(
            low: UInt64(value.magnitude), high: value < 0 ? Self.zeroHigh | Self.signBit : Self.zeroHigh)
    }

    /// `coefficient` × 10^`exponent`, exactly where the exponent is one of decimal128 (−6176…6111).
    public init(coefficient: Int64, exponent: Int) {
        let whole = Self(Int(coefficient))
        guard Self.exponents.contains(exponent) else {
            let clamped = CInt(clamping: exponent)
            self.init(cdecimal_scale(whole.bits, clamped))
            return
        }
        self.init(low: whole.low, high: whole.high & Self.signBit | Self.biased(exponent))
    }

    /// The value 0.
    public static let zero = Decimal128(0)
    /// The value 1.
    public static let one = Decimal128(1)

    /// Whether this is a number, neither an infinity nor NaN.
    @inlinable
    public var isFinite: Bool { high & Self.specialBits != Self.specialBits }

    /// Whether this is below zero.
    @inlinable
    public var isNegative: Bool { high & Self.signBit != 0 && !isZero }

    /// Whether this is zero, whatever its exponent.
    @inlinable
    public var isZero: Bool { low == 0 && high & Self.coefficientBits == 0 && isFinite }
}

// MARK: - The encoding

extension Decimal128 {
    @usableFromInline static let signBit: UInt64 = 1 << 63
    @usableFromInline static let specialBits: UInt64 = 0x7800 << 48
    @usableFromInline static let coefficientBits: UInt64 = (1 << 49) - 1
    @usableFromInline static let bias = 6176
    /// The high word of +0 with exponent 0.
    @usableFromInline static let zeroHigh: UInt64 = UInt64(bias) << 49

    /// The exponents a number may have.
    static let exponents = -bias...6111

    static func biased(_ exponent: Int) -> UInt64 { UInt64(exponent + bias) << 49 }

    /// The exponent; meaningful for finite numbers.
    @usableFromInline var exponent: Int { Int((high & ~Self.signBit) >> 49) - Self.bias }

    /// The coefficient without its sign; meaningful for finite numbers.
    var coefficient: UInt128 { UInt128(high & Self.coefficientBits) << 64 | UInt128(low) }

    /// Whether this is finite with a coefficient that fits 64 bits: the shape of nearly every number met.
    @usableFromInline var isSmall: Bool { high & Self.coefficientBits == 0 && isFinite }

    init(_ bits: CDecimal) {
        self.init(low: bits.low, high: bits.high)
    }

    var bits: CDecimal { CDecimal(low: low, high: high) }

    init(isNegative: Bool, coefficient: UInt128, exponent: Int) {
        self.init(
            low: UInt64(truncatingIfNeeded: coefficient),
            high: UInt64(truncatingIfNeeded: coefficient >> 64) | Self.biased(exponent)
                | (isNegative ? Self.signBit : 0))
    }

    /// The same number without trailing zeros in its coefficient; zero becomes +0 with exponent 0.
    var normalized: Decimal128 {
        guard isFinite else { return self }
        guard !isZero else { return .zero }
        var coefficient = coefficient
        var exponent = exponent
        while exponent < Self.exponents.upperBound {
            let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            coefficient = quotient
            exponent += 1
        }
        return Decimal128(isNegative: high & Self.signBit != 0, coefficient: coefficient, exponent: exponent)
    }
}
