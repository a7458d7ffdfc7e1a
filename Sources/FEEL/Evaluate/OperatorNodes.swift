/// `a + b` and its like.
final class ArithmeticNode: Node, @unchecked Sendable {
    private let operation: Expression.BinaryOperator
    private let left: Node
    private let right: Node

    init(_ operation: Expression.BinaryOperator, _ left: Node, _ right: Node) {
        self.operation = operation
        self.left = left
        self.right = right
    }

    override func value(_ frame: Frame) -> Value {
        Arithmetic.apply(operation, left.value(frame), right.value(frame), frame)
    }
}

/// `-a`
final class NegationNode: Node, @unchecked Sendable {
    private let operand: Node

    init(_ operand: Node) {
        self.operand = operand
    }

    override func value(_ frame: Frame) -> Value {
        Arithmetic.negate(operand.value(frame)) ?? frame.null(.undefinedOperation, "“-”后的值没有相反数。")
    }
}

/// An order or equality between two values.
struct Comparison: Sendable {
    let operation: Expression.BinaryOperator

    @inline(__always)
    func holds(_ left: Value, _ right: Value, _ frame: Frame) -> Bool? {
        if case .number(let left) = left, case .number(let right) = right { return holds(left, right) }
        return holdsBetweenOthers(left, right, frame)
    }

    @inline(__always)
    private func holds(_ left: Decimal128, _ right: Decimal128) -> Bool {
        switch operation {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        default: left >= right
        }
    }

    @inline(never)
    private func holdsBetweenOthers(_ left: Value, _ right: Value, _ frame: Frame) -> Bool? {
        switch operation {
        case .equal: return frame.equal(left, right)
        case .notEqual: return frame.equal(left, right).map { !$0 }
        default: break
        }
        guard frame.spend(on: left), let order = left.compared(to: right) else { return nil }
        return switch operation {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        default: order >= 0
        }
    }
}

/// `a < b`, `a = b` and their like.
final class ComparisonNode: TruthNode, @unchecked Sendable {
    private let comparison: Comparison
    private let left: Node
    private let right: Node

    init(_ operation: Expression.BinaryOperator, _ left: Node, _ right: Node) {
        comparison = Comparison(operation: operation)
        self.left = left
        self.right = right
    }

    override func truth(_ frame: Frame) -> Bool? {
        comparison.holds(left.value(frame), right.value(frame), frame)
    }
}

/// `a and b`: false where either is, whatever the other.
final class ConjunctionNode: TruthNode, @unchecked Sendable {
    private let left: Node
    private let right: Node

    init(_ left: Node, _ right: Node) {
        self.left = left
        self.right = right
    }

    override func truth(_ frame: Frame) -> Bool? {
        let first = left.truth(frame)
        if first == false { return false }
        let second = right.truth(frame)
        return second == false ? false : first == nil ? nil : second
    }
}

/// `a or b`: true where either is, whatever the other.
final class DisjunctionNode: TruthNode, @unchecked Sendable {
    private let left: Node
    private let right: Node

    init(_ left: Node, _ right: Node) {
        self.left = left
        self.right = right
    }

    override func truth(_ frame: Frame) -> Bool? {
        let first = left.truth(frame)
        if first == true { return true }
        let second = right.truth(frame)
        return second == true ? true : first == nil ? nil : second
    }
}

/// `not(a)`
final class NotNode: TruthNode, @unchecked Sendable {
    private let operand: Node

    init(_ operand: Node) {
        self.operand = operand
    }

    override func truth(_ frame: Frame) -> Bool? { operand.truth(frame).map { !$0 } }
}

/// `a between low and high`
final class BetweenNode: TruthNode, @unchecked Sendable {
    private let operand: Node
    private let low: Node
    private let high: Node

    init(_ operand: Node, low: Node, high: Node) {
        self.operand = operand
        self.low = low
        self.high = high
    }

    override func truth(_ frame: Frame) -> Bool? {
        let value = operand.value(frame)
        let low = low.value(frame)
        let high = high.value(frame)
        return ValueRange(low: low, lowIncluded: true, high: high, highIncluded: true).contains(value)
    }
}

/// `if a then b else c`: `c` also where `a` is unknown.
final class ConditionalNode: Node, @unchecked Sendable {
    private let condition: Node
    private let then: Node
    private let otherwise: Node

    init(_ condition: Node, then: Node, otherwise: Node) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
    }

    override func value(_ frame: Frame) -> Value {
        condition.truth(frame) == true ? then.value(frame) : otherwise.value(frame)
    }

    override func truth(_ frame: Frame) -> Bool? {
        condition.truth(frame) == true ? then.truth(frame) : otherwise.truth(frame)
    }
}

/// `a instance of type`
final class InstanceNode: TruthNode, @unchecked Sendable {
    private let operand: Node
    private let type: FEELType

    init(_ operand: Node, _ type: FEELType) {
        self.operand = operand
        self.type = type
    }

    override func truth(_ frame: Frame) -> Bool? {
        let value = operand.value(frame)
        return frame.spend(on: value) ? type.hasInstance(value) : nil
    }
}
