/// A FEEL expression made ready to be evaluated any number of times, from any number of threads at once.
public final class Program: Sendable {
    /// The text.
    public let source: String
    /// The text as a tree.
    public let expression: Expression
    /// What the text may refer to.
    public let schema: Schema
    /// The type of the result, as far as it is known.
    public let type: FEELType
    /// What the text refers to.
    public let references: References

    let mode: Compiler.Mode
    let limits: Limits
    private let root: any Node
    private let frameSize: Int
    private let inputCount: Int

    init(
        _ expression: Expression, source: String, schema: Schema, mode: Compiler.Mode, limits: Limits,
        isTraced: Bool = false
    ) throws(FEELError) {
        var compilation = Compilation(source: source, schema: schema, mode: mode, limits: limits, isTraced: isTraced)
        let compiled = try compilation.compile(expression)
        self.source = source
        self.expression = expression
        self.schema = schema
        self.mode = mode
        self.limits = limits
        type = compiled.type
        references = compilation.references
        root = compiled.node
        frameSize = compilation.scope.frameSize
        inputCount = schema.inputs.count
    }

    /// The value for `inputs`, one for each of the schema's in its order; those that are missing are null.
    ///
    /// Nothing is thrown: what has no value is null.
    /// - Parameters:
    ///   - host: the environment that host functions read, of the class they name; those that read one are null without.
    ///   - now: what `now()` and `today()` give; the machine's clock where nil.
    public func evaluate(_ inputs: [Value] = [], host: AnyObject? = nil, now: DateAndTime? = nil) -> Value {
        var state = EvaluationState(host: host, now: now, limits: limits)
        return run(inputs, &state) { $0.value($1) }
    }

    /// The truth value for `inputs`; nil where it is unknown or not a truth value. Faster than ``evaluate(_:host:now:)``.
    public func truth(_ inputs: [Value] = [], host: AnyObject? = nil, now: DateAndTime? = nil) -> Bool? {
        var state = EvaluationState(host: host, now: now, limits: limits)
        return run(inputs, &state) { $0.truth($1) }
    }

    /// The value for `inputs`, and why something on the way became null.
    public func diagnose(
        _ inputs: [Value] = [], host: AnyObject? = nil, now: DateAndTime? = nil
    ) -> (value: Value, diagnostics: [Diagnostic]) {
        var state = EvaluationState(host: host, now: now, limits: limits, isDiagnosed: true)
        let value = run(inputs, &state) { $0.value($1) }
        return (value, state.diagnostics ?? [])
    }

    /// Runs the tree, as `recorder` asks.
    func record(_ inputs: [Value], host: AnyObject?, now: DateAndTime?, _ recorder: TraceRecorder) -> Value {
        var state = EvaluationState(host: host, now: now, limits: limits, recorder: recorder)
        return run(inputs, &state) { $0.value($1) }
    }

    @inline(__always)
    private func run<Result>(
        _ inputs: [Value], _ state: inout EvaluationState, _ body: (any Node, Frame) -> Result
    ) -> Result {
        guard inputs.count >= inputCount else {
            return run(inputs + Array(repeating: .null, count: inputCount - inputs.count), &state, body)
        }
        return withUnsafeMutablePointer(to: &state) { state in
            inputs.withUnsafeBufferPointer { buffer in
                withLocals(count: frameSize) { locals in
                    // A program without inputs never reads them: any address serves.
                    body(root, Frame(inputs: buffer.baseAddress ?? UnsafePointer(locals), locals: locals, state: state))
                }
            }
        }
    }
}
