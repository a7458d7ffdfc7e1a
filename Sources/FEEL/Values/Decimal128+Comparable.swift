internal import CDecimal

extension Decimal128: Comparable, Hashable {
    /// Equal as numbers: 1.0 == 1.00, −0 == 0.
    public static func == (left: Decimal128, right: Decimal128) -> Bool {
        if let (leftCoefficient, rightCoefficient, _) = aligned(left, right) {
            let sameSign = (left.high ^ right.high) & signBit == 0
            return leftCoefficient == rightCoefficient && (sameSign || leftCoefficient == 0)
        }
        return cdecimal_equal(left.bits, right.bits) != 0
    }

    /// Less as numbers. Neither order holds against NaN.
    public static func < (left: Decimal128, right: Decimal128) -> Bool {
        if let (leftCoefficient, rightCoefficient, _) = aligned(left, right) {
            switch (left.high & signBit != 0, right.high & signBit != 0) {
            case (false, false): return leftCoefficient < rightCoefficient
            case (true, true): return rightCoefficient < leftCoefficient
            case (true, false): return leftCoefficient != 0 || rightCoefficient != 0
            case (false, true): return false
            }
        }
        return cdecimal_less(left.bits, right.bits) != 0
    }

    /// Greater as numbers.
    public static func > (left: Decimal128, right: Decimal128) -> Bool { right < left }

    /// Less or equal as numbers; false against NaN.
    public static func <= (left: Decimal128, right: Decimal128) -> Bool { left < right || left == right }

    /// Greater or equal as numbers; false against NaN.
    public static func >= (left: Decimal128, right: Decimal128) -> Bool { right <= left }

    /// Equal numbers hash alike, whatever their exponents.
    public func hash(into hasher: inout Hasher) {
        let canonical = normalized
        hasher.combine(canonical.low)
        hasher.combine(canonical.high)
    }
}
