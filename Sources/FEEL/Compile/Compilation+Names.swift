// Names, paths and filters.

extension Compilation {
    mutating func variable(_ name: String, _ expression: Expression) throws(FEELError) -> Compiled {
        if let found = scope.find(name) {
            note(name, found.node, expression)
            return found
        }
        if let function = schema.function(named: name) {
            return (ConstantNode(.function(FunctionValue(.host(function)))), function.type)
        }
        if let family = Builtin.families[name] {
            return (ConstantNode(.function(FunctionValue(.builtIn(family)))), .function([], result: .any))
        }
        return try unresolved(
            .unknownName, "没有名为“\(name)”的变量。", at: expression.range, suggestion: nearestName(to: name))
    }

    /// Writes down that the text refers to an input, or within a filter to an entry of its items.
    private mutating func note(_ name: String, _ node: any Node, _ expression: Expression) {
        if let entry = node as? LocalEntryNode {
            noteEntry(Expression.Name(text: name, range: expression.range), of: entry.shape, expression)
        } else if schema.inputIndex(of: name) != nil, !scope.declares(name), !references.inputs.contains(name) {
            references.inputs.append(name)
        }
    }

    func nearestName(to name: String) -> String? {
        NameSuggestion.nearest(
            to: name, among: scope.names + schema.functions.map(\.name) + Builtin.all.map(\.name))
    }

    // MARK: Paths

    mutating func path(
        _ base: Expression, _ entry: Expression.Name, _ expression: Expression
    ) throws(FEELError) -> Compiled {
        let base = try compile(base)
        switch base.type {
        case .context(let type) where !type.types.isEmpty:
            guard let slot = type.shape.slot(of: entry.text) else {
                return try unknownEntry(entry, of: type, base.node)
            }
            noteEntry(entry, of: type.shape, expression)
            return (entryNode(base.node, entry.text, type.shape, slot), type.types[slot])
        case .list(.context(let type)) where !type.types.isEmpty:
            guard let slot = type.shape.slot(of: entry.text) else {
                return try unknownEntry(entry, of: type, base.node)
            }
            noteEntry(entry, of: type.shape, expression)
            return (PathNode(base.node, entry.text, expected: (type.shape, slot)), .list(type.types[slot]))
        default: return (PathNode(base.node, entry.text, expected: nil), .any)
        }
    }

    private func entryNode(_ base: any Node, _ name: String, _ shape: ContextShape, _ slot: Int) -> any Node {
        switch base {
        case let base as LocalNode: LocalEntryNode(local: base.slot, name: name, shape: shape, slot: slot)
        case let base as InputNode: InputEntryNode(index: base.index, name: name, shape: shape, slot: slot)
        default: PathNode(base, name, expected: (shape, slot))
        }
    }

    private mutating func noteEntry(_ entry: Expression.Name, of shape: ContextShape, _ expression: Expression) {
        references.entries.append(
            References.Entry(
                shape: shape, name: entry.text, text: source.piece(expression.range), range: expression.range))
    }

    /// An entry that the contexts are not known to have: an error in a rule.
    private func unknownEntry(
        _ entry: Expression.Name, of type: ContextType, _ base: any Node
    ) throws(FEELError) -> Compiled {
        guard mode == .strict else { return (PathNode(base, entry.text, expected: nil), .any) }
        return try unresolved(
            .unknownEntry, "没有名为“\(entry.text)”的项。", at: entry.range,
            suggestion: NameSuggestion.nearest(to: entry.text, among: type.shape.names))
    }

    // MARK: Filters

    mutating func filter(_ list: Expression, _ condition: Expression) throws(FEELError) -> Compiled {
        let list = try compile(list)
        let element: FEELType =
            switch list.type {
            case .list(let element): element
            default: list.type
            }
        let itemSlot = scope.declareFilterItem(element)
        let cost = condition.cost
        let condition = try compile(condition)
        scope.forget()
        let type: FEELType =
            switch condition.type {
            case .number: element
            case .boolean: .list(element)
            default: .any
            }
        guard scope.isUsed(itemSlot) else { return (SelectionNode(list.node, by: condition.node), type) }
        return (FilterNode(list.node, itemSlot: itemSlot, condition: condition.node, cost: cost), type)
    }

    // MARK: Iterations

    mutating func iteration(
        _ iterators: [Expression.Iterator], _ body: Expression
    ) throws(FEELError) -> Compiled {
        let sources = try self.sources(iterators)
        let partialSlot = scope.declare("partial", .list(.any))
        let compiled = try compile(body)
        scope.forget(iterators.count + 1)
        let node = IterationNode(
            sources, body: compiled.node, partialSlot: scope.isUsed(partialSlot) ? partialSlot : nil, cost: body.cost)
        return (node, .list(compiled.type))
    }

    mutating func quantified(
        _ quantifier: Expression.Quantifier, _ iterators: [Expression.Iterator], _ condition: Expression
    ) throws(FEELError) -> Compiled {
        let sources = try self.sources(iterators)
        let compiled = try node(condition)
        scope.forget(iterators.count)
        return (QuantifiedNode(quantifier, sources, condition: compiled, cost: condition.cost), .boolean)
    }

    /// The sources of an iteration, their variables left declared.
    private mutating func sources(_ iterators: [Expression.Iterator]) throws(FEELError) -> [IterationSource] {
        var sources: [IterationSource] = []
        for iterator in iterators {
            let domain = try compile(iterator.domain)
            var last: (any Node)?
            if let end = iterator.end { last = try node(end) }
            let type: FEELType =
                switch domain.type {
                case .list(let element), .range(let element): element
                default: domain.type
                }
            let slot = scope.declare(iterator.name.text, type)
            sources.append(IterationSource(name: iterator.name.text, slot: slot, domain: domain.node, last: last))
        }
        return sources
    }
}
