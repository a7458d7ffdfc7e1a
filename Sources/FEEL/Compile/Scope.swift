/// The variables in reach while an expression is compiled, and the slots they live in.
///
/// A function of the text has a scope and a frame of its own. What its body takes from outside is captured when the
/// function is made and lives in a slot of that frame.
final class Scope {
    private enum Declaration {
        case variable(name: String, slot: Int, type: FEELType)
        /// The items of a filter, whose entries are names too.
        case filterItem(slot: Int, type: FEELType)
    }

    /// What a name refers to: how it is read, and what type it has.
    typealias Finding = (node: any Node, type: FEELType)

    private let outer: Scope?
    private let schema: Schema
    private var declarations: [Declaration] = []
    private var usedSlots: Set<Int> = []
    private var capturedSlots: [String: (slot: Int, type: FEELType)] = [:]
    /// What a function takes from outside, and the slots it fills.
    private(set) var captured: [(slot: Int, node: any Node)] = []
    /// The slots the frame needs.
    private(set) var frameSize = 0

    init(_ schema: Schema, within outer: Scope? = nil) {
        self.schema = schema
        self.outer = outer
    }

    // MARK: Declaring

    func declare(_ name: String, _ type: FEELType) -> Int {
        let slot = newSlot()
        declarations.append(.variable(name: name, slot: slot, type: type))
        return slot
    }

    func declareFilterItem(_ type: FEELType) -> Int {
        let slot = newSlot()
        declarations.append(.filterItem(slot: slot, type: type))
        return slot
    }

    /// Forgets what was declared last. Its slots are not used again.
    func forget(_ count: Int = 1) { declarations.removeLast(count) }

    /// Whether anything read the variable or item in this slot.
    func isUsed(_ slot: Int) -> Bool { usedSlots.contains(slot) }

    private func newSlot() -> Int {
        frameSize += 1
        return frameSize - 1
    }

    // MARK: Finding

    /// What `name` refers to; nil where nothing declares it.
    func find(_ name: String) -> Finding? { find(name, before: declarations.count) }

    private func find(_ name: String, before end: Int) -> Finding? {
        for index in (0..<end).reversed() {
            switch declarations[index] {
            case .variable(name, let slot, let type):
                usedSlots.insert(slot)
                return (LocalNode(slot), type)
            case .variable: continue
            case .filterItem(let slot, .context(let type)) where !type.types.isEmpty:
                guard let entry = type.shape.slot(of: name) else {
                    if name == "item" { return item(in: slot, .context(type)) }
                    continue
                }
                usedSlots.insert(slot)
                let node = LocalEntryNode(local: slot, name: name, shape: type.shape, slot: entry)
                return (node, type.types[entry])
            case .filterItem(let slot, let type):
                guard type == .any || type == .anyContext else {
                    if name == "item" { return item(in: slot, type) }
                    continue
                }
                let outside = name == "item" ? item(in: slot, type) : find(name, before: index)
                usedSlots.insert(slot)
                let node = ItemEntryNode(
                    item: LocalNode(slot), name: name, outside: outside?.node ?? ConstantNode(.null))
                return (node, .any)
            }
        }
        return outer == nil ? input(name) : capture(name)
    }

    private func item(in slot: Int, _ type: FEELType) -> Finding {
        usedSlots.insert(slot)
        return (LocalNode(slot), type)
    }

    private func input(_ name: String) -> Finding? {
        schema.inputIndex(of: name).map { (InputNode($0), schema.inputs[$0].type) }
    }

    private func capture(_ name: String) -> Finding? {
        if let known = capturedSlots[name] { return (LocalNode(known.slot), known.type) }
        guard let found = outer?.find(name) else { return nil }
        let slot = newSlot()
        captured.append((slot, found.node))
        capturedSlots[name] = (slot, found.type)
        return (LocalNode(slot), found.type)
    }

    /// Whether a variable of the text, as against an input, has this name.
    func declares(_ name: String) -> Bool {
        declarations.contains { if case .variable(name, _, _) = $0 { true } else { false } }
            || outer?.declares(name) == true
    }

    /// Every name in reach, for suggestions.
    var names: [String] {
        let own = declarations.flatMap { declaration -> [String] in
            switch declaration {
            case .variable(let name, _, _): [name]
            case .filterItem(_, .context(let type)): type.shape.names
            case .filterItem: []
            }
        }
        return own + (outer?.names ?? schema.inputs.map(\.name))
    }
}
