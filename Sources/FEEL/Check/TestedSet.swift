/// The values a unary test applies to, where its text alone decides that.
indirect enum TestedSet {
    /// A piece of a column.
    enum Atom {
        case point(Value)
        case gap(above: Value?, below: Value?)
        /// A value that no cell mentions.
        case other
        case null
    }

    case everything
    case equal(Value)
    case between(low: Value?, lowIncluded: Bool, high: Value?, highIncluded: Bool)
    case union([TestedSet])
    case complement(TestedSet)

    /// The set of a test; nil where it depends on data.
    init?(_ test: Expression) {
        switch test.kind {
        case .anything: self = .everything
        case .alternatives(let tests), .list(let tests):
            let sets = tests.compactMap(TestedSet.init)
            guard sets.count == tests.count else { return nil }
            self = sets.count == 1 ? sets[0] : .union(sets)
        case .exclusion(let tests):
            let sets = tests.compactMap(TestedSet.init)
            guard sets.count == tests.count else { return nil }
            self = .complement(.union(sets))
        case .comparison(let operation, let operand):
            guard let value = operand.isNull ? .null : operand.literal else { return nil }
            switch operation {
            case .equal: self = .equal(value)
            case .notEqual: self = .complement(.equal(value))
            case .less: self = .between(low: nil, lowIncluded: false, high: value, highIncluded: false)
            case .lessOrEqual: self = .between(low: nil, lowIncluded: false, high: value, highIncluded: true)
            case .greater: self = .between(low: value, lowIncluded: false, high: nil, highIncluded: false)
            case .greaterOrEqual: self = .between(low: value, lowIncluded: true, high: nil, highIncluded: false)
            default: return nil
            }
        case .range(let low, let lowIncluded, let high, let highIncluded):
            guard let low = low.literal, let high = high.literal else { return nil }
            self = .between(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)
        case .null: self = .equal(.null)
        default:
            guard let value = test.literal else { return nil }
            self = .equal(value)
        }
    }

    /// The values the test's text mentions.
    var mentioned: [Value] {
        switch self {
        case .everything: []
        case .equal(let value): [value]
        case .between(let low, _, let high, _): [low, high].compactMap { $0 }
        case .union(let sets): sets.flatMap(\.mentioned)
        case .complement(let set): set.mentioned
        }
    }

    /// Whether the test goes by the order of values.
    var isOrdered: Bool {
        switch self {
        case .everything, .equal: false
        case .between: true
        case .union(let sets): sets.contains(where: \.isOrdered)
        case .complement(let set): set.isOrdered
        }
    }

    /// Whether the test applies to the values of `atom`, all of which it treats alike.
    func contains(_ atom: Atom) -> Bool {
        switch self {
        case .everything: return true
        case .union(let sets): return sets.contains { $0.contains(atom) }
        case .complement(let set):
            // `not(…)` of null is null, but for a null it mentions.
            if case .null = atom { return false }
            return !set.contains(atom)
        case .equal(let value):
            switch atom {
            case .point(let point): return point == value
            case .null: return value.isNull
            case .gap, .other: return false
            }
        case .between(let low, let lowIncluded, let high, let highIncluded):
            switch atom {
            case .point(let point):
                let range = ValueRange(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)
                return range.contains(point) == true
            case .gap(let above, let below):
                let isAfterLow = low.map { low in above.map { ($0.compared(to: low) ?? -1) >= 0 } ?? false } ?? true
                let isBeforeHigh =
                    high.map { high in below.map { ($0.compared(to: high) ?? 1) <= 0 } ?? false } ?? true
                return isAfterLow && isBeforeHigh
            case .other, .null: return false
            }
        }
    }
}
