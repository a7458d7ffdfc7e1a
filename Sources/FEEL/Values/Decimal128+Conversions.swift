internal import CDecimal

extension Decimal128: ExpressibleByIntegerLiteral {
    /// A whole number written in source.
    @inlinable
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// The shortest decimal that reads back as `value` (0.1 gives 0.1); nil for NaN and the infinities.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.init(value.description)
    }

    /// The nearest binary number.
    public var doubleValue: Double { cdecimal_to_double(bits) }

    /// The value as an `Int`; nil where it has a fraction or does not fit.
    public var intValue: Int? {
        if isSmall, high & ~Self.signBit == Self.zeroHigh, let value = Int(exactly: low) {
            return high & Self.signBit == 0 ? value : -value
        }
        let whole = normalized
        // The digits of the largest Int are 19.
        guard whole.isSmall, (0...19).contains(whole.exponent) else { return nil }
        let (magnitude, overflow) = whole.low.multipliedReportingOverflow(by: powerOfTen(whole.exponent))
        guard !overflow else { return nil }
        if whole.high & Self.signBit == 0 { return Int(exactly: magnitude) }
        return magnitude == Int.min.magnitude ? Int.min : Int(exactly: magnitude).map { -$0 }
    }

    /// The value as `coefficient` × 10^`exponent` where that is exact with a coefficient below 2^53 in magnitude and
    /// an exponent of −22…22, which a packed store can keep in eight bytes; nil otherwise.
    /// ``init(coefficient:exponent:)`` gives the number back.
    public var compact: (coefficient: Int64, exponent: Int8)? {
        func packed(_ value: Decimal128) -> (coefficient: Int64, exponent: Int8)? {
            guard value.isSmall, value.low < 1 << 53, (-22...22).contains(value.exponent) else { return nil }
            let coefficient = Int64(value.low)
            return (value.high & Self.signBit == 0 ? coefficient : -coefficient, Int8(value.exponent))
        }
        if let asWritten = packed(self) { return asWritten }
        let short = normalized
        if let stripped = packed(short) { return stripped }
        // 1E+25 is 1000E+22.
        guard short.isSmall, (23...37).contains(short.exponent) else { return nil }
        let (coefficient, overflow) = short.low.multipliedReportingOverflow(by: powerOfTen(short.exponent - 22))
        guard !overflow, coefficient < 1 << 53 else { return nil }
        return (short.high & Self.signBit == 0 ? Int64(coefficient) : -Int64(coefficient), 22)
    }
}
