import FEEL
import Standards

extension NumberRange {
    /// The smallest that holds both.
    func spanning(_ other: NumberRange) -> NumberRange {
        NumberRange(least: Self.both(least, other.least, min), most: Self.both(most, other.most, max))
    }

    func meets(_ other: NumberRange) -> Bool { isLess(than: other) != .yes && other.isLess(than: self) != .yes }

    /// Whether a number of this one can be less than one of the other, and whether it can be no less.
    func isLess(than other: NumberRange) -> Possible.Kinds {
        var kinds: Possible.Kinds = []
        if Self.both(least, other.most, <) ?? true { kinds.insert(.yes) }
        if Self.both(most, other.least, >=) ?? true { kinds.insert(.no) }
        return kinds
    }

    static func + (left: NumberRange, right: NumberRange) -> NumberRange {
        NumberRange(least: both(left.least, right.least, +), most: both(left.most, right.most, +))
    }

    static func - (left: NumberRange, right: NumberRange) -> NumberRange {
        NumberRange(least: both(left.least, right.most, -), most: both(left.most, right.least, -))
    }

    /// Of numbers that may be negative, nothing is said.
    static func * (left: NumberRange, right: NumberRange) -> NumberRange {
        guard let least = left.least, let other = right.least, least >= .zero, other >= .zero else { return .all }
        return NumberRange(least: least * other, most: both(left.most, right.most, *))
    }

    private static func both<Result>(
        _ left: Decimal128?, _ right: Decimal128?, _ combine: (Decimal128, Decimal128) -> Result
    ) -> Result? {
        guard let left, let right else { return nil }
        return combine(left, right)
    }
}
