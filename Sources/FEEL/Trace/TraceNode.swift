/// A step of an evaluation: what was evaluated, what it gave, and what it took to get there.
public struct TraceNode: Sendable {
    /// What a step is.
    public enum Kind: Sendable {
        /// An expression of the text.
        case expression(Expression)
        /// One round of an iteration or a filter: the variable and what it was bound to.
        case binding(variable: String)
    }

    /// What the step is.
    public let kind: Kind
    /// Where the expression stands; of a round, where the iteration stands.
    public let range: SourceRange
    /// The expression as written; of a round, the variable's name.
    public let text: String
    /// What it gave; nil where it was not evaluated, because something before it settled the matter.
    public let value: Value?
    /// What a reader would call the value at hand: of a path the label of its context with the entry's name, of a round
    /// the label of the context bound.
    public let label: String?
    /// Of a call of a function, its name and its arguments.
    public let call: (function: String, arguments: [Value])?
    /// The steps within, in the order of the text.
    public let children: [TraceNode]

    /// Whether the step was taken.
    public var isEvaluated: Bool { value != nil }
}

extension Program {
    /// Evaluates as ``evaluate(_:host:now:)`` does and writes down every step.
    ///
    /// Meant for explanations, not for speed: the text is compiled anew without the shortcuts.
    public func trace(_ inputs: [Value] = [], host: AnyObject? = nil, now: DateAndTime? = nil) -> TraceNode {
        let recorder = TraceRecorder()
        // It compiled before, so it compiles again.
        let traced = try? Program(
            expression, source: source, schema: schema, mode: mode, limits: limits, isTraced: true)
        let value = traced?.record(inputs, host: host, now: now, recorder) ?? .null
        return recorder.finish(expression, source: source)
            ?? TraceNode(
                kind: .expression(expression), range: expression.range, text: source, value: value, label: nil,
                call: nil, children: [])
    }
}
