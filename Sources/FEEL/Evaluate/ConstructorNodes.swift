/// `[a, b]`
final class ListNode: ValueNode {
    let items: [any Node]

    init(_ items: [any Node]) {
        self.items = items
    }

    func value(_ frame: Frame) -> Value { .list(items.map { $0.value(frame) }) }
}

/// `{a: 1, b: a + 1}`
final class ContextNode: ValueNode {
    private let shape: ContextShape
    private let entries: [any Node]
    /// Where later entries find earlier ones.
    private let slots: [Int]

    init(_ shape: ContextShape, entries: [any Node], slots: [Int]) {
        self.shape = shape
        self.entries = entries
        self.slots = slots
    }

    func value(_ frame: Frame) -> Value {
        var values: [Value] = []
        values.reserveCapacity(entries.count)
        for (entry, slot) in zip(entries, slots) {
            let value = entry.value(frame)
            frame.locals[slot] = value
            values.append(value)
        }
        return .context(Context(shape: shape, values: values))
    }
}

/// `function(a, b) c`
final class FunctionNode: ValueNode {
    private let definition: FunctionValue.Definition
    /// What it takes from where it is defined, and the slots of its own frame that these values fill.
    private let captured: [(slot: Int, node: any Node)]

    init(_ definition: FunctionValue.Definition, captured: [(slot: Int, node: any Node)]) {
        self.definition = definition
        self.captured = captured
    }

    func value(_ frame: Frame) -> Value {
        let captured = captured.map { (slot: $0.slot, value: $0.node.value(frame)) }
        return .function(FunctionValue(.defined(definition, captured: captured)))
    }
}
