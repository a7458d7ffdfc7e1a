/// Writes down the steps of one evaluation, on the thread that evaluates.
final class TraceRecorder {
    /// A step as it was taken.
    private enum Step {
        case expression(Expression, Value, [Step])
        case binding(variable: String, Value, [Step])
    }

    private static let maximumSteps = 50_000

    /// The steps taken so far on each level still open; the outermost level has the root.
    private var open: [[Step]] = [[]]
    private var bindings: [(variable: String, value: Value)] = []
    private var count = 0

    func begin() { open.append([]) }

    func end(_ expression: Expression, _ value: Value) {
        let steps = open.removeLast()
        add(.expression(expression, value, steps))
    }

    func beginBinding(_ variable: String, _ value: Value) {
        open.append([])
        bindings.append((variable, value))
    }

    func endBinding() {
        let steps = open.removeLast()
        let binding = bindings.removeLast()
        add(.binding(variable: binding.variable, binding.value, steps))
    }

    /// Steps beyond the bound are taken and not written down.
    private func add(_ step: Step) {
        count += 1
        if count <= Self.maximumSteps || open.count == 1 { open[open.count - 1].append(step) }
    }

    /// The tree of what was written down; nil where nothing was.
    func finish(_ expression: Expression, source: String) -> TraceNode? {
        guard case .expression(let root, let value, let steps)? = open.first?.last else { return nil }
        return node(root, value, steps, source)
    }

    // MARK: The tree

    private func node(_ expression: Expression, _ value: Value, _ steps: [Step], _ source: String) -> TraceNode {
        var remaining = steps[...]
        var children: [TraceNode] = []
        for child in expression.children {
            let rounds = remaining.prefix { if case .binding = $0 { true } else { false } }
            if let first = rounds.first, isWithin(first, child) {
                children += rounds.map { node($0, expression.range, source) }
                remaining = remaining.dropFirst(rounds.count)
            } else if case .expression(let taken, let value, let steps)? = remaining.first, taken.range == child.range {
                children.append(node(taken, value, steps, source))
                remaining = remaining.dropFirst()
            } else if let literal = child.literal {
                children.append(leaf(child, literal, source))
            } else if !isCallee(child, of: expression) {
                children.append(leaf(child, nil, source))
            }
        }
        return TraceNode(
            kind: .expression(expression), range: expression.range, text: source.piece(expression.range), value: value,
            label: label(of: expression, steps), call: call(expression, children), children: children)
    }

    private func node(_ step: Step, _ range: SourceRange, _ source: String) -> TraceNode {
        switch step {
        case .expression(let expression, let value, let steps): node(expression, value, steps, source)
        case .binding(let variable, let value, let steps):
            TraceNode(
                kind: .binding(variable: variable), range: range, text: variable, value: value,
                label: value.context?.label, call: nil, children: steps.map { node($0, range, source) })
        }
    }

    private func leaf(_ expression: Expression, _ value: Value?, _ source: String) -> TraceNode {
        TraceNode(
            kind: .expression(expression), range: expression.range, text: source.piece(expression.range), value: value,
            label: nil, call: nil, children: [])
    }

    private func isWithin(_ round: Step, _ expression: Expression) -> Bool {
        guard case .binding(_, _, let steps) = round, let first = steps.first else { return false }
        return switch first {
        case .expression(let taken, _, _): taken.range == expression.range
        case .binding: isWithin(first, expression)
        }
    }

    /// The label of the context that a path was read from, with the entry's name.
    private func label(of expression: Expression, _ steps: [Step]) -> String? {
        guard case .path(_, let entry) = expression.kind, case .expression(_, .context(let context), _)? = steps.first,
            let label = context.label
        else { return nil }
        return label + entry.text
    }

    private func isCallee(_ child: Expression, of expression: Expression) -> Bool {
        guard case .invocation(let callee, _) = expression.kind else { return false }
        return callee.range == child.range
    }

    private func call(_ expression: Expression, _ children: [TraceNode]) -> (function: String, arguments: [Value])? {
        guard case .invocation(let callee, let arguments) = expression.kind, case .name(let name) = callee.kind else {
            return nil
        }
        let values = arguments.map { argument in
            children.first { $0.range == argument.value.range }?.value ?? .null
        }
        return (name, values)
    }
}
