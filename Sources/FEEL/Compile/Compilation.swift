/// The compilation of one expression into nodes.
struct Compilation {
    /// A compiled expression and what is known of its values.
    typealias Compiled = (node: any Node, type: FEELType)

    let source: String
    let schema: Schema
    let mode: Compiler.Mode
    let limits: Limits
    /// Whether every step is to be written down: then nodes are neither fused nor folded.
    let isTraced: Bool
    var scope: Scope
    var references = References()

    init(source: String, schema: Schema, mode: Compiler.Mode, limits: Limits, isTraced: Bool) {
        self.source = source
        self.schema = schema
        self.mode = mode
        self.limits = limits
        self.isTraced = isTraced
        scope = Scope(schema)
    }

    mutating func compile(_ expression: Expression) throws(FEELError) -> Compiled {
        let compiled = try compileUntraced(expression)
        guard isTraced else { return compiled }
        return (RecordedNode(compiled.node, expression), compiled.type)
    }

    private mutating func compileUntraced(_ expression: Expression) throws(FEELError) -> Compiled {
        switch expression.kind {
        case .null: (ConstantNode(.null), .null)
        case .boolean(let value): (ConstantNode(.boolean(value)), .boolean)
        case .number(let number): (ConstantNode(.number(number)), .number)
        case .string(let text): (ConstantNode(.string(text)), .string)
        case .temporal(let text): try temporal(text, expression)
        case .name(let name): try variable(name, expression)
        case .negation(let operand): try negation(operand)
        case .binary(let operation, let left, let right): try binary(operation, left, right)
        case .between(let operand, let low, let high):
            (BetweenNode(try node(operand), low: try node(low), high: try node(high)), .boolean)
        case .membership(let operand, let tests): try membership(operand, tests)
        case .instanceOf(let operand, let type): try instance(operand, type)
        case .conditional(let condition, let then, let otherwise): try conditional(condition, then, otherwise)
        case .iteration(let iterators, let body): try iteration(iterators, body)
        case .quantified(let quantifier, let iterators, let condition):
            try quantified(quantifier, iterators, condition)
        case .path(let base, let entry): try path(base, entry, expression)
        case .filter(let list, let condition): try filter(list, condition)
        case .invocation(let function, let arguments): try invocation(function, arguments, expression)
        case .list(let items): try list(items)
        case .context(let entries): try context(entries)
        case .range(let low, let lowIncluded, let high, let highIncluded):
            try range(low, lowIncluded, high, highIncluded)
        case .comparison(let operation, let end): (OpenRangeNode(operation, try node(end)), .range(.any))
        case .function(let parameters, let body): try function(parameters, body)
        case .externalFunction: (ConstantNode(.null), .any)
        case .anything: (ConstantNode(.boolean(true)), .boolean)
        case .alternatives(let tests): try unaryTests(tests)
        case .exclusion(let tests): (NotNode(try unaryTests(tests).node), .boolean)
        }
    }

    mutating func node(_ expression: Expression) throws(FEELError) -> any Node { try compile(expression).node }

    mutating func nodes(_ expressions: [Expression]) throws(FEELError) -> [any Node] {
        var nodes: [any Node] = []
        for expression in expressions { nodes.append(try node(expression)) }
        return nodes
    }

    /// What cannot be resolved: an error, or null where the mode is lenient.
    func unresolved(
        _ code: FEELError.Code, _ message: String, at range: SourceRange, suggestion: String? = nil
    ) throws(FEELError) -> Compiled {
        let piece = source.piece(range)
        let error = FEELError(
            code, message, at: range, piece: piece, suggestion: suggestion ?? HalfWidth.form(of: piece))
        guard mode == .lenient else { throw error }
        return (UnresolvedNode(error), .any)
    }
}

// MARK: - Operators

extension Compilation {
    private func temporal(_ text: String, _ expression: Expression) throws(FEELError) -> Compiled {
        guard let value = Value(temporal: text) else {
            return try unresolved(.invalidLiteral, "“\(text)”不是日期、时间或时长。", at: expression.range)
        }
        return (ConstantNode(value), value.type)
    }

    private mutating func negation(_ operand: Expression) throws(FEELError) -> Compiled {
        let compiled = try compile(operand)
        return (NegationNode(compiled.node), compiled.type)
    }

    private mutating func binary(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression
    ) throws(FEELError) -> Compiled {
        let left = try compile(left)
        let right = try compile(right)
        switch operation {
        case .and: return (ConjunctionNode(left.node, right.node), .boolean)
        case .or: return (DisjunctionNode(left.node, right.node), .boolean)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return (ComparisonNode(operation, left.node, right.node), .boolean)
        case .add, .subtract, .multiply, .divide, .power:
            let isNumeric = left.type.isNumber && right.type.isNumber
            return (ArithmeticNode(operation, left.node, right.node), isNumeric ? .number : .any)
        }
    }

