/// What follows `in`, and a cell of a decision table: does a value pass?
enum MembershipTest: Sendable {
    /// `< a`, `!= a`
    case comparison(Comparison, any Node)
    /// A value, a range, or a list of either.
    case value(any Node)
    /// An expression over `?`, which says itself whether it passes.
    case condition(any Node)

    func passes(_ value: Value, _ frame: Frame) -> Bool? {
        switch self {
        case .comparison(let comparison, let bound): comparison.holds(value, bound.value(frame), frame)
        case .value(let expected): Self.passes(value, expected.value(frame), frame)
        case .condition(let condition):
            switch condition.value(frame) {
            case .boolean(let truth): truth
            case .null: nil
            case let expected: Self.passes(value, expected, frame)
            }
        }
    }

    private static func passes(_ value: Value, _ expected: Value, _ frame: Frame) -> Bool? {
        switch expected {
        case .range(let range):
            if case .range = value { return frame.equal(value, expected) }
            return range.contains(value)
        case .list(let items):
            if case .list = value, frame.equal(value, expected) == true { return true }
            return contains(items, value, frame)
        default: return frame.equal(value, expected)
        }
    }

    /// Whether one of `items` is `value`, or a range that holds it; items of other kinds are just not it.
    private static func contains(_ items: [Value], _ value: Value, _ frame: Frame) -> Bool? {
        var isUnknown = false
        for item in items {
            guard frame.spend() else { return nil }
            if case .range(let range) = item {
                let isWithin = range.contains(value)
                if isWithin == true { return true }
                if isWithin == nil { isUnknown = true }
            }
            if frame.equal(value, item) == true { return true }
        }
        return isUnknown ? nil : false
    }
}

/// `a in test`, `a in (test, test)`, and unary tests of an input: true where one passes.
final class MembershipNode: TruthNode {
    private let operand: any Node
    private let tests: [MembershipTest]

    init(_ operand: any Node, tests: [MembershipTest]) {
        self.operand = operand
        self.tests = tests
    }

    func truth(_ frame: Frame) -> Bool? {
        let value = operand.value(frame)
        var isUnknown = false
        for test in tests {
            let passes = test.passes(value, frame)
            if passes == true { return true }
            if passes == nil { isUnknown = true }
        }
        return isUnknown ? nil : false
    }
}

/// `[a..b]`
final class RangeNode: ValueNode {
    let low: any Node
    private let lowIncluded: Bool
    let high: any Node
    private let highIncluded: Bool

    init(low: any Node, lowIncluded: Bool, high: any Node, highIncluded: Bool) {
        self.low = low
        self.lowIncluded = lowIncluded
        self.high = high
        self.highIncluded = highIncluded
    }

    func value(_ frame: Frame) -> Value {
        .range(
            ValueRange(
                low: low.value(frame), lowIncluded: lowIncluded, high: high.value(frame), highIncluded: highIncluded))
    }
}

/// `(< a)` as a value: a range without a start or an end.
final class OpenRangeNode: ValueNode {
    private let operation: Expression.BinaryOperator
    private let end: any Node

    init(_ operation: Expression.BinaryOperator, _ end: any Node) {
        self.operation = operation
        self.end = end
    }

    func value(_ frame: Frame) -> Value {
        ValueRange(operation, end.value(frame)).map(Value.range)
            ?? frame.null(.undefinedOperation, "“\(operation.rawValue)”不能单独构成区间。")
    }
}
