/// An expression compiled for evaluation: names are slots, literals are values.
///
/// Nodes are immutable, so one tree serves any number of threads. Subclasses override ``value(_:)`` and, where they
/// have a truth value, ``truth(_:)``, which spares conditions the detour over `Value`. This class itself is null.
class Node: @unchecked Sendable {
    /// The value in `frame`.
    func value(_ frame: Frame) -> Value { .null }

    /// The truth value in `frame`; nil where it is unknown or not a truth value.
    func truth(_ frame: Frame) -> Bool? { value(frame).boolean }
}

/// A node that has only a truth value.
class TruthNode: Node, @unchecked Sendable {
    final override func value(_ frame: Frame) -> Value { .ternary(truth(frame)) }
    override func truth(_ frame: Frame) -> Bool? { nil }
}

/// A value known when the program is compiled.
final class ConstantNode: Node, @unchecked Sendable {
    let constant: Value

    init(_ constant: Value) {
        self.constant = constant
    }

    override func value(_ frame: Frame) -> Value { constant }
}

/// Something that could not be resolved, in a lenient program: null, and a reason.
final class UnresolvedNode: Node, @unchecked Sendable {
    private let error: FEELError

    init(_ error: FEELError) {
        self.error = error
    }

    override func value(_ frame: Frame) -> Value { frame.null(.unresolved, error.description) }
}

/// An input of the program.
final class InputNode: Node, @unchecked Sendable {
    let index: Int

    init(_ index: Int) {
        self.index = index
    }

    override func value(_ frame: Frame) -> Value { frame.inputs[index] }
}

/// A variable of the function at hand.
final class LocalNode: Node, @unchecked Sendable {
    let slot: Int

    init(_ slot: Int) {
        self.slot = slot
    }

    override func value(_ frame: Frame) -> Value { frame.locals[slot] }
}
