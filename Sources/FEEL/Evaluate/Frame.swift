/// What a node reads and writes while it is evaluated: three pointers into the caller's stack, passed by value.
///
/// Valid only during the evaluation that made it; ``Program`` and function calls make one each.
struct Frame {
    /// The program's inputs.
    let inputs: UnsafePointer<Value>
    /// The variables of the function at hand, each in its slot.
    let locals: UnsafeMutablePointer<Value>
    /// What the whole evaluation shares.
    let state: UnsafeMutablePointer<EvaluationState>
}

/// What one evaluation shares between its frames.
struct EvaluationState {
    /// The host's environment, for host functions.
    let host: AnyObject?
    /// What `now()` and `today()` give; the machine's clock where nil.
    let now: DateAndTime?
    let limits: Limits
    /// The steps left.
    var steps: Int
    /// The levels of nesting that calls may still enter.
    var depth: Int
    /// What went wrong, where someone asks.
    var diagnostics: [Diagnostic]?
    /// Where each step is written down, where someone asks.
    let recorder: TraceRecorder?

    init(
        host: AnyObject?, now: DateAndTime?, limits: Limits, isDiagnosed: Bool = false, recorder: TraceRecorder? = nil
    ) {
        self.host = host
        self.now = now
        self.limits = limits
        self.recorder = recorder
        steps = limits.steps
        depth = limits.depth
        diagnostics = isDiagnosed ? [] : nil
    }
}

extension Frame {
    var limits: Limits { state.pointee.limits }
    var recorder: TraceRecorder? { state.pointee.recorder }

    /// Pays for work; false when the evaluation has used up its steps.
    func spend(_ steps: Int = 1) -> Bool {
        state.pointee.steps -= steps
        if state.pointee.steps >= 0 { return true }
        report(.limit, "计算步数超过 \(limits.steps)。")
        return false
    }

    /// Pays for looking at `value` once: by the length of a list or a string.
    func spend(on value: Value) -> Bool {
        switch value {
        case .list(let items): spend(items.count)
        case .string(let text): spend(text.utf8.count >> 5)
        case .context(let context): spend(context.values.count >> 3)
        default: true
        }
    }

    /// Writes down why a value became null, where someone asks.
    func report(_ code: Diagnostic.Code, _ message: @autoclosure () -> String) {
        guard state.pointee.diagnostics != nil, state.pointee.diagnostics?.count ?? 0 < 100 else { return }
        state.pointee.diagnostics?.append(Diagnostic(code: code, message: message()))
    }

    /// Null, with the reason written down.
    func null(_ code: Diagnostic.Code, _ message: @autoclosure () -> String) -> Value {
        report(code, message())
        return .null
    }

    /// FEEL's `=`, paid for.
    func equal(_ left: Value, _ right: Value) -> Bool? {
        if case .number(let left) = left, case .number(let right) = right { return left == right }
        guard spend(on: left) else { return nil }
        return left.equals(right, budget: &state.pointee.steps)
    }

    /// A list, or null where it is longer than a list may be.
    func list(_ items: [Value]) -> Value {
        items.count <= limits.size ? .list(items) : null(.limit, "列表过长：超过 \(limits.size) 项。")
    }

    /// A string, or null where it is longer than a string may be.
    func string(_ text: String) -> Value {
        text.utf8.count <= limits.size ? .string(text) : null(.limit, "字符串过长：超过 \(limits.size) 字节。")
    }
}
