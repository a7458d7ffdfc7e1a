/// `[a, b]`
final class ListNode: Node, @unchecked Sendable {
    let items: [Node]

    init(_ items: [Node]) {
        self.items = items
    }

    override func value(_ frame: Frame) -> Value { .list(items.map { $0.value(frame) }) }
}

/// `{a: 1, b: a + 1}`
final class ContextNode: Node, @unchecked Sendable {
    private let shape: ContextShape
    private let entries: [Node]
    /// Where later entries find earlier ones.
    private let slots: [Int]

    init(_ shape: ContextShape, entries: [Node], slots: [Int]) {
        self.shape = shape
        self.entries = entries
        self.slots = slots
    }

    override func value(_ frame: Frame) -> Value {
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
final class FunctionNode: Node, @unchecked Sendable {
    private let parameters: [(name: String, type: FEELType)]
    private let captured: [(slot: Int, node: Node)]
    private let body: Node
    private let frameSize: Int
    private let depth: Int

    init(
        _ parameters: [(name: String, type: FEELType)], captured: [(slot: Int, node: Node)], body: Node, frameSize: Int, depth: Int
    ) {
        self.parameters = parameters
        self.captured = captured
        self.body = body
        self.frameSize = frameSize
        self.depth = depth
    }

    override func value(_ frame: Frame) -> Value {
        let closure = FunctionValue.Closure(
            parameters: parameters, body: body,
            captured: captured.map { (slot: $0.slot, value: $0.node.value(frame)) }, frameSize: frameSize,
            depth: depth)
        return .function(FunctionValue(.defined(closure)))
    }
}
