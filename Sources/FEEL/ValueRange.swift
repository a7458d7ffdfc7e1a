/// Everything between two values: FEEL's range, `[1..10)`, `(< 5)`.
public final class ValueRange: Sendable {
    /// The start; nil where the range has none, as `(< 5)` has not. `.null` is a start that is unknown.
    public let low: Value?
    /// Whether the start is within.
    public let lowIncluded: Bool
    /// The end; nil where the range has none.
    public let high: Value?
    /// Whether the end is within.
    public let highIncluded: Bool

    /// A range; an end that is missing is never included.
    public init(low: Value?, lowIncluded: Bool, high: Value?, highIncluded: Bool) {
        self.low = low
        self.lowIncluded = lowIncluded && low != nil
        self.high = high
        self.highIncluded = highIncluded && high != nil
    }

    /// The range that a comparison leaves open: `(< 5)`, `(>= 5)`, `(= 5)`; nil for `!=`.
    convenience init?(_ operation: Expression.BinaryOperator, _ end: Value) {
        switch operation {
        case .less: self.init(low: nil, lowIncluded: false, high: end, highIncluded: false)
        case .lessOrEqual: self.init(low: nil, lowIncluded: false, high: end, highIncluded: true)
        case .greater: self.init(low: end, lowIncluded: false, high: nil, highIncluded: false)
        case .greaterOrEqual: self.init(low: end, lowIncluded: true, high: nil, highIncluded: false)
        case .equal: self.init(low: end, lowIncluded: true, high: end, highIncluded: true)
        default: return nil
        }
    }

    /// Whether `value` is within; nil where a comparison is unknown and none is false.
    func contains(_ value: Value) -> Bool? {
        let afterLow =
            low.map { low in
                value.compared(to: low).map { $0 > 0 || lowIncluded && $0 == 0 }
            } ?? true
        guard afterLow != false else { return false }
        let beforeHigh =
            high.map { high in
                value.compared(to: high).map { $0 < 0 || highIncluded && $0 == 0 }
            } ?? true
        guard beforeHigh != false else { return false }
        return afterLow == nil || beforeHigh == nil ? nil : true
    }

    /// Whether start and end are of one ordered kind and in order: what a range needs to hold anything.
    var isOrdered: Bool {
        guard let low, let high else { return true }
        return low.compared(to: high).map { $0 <= 0 } ?? false
    }
}
