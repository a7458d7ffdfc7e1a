/// `a.entry`: of a context its entry, of a list that of each item, of dates, times, durations and ranges a property.
final class PathNode: ValueNode {
    private let base: any Node
    private let name: String
    /// The shape the base is expected to have, and the entry's slot in it.
    private let expected: (shape: ContextShape, slot: Int)?

    init(_ base: any Node, _ name: String, expected: (shape: ContextShape, slot: Int)?) {
        self.base = base
        self.name = name
        self.expected = expected
    }

    func value(_ frame: Frame) -> Value {
        switch base.value(frame) {
        case .context(let context): return entry(of: context)
        case .list(let items):
            guard frame.spend(items.count) else { return .null }
            return .list(
                items.map { item in
                    if case .context(let context) = item { entry(of: context) } else { item.property(name, frame) }
                })
        case let value: return value.property(name, frame)
        }
    }

    private func entry(of context: Context) -> Value {
        if let expected, context.shape === expected.shape { return context.values[expected.slot] }
        return context[name] ?? .null
    }
}

/// `variable.entry` with a known shape, the commonest path of all: reads the slot without copying the context.
final class LocalEntryNode: ValueNode {
    private let local: Int
    private let name: String
    let shape: ContextShape
    private let slot: Int

    init(local: Int, name: String, shape: ContextShape, slot: Int) {
        self.local = local
        self.name = name
        self.shape = shape
        self.slot = slot
    }

    func value(_ frame: Frame) -> Value {
        guard case .context(let context) = frame.locals[local] else {
            return frame.locals[local].property(name, frame)
        }
        return context.shape === shape ? context.values[slot] : context[name] ?? .null
    }
}

/// `input.entry` with a known shape.
final class InputEntryNode: ValueNode {
    private let index: Int
    private let name: String
    private let shape: ContextShape
    private let slot: Int

    init(index: Int, name: String, shape: ContextShape, slot: Int) {
        self.index = index
        self.name = name
        self.shape = shape
        self.slot = slot
    }

    func value(_ frame: Frame) -> Value {
        guard case .context(let context) = frame.inputs[index] else {
            return frame.inputs[index].property(name, frame)
        }
        return context.shape === shape ? context.values[slot] : context[name] ?? .null
    }
}

/// A name within a filter whose items are not known beforehand: an entry of the item where it has one of that name,
/// else what the name means outside.
final class ItemEntryNode: ValueNode {
    private let item: any Node
    private let name: String
    private let outside: any Node

    init(item: any Node, name: String, outside: any Node) {
        self.item = item
        self.name = name
        self.outside = outside
    }

    func value(_ frame: Frame) -> Value {
        if case .context(let context) = item.value(frame), let entry = context[name] { return entry }
        return outside.value(frame)
    }
}