    private mutating func conditional(
        _ condition: Expression, _ then: Expression, _ otherwise: Expression
    ) throws(FEELError) -> Compiled {
        let condition = try node(condition)
        let then = try compile(then)
        let otherwise = try compile(otherwise)
        return (
            ConditionalNode(condition, then: then.node, otherwise: otherwise.node),
            then.type.joined(with: otherwise.type)
        )
    }

    private mutating func instance(_ operand: Expression, _ name: TypeName) throws(FEELError) -> Compiled {
        let operand = try node(operand)
        do throws(FEELError) {
            return (InstanceNode(operand, try FEELType(name, declared: schema.types)), .boolean)
        } catch {
            guard mode == .lenient else { throw error }
            return (UnresolvedNode(error), .boolean)
        }
    }

    // MARK: Tests

    private mutating func membership(_ operand: Expression, _ tests: [Expression]) throws(FEELError) -> Compiled {
        let operand = try node(operand)
        var compiled: [MembershipTest] = []
        for test in tests { compiled.append(try self.test(test)) }
        return (MembershipNode(operand, tests: compiled), .boolean)
    }

    private mutating func unaryTests(_ tests: [Expression]) throws(FEELError) -> Compiled {
        guard let input = scope.find("?") else {
            let range = tests.first?.range ?? SourceRange(start: 0, end: 0, line: 1, column: 1)
            return try unresolved(.unknownName, "此处没有可供比较的值。", at: range)
        }
        var compiled: [MembershipTest] = []
        for test in tests {
            let refersToInput = test.contains { $0.kind == .name("?") }
            compiled.append(refersToInput ? .condition(try node(test)) : try self.test(test))
        }
        return (MembershipNode(input.node, tests: compiled), .boolean)
    }

    private mutating func test(_ test: Expression) throws(FEELError) -> MembershipTest {
        guard case .comparison(let operation, let bound) = test.kind else { return .value(try node(test)) }
        return .comparison(Comparison(operation: operation), try node(bound))
    }

    // MARK: Constructors

    private mutating func list(_ items: [Expression]) throws(FEELError) -> Compiled {
        var nodes: [any Node] = []
        var element: FEELType?
        for item in items {
            let compiled = try compile(item)
            nodes.append(compiled.node)
            element = element?.joined(with: compiled.type) ?? compiled.type
        }
        return (ListNode(nodes).folded(isTraced: isTraced), .list(element ?? .any))
    }

    private mutating func context(_ entries: [Expression.Entry]) throws(FEELError) -> Compiled {
        let shape = ContextShape(entries.map(\.name.text))
        var nodes: [any Node] = []
        var types: [FEELType] = []
        var slots: [Int] = []
        for entry in entries {
            let compiled = try compile(entry.value)
            nodes.append(compiled.node)
            types.append(compiled.type)
            slots.append(scope.declare(entry.name.text, compiled.type))
        }
        scope.forget(entries.count)
        let type = FEELType.context(ContextType(shape: shape, types: types))
        return (ContextNode(shape, entries: nodes, slots: slots), type)
    }

    private mutating func range(
        _ low: Expression, _ lowIncluded: Bool, _ high: Expression, _ highIncluded: Bool
    ) throws(FEELError) -> Compiled {
        let low = try compile(low)
        let high = try compile(high)
        let node = RangeNode(low: low.node, lowIncluded: lowIncluded, high: high.node, highIncluded: highIncluded)
        return (node.folded(isTraced: isTraced), .range(low.type.joined(with: high.type)))
    }

    private mutating func function(
        _ parameters: [Expression.Parameter], _ body: Expression
    ) throws(FEELError) -> Compiled {
        let outer = scope
        scope = Scope(schema, within: outer)
        defer { scope = outer }
        var declared: [(name: String, type: FEELType)] = []
        for parameter in parameters {
            var type = FEELType.any
            if let name = parameter.type { type = try FEELType(name, declared: schema.types) }
            declared.append((parameter.name.text, type))
            _ = scope.declare(parameter.name.text, type)
        }
        let compiled = try compile(body)
        let definition = FunctionValue.Definition(
            parameters: declared, result: compiled.type, body: compiled.node, frameSize: scope.frameSize,
            depth: body.depth, cost: body.cost)
        return (
            FunctionNode(definition, captured: scope.captured), .function(declared.map(\.type), result: compiled.type)
        )
    }
}
