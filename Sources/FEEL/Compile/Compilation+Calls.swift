// Calls of built-in functions, the host's, and those of the text.

extension Compilation {
    mutating func invocation(
        _ callee: Expression, _ arguments: [Expression.Argument], _ expression: Expression
    ) throws(FEELError) -> Compiled {
        let names = arguments.compactMap(\.name?.text)
        guard names.isEmpty || names.count == arguments.count else {
            return try unresolved(.wrongArguments, "参数要么都写名称，要么都不写。", at: expression.range)
        }
        guard case .name(let name) = callee.kind, !isCallable(name) else {
            return try dynamicCall(callee, arguments, names)
        }
        if let function = schema.function(named: name) {
            return try hostCall(function, arguments, names, expression)
        }
        if let family = Builtin.families[name] {
            return try builtinCall(family, arguments, names, expression)
        }
        if scope.find(name) != nil { return try dynamicCall(callee, arguments, names) }
        let candidates = scope.names + schema.functions.map(\.name) + Builtin.families.keys.sorted()
        return try unresolved(
            .unknownFunction, "没有名为“\(name)”的函数。", at: callee.range,
            suggestion: NameSuggestion.nearest(to: name, among: candidates))
    }

    /// Whether `name` is a variable known to hold a function.
    private func isCallable(_ name: String) -> Bool {
        if case .function? = scope.find(name)?.type { true } else { false }
    }

    private mutating func dynamicCall(
        _ callee: Expression, _ arguments: [Expression.Argument], _ names: [String]
    ) throws(FEELError) -> Compiled {
        let function = try compile(callee)
        let nodes = try self.nodes(arguments.map(\.value))
        var type = FEELType.any
        if case .function(_, let result) = function.type { type = result }
        return (InvocationNode(function.node, nodes, names: names.isEmpty ? nil : names), type)
    }

    // MARK: Built-in functions

    private mutating func builtinCall(
        _ family: Builtin.Family, _ arguments: [Expression.Argument], _ names: [String], _ expression: Expression
    ) throws(FEELError) -> Compiled {
        if !references.functions.contains(family.name) { references.functions.append(family.name) }
        var compiled: [Compiled] = []
        for argument in arguments { compiled.append(try compile(argument.value)) }
        let nodes = compiled.map(\.node)
        let overloads = names.isEmpty ? family.overloads(taking: nodes.count) : []
        if overloads.count > 1, !overloads[0].takesAnything {
            return (OverloadedCallNode(overloads, nodes), overloads[0].result)
        }
        if let builtin = overloads.first {
            return try call(builtin, builtin.arranged(nodes), compiled, expression)
        }
        if !names.isEmpty, let (builtin, places) = family.overload(for: names) {
            return try call(builtin, places.map { $0.map { nodes[$0] } ?? ConstantNode(.null) }, compiled, expression)
        }
        let forms = family.overloads.map(\.signature).joined(separator: "，")
        return try unresolved(.wrongArguments, "参数与函数不符：\(forms)。", at: expression.range)
    }

    private func call(
        _ builtin: Builtin, _ nodes: [any Node], _ arguments: [Compiled], _ expression: Expression
    ) throws(FEELError) -> Compiled {
        switch builtin.name {
        case "count" where nodes.count == 1: return (CountNode(nodes[0]), .number)
        case "not" where arguments.allSatisfy { $0.type == .boolean }: return (NotNode(nodes[0]), .boolean)
        default: break
        }
        let node = BuiltinCallNode(builtin, nodes)
        guard builtin.isPure, nodes.allSatisfy(\.isConstant),
            let folded = node.folded(isTraced: isTraced) as? ConstantNode
        else { return (node, builtin.result) }
        let isLiteral = ["date", "time", "date and time", "duration"].contains(builtin.name)
        if isLiteral, mode == .strict, folded.constant.isNull {
            return try unresolved(.invalidLiteral, "没有这样的日期、时间或时长。", at: expression.range)
        }
        return (folded, folded.constant.isNull ? builtin.result : folded.constant.type)
    }

    // MARK: Host functions

    private mutating func hostCall(
        _ function: HostFunction, _ arguments: [Expression.Argument], _ names: [String], _ expression: Expression
    ) throws(FEELError) -> Compiled {
        let parameters = function.parameters.map(\.name)
        guard arguments.count == parameters.count, names.isEmpty || Set(names) == Set(parameters) else {
            let form = "\(function.name)(\(parameters.joined(separator: ", ")))"
            return try unresolved(.wrongArguments, "参数与函数不符：\(form)。", at: expression.range)
        }
        let ordered =
            names.isEmpty
            ? arguments : parameters.compactMap { name in arguments.first { $0.name?.text == name } }
        let literals = ordered.map(\.value.literal)
        let nodes = literals.allSatisfy { $0 != nil } ? [] : try self.nodes(ordered.map(\.value))
        do throws(HostFunction.Refusal) {
            let call = try function.bind(literals)
            let type = call.type ?? function.result
            references.hostCalls.append(
                References.HostCall(function: function.name, literals: literals, type: type, range: expression.range))
            return (HostCallNode(call, nodes), type)
        } catch {
            let culprit =
                ordered.indices.contains(error.argument) ? ordered[error.argument].value.range : expression.range
            return try unresolved(.refusedArgument, error.message, at: culprit, suggestion: error.suggestion)
        }
    }
}

extension Builtin {
    /// Whether no argument is of the wrong type, so that no other overload need be tried.
    fileprivate var takesAnything: Bool {
        parameters.allSatisfy { $0.type == .any || $0.type == .list(.any) }
    }

    /// Nodes in order as the parameters want them: none for missing ones, a list for those of a variadic parameter.
    fileprivate func arranged(_ nodes: [any Node]) -> [any Node] {
        guard isVariadic else { return nodes + (nodes.count..<parameters.count).map { _ in ConstantNode(.null) } }
        return nodes.prefix(parameters.count - 1) + [ListNode(Array(nodes.dropFirst(parameters.count - 1)))]
    }

    /// `substring(string, start position, [length])`
    public var signature: String {
        let names = parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
        return "\(name)(\(names.joined(separator: ", "))\(isVariadic ? ", …" : ""))"
    }
}
