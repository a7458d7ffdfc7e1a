internal import CDecimal

extension Decimal128 {
    /// How a number between two neighbours is rounded; the names of DMN's functions, and IEEE 754's.
    public enum Rounding: String, Sendable, CaseIterable {
        /// Away from zero.
        case up
        /// Toward zero.
        case down
        /// To the nearest, ties away from zero.
        case halfUp
        /// To the nearest, ties toward zero.
        case halfDown
        /// To the nearest, ties to the even neighbour.
        case halfEven
        /// Toward negative infinity.
        case floor
        /// Toward positive infinity.
        case ceiling
    }

    /// The scales DMN allows: how many digits after the decimal point, negative for tens, hundreds …
    public static let scales = -6111...6176

    /// This number with at most `scale` digits after the decimal point. `scale` must be one of ``scales``.
    public func rounded(_ rounding: Rounding, scale: Int = 0) -> Decimal128 {
        guard isFinite, exponent < -scale else { return self }
        let unit = Decimal128(coefficient: 1, exponent: -scale)
        let negative = high & Self.signBit != 0
        switch rounding {
        case .up: return quantized(to: unit, negative ? CDecimalRoundingFloor : CDecimalRoundingCeiling)
        case .down: return quantized(to: unit, CDecimalRoundingTowardZero)
        case .halfUp: return quantized(to: unit, CDecimalRoundingHalfUp)
        case .halfEven: return quantized(to: unit, CDecimalRoundingHalfEven)
        case .floor: return quantized(to: unit, CDecimalRoundingFloor)
        case .ceiling: return quantized(to: unit, CDecimalRoundingCeiling)
        case .halfDown:
            // The library knows no such mode: take the nearest of the two neighbours, the lower one at a tie.
            let lower = quantized(to: unit, CDecimalRoundingTowardZero)
            let rest = (self - lower).magnitude
            guard rest + rest > unit else { return lower }
            return negative ? lower - unit : lower + unit
        }
    }

    /// Whether this is a whole number.
    public var isInteger: Bool { isFinite && (exponent >= 0 || rounded(.down) == self) }

    private func quantized(to unit: Decimal128, _ rounding: CDecimalRounding) -> Decimal128 {
        Decimal128(cdecimal_quantize(bits, unit.bits, rounding))
    }
}
