/// An expression compiled for evaluation: names are slots, literals are values.
///
/// Nodes are immutable, so one tree serves any number of threads. A node is a ``ValueNode`` or a ``TruthNode``, as what
/// it gives by itself is the one or the other; one that knows a quick way to both answers both.
protocol Node: AnyObject, Sendable {
    /// The value in `frame`.
    func value(_ frame: Frame) -> Value

    /// The truth value in `frame`; nil where it is unknown or not a truth value. Conditions ask for it to be spared the
    /// detour over `Value`.
    func truth(_ frame: Frame) -> Bool?
}

/// A node that gives a value of any kind.
protocol ValueNode: Node {}

extension ValueNode {
    func truth(_ frame: Frame) -> Bool? { value(frame).boolean }
}

/// A node that gives a truth value and nothing else.
protocol TruthNode: Node {}

extension TruthNode {
    func value(_ frame: Frame) -> Value { .ternary(truth(frame)) }
}

/// A value known when the program is compiled.
final class ConstantNode: ValueNode {
    let constant: Value

    init(_ constant: Value) {
        self.constant = constant
    }

    func value(_ frame: Frame) -> Value { constant }
}

/// Something that could not be resolved, in a lenient program: null, and a reason.
final class UnresolvedNode: ValueNode {
    private let error: FEELError

    init(_ error: FEELError) {
        self.error = error
    }

    func value(_ frame: Frame) -> Value { frame.null(.unresolved, error.description) }
}

/// An input of the program.
final class InputNode: ValueNode {
    let index: Int

    init(_ index: Int) {
        self.index = index
    }

    func value(_ frame: Frame) -> Value { frame.inputs[index] }
}

/// A variable of the function at hand.
final class LocalNode: ValueNode {
    let slot: Int

    init(_ slot: Int) {
        self.slot = slot
    }

    func value(_ frame: Frame) -> Value { frame.locals[slot] }
}
