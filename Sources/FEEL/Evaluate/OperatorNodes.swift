/// `a + b` and its like.
final class ArithmeticNode: ValueNode {
    private let operation: Expression.BinaryOperator
    private let left: any Node
    private let right: any Node

    init(_ operation: Expression.BinaryOperator, _ left: any Node, _ right: any Node) {
        self.operation = operation
        self.left = left
        self.right = right
    }

    func value(_ frame: Frame) -> Value {
        Arithmetic.apply(operation, left.value(frame), right.value(frame), frame)
    }
}

/// `-a`
final class NegationNode: ValueNode {
    private let operand: any Node

    init(_ operand: any Node) {
        self.operand = operand
    }

    func value(_ frame: Frame) -> Value {
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
final class ComparisonNode: TruthNode {
    private let comparison: Comparison
    private let left: any Node
    private let right: any Node

    init(_ operation: Expression.BinaryOperator, _ left: any Node, _ right: any Node) {
        comparison = Comparison(operation: operation)
        self.left = left
        self.right = right
    }

    func truth(_ frame: Frame) -> Bool? {
        comparison.holds(left.value(frame), right.value(frame), frame)
    }
}

/// `a and b`: false where either is, whatever the other.
final class ConjunctionNode: TruthNode {
    private let left: any Node
    private let right: any Node

    init(_ left: any Node, _ right: any Node) {
        self.left = left
        self.right = right
    }

    func truth(_ frame: Frame) -> Bool? {
        let first = left.truth(frame)
        if first == false { return false }
        let second = right.truth(frame)
        return second == false ? false : first == nil ? nil : second
    }
}

/// `a or b`: true where either is, whatever the other.
final class DisjunctionNode: TruthNode {
    private let left: any Node
    private let right: any Node

    init(_ left: any Node, _ right: any Node) {
        self.left = left
        self.right = right
    }

    func truth(_ frame: Frame) -> Bool? {
        let first = left.truth(frame)
        if first == true { return true }
        let second = right.truth(frame)
        return second == true ? true : first == nil ? nil : second
    }
}

/// `not(a)`
final class NotNode: TruthNode {
    private let operand: any Node

    init(_ operand: any Node) {
        self.operand = operand
    }

    func truth(_ frame: Frame) -> Bool? { operand.truth(frame).map { !$0 } }
}

/// `a between low and high`
final class BetweenNode: TruthNode {
    private let operand: any Node
    private let low: any Node
    private let high: any Node

    init(_ operand: any Node, low: any Node, high: any Node) {
        self.operand = operand
        self.low = low
        self.high = high
    }

    func truth(_ frame: Frame) -> Bool? {
        let value = operand.value(frame)
        let low = low.value(frame)
        let high = high.value(frame)
        return ValueRange(low: low, lowIncluded: true, high: high, highIncluded: true).contains(value)
    }
}

/// `if a then b else c`: `c` also where `a` is unknown.
final class ConditionalNode: Node {
    private let condition: any Node
    private let then: any Node
    private let otherwise: any Node

    init(_ condition: any Node, then: any Node, otherwise: any Node) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
    }

    func value(_ frame: Frame) -> Value {
        condition.truth(frame) == true ? then.value(frame) : otherwise.value(frame)
    }

    func truth(_ frame: Frame) -> Bool? {
        condition.truth(frame) == true ? then.truth(frame) : otherwise.truth(frame)
    }
}

/// `a instance of type`
final class InstanceNode: TruthNode {
    private let operand: any Node
    private let type: FEELType

    init(_ operand: any Node, _ type: FEELType) {
        self.operand = operand
        self.type = type
    }

    func truth(_ frame: Frame) -> Bool? {
        let value = operand.value(frame)
        return frame.spend(on: value) ? type.hasInstance(value) : nil
    }
}
