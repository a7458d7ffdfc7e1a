extension Value {
    /// FEEL's `=`: nil where the values are of two kinds, neither null (DMN 1.5, table 53).
    ///
    /// - Parameter budget: counts the values looked at, so that values that share their parts cannot hold up a
    ///   program; nil also when it is used up.
    func equals(_ other: Value, budget: inout Int) -> Bool? {
        budget -= 1
        guard budget > 0 else { return nil }
        switch (self, other) {
        case (.null, .null): return true
        case (.null, _), (_, .null): return false
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.string(let left), .string(let right)): return left.hasSameCodePoints(as: right)
        case (.list(let left), .list(let right)): return Self.equal(left, right, budget: &budget)
        case (.context(let left), .context(let right)): return left.equals(right, budget: &budget)
        case (.range(let left), .range(let right)): return left.equals(right, budget: &budget)
        case (.function(let left), .function(let right)): return left === right
        case (.date, .dateTime), (.dateTime, .date): return nil
        default: return compared(to: other).map { $0 == 0 }
        }
    }

    /// FEEL's `=` without a bound, for values that a host made.
    public func equals(_ other: Value) -> Bool? {
        var budget = Int.max
        return equals(other, budget: &budget)
    }

    fileprivate static func equal(_ left: [Value], _ right: [Value], budget: inout Int) -> Bool? {
        guard left.count == right.count else { return false }
        for (one, another) in zip(left, right) {
            guard let same = one.equals(another, budget: &budget) else { return budget > 0 ? false : nil }
            guard same else { return false }
        }
        return true
    }
}

extension Context {
    fileprivate func equals(_ other: Context, budget: inout Int) -> Bool? {
        guard values.count == other.values.count else { return false }
        for (name, value) in zip(shape.names, values) {
            guard let counterpart = other[name] else { return false }
            guard let same = value.equals(counterpart, budget: &budget) else { return budget > 0 ? false : nil }
            guard same else { return false }
        }
        return true
    }
}

extension ValueRange {
    fileprivate func equals(_ other: ValueRange, budget: inout Int) -> Bool? {
        guard lowIncluded == other.lowIncluded, highIncluded == other.highIncluded else { return false }
        for (end, counterpart) in [(low, other.low), (high, other.high)] {
            switch (end, counterpart) {
            case (nil, nil): continue
            case (let end?, let counterpart?):
                guard end.equals(counterpart, budget: &budget) == true else { return budget > 0 ? false : nil }
            default: return false
            }
        }
        return true
    }
}

/// Sameness in Swift: `equals` with unlike kinds unequal. A date and a date and time are never the same.
extension Value: Equatable {
    /// Whether both are the same value.
    public static func == (left: Value, right: Value) -> Bool { left.equals(right) ?? false }
}
