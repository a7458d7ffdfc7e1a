// What is known when the program is compiled.

extension Node {
    /// Whether it is a literal or a value folded from literals.
    var isConstant: Bool { self is ConstantNode }
}

extension ListNode {
    /// The list itself where all its items are constants.
    func folded(isTraced: Bool) -> any Node { items.allSatisfy(\.isConstant) ? evaluated(isTraced) : self }
}

extension RangeNode {
    /// The range itself where both its ends are constants.
    func folded(isTraced: Bool) -> any Node { low.isConstant && high.isConstant ? evaluated(isTraced) : self }
}

extension BuiltinCallNode {
    /// The result; to be asked only where all arguments are constants.
    func folded(isTraced: Bool) -> any Node { evaluated(isTraced) }
}

extension Node {
    fileprivate func evaluated(_ isTraced: Bool) -> any Node {
        guard !isTraced else { return self }
        var state = EvaluationState(host: nil, now: nil, limits: Limits(steps: 100_000))
        let constant = withUnsafeMutablePointer(to: &state) { state in
            withLocals(count: 1) { locals in
                self.value(Frame(inputs: UnsafePointer(locals), locals: locals, state: state))
            }
        }
        return state.steps >= 0 ? ConstantNode(constant) : self
    }
}

extension Expression {
    /// The value of a literal, of a negated number, and of a call of `date`, `time`, `date and time` or `duration` with
    /// one string; nil of anything else.
    public var literal: Value? {
        switch kind {
        case .boolean(let value): return .boolean(value)
        case .number(let number): return .number(number)
        case .string(let text): return .string(text)
        case .temporal(let text): return Value(temporal: text)
        case .invocation(let callee, let arguments):
            guard case .name(let name) = callee.kind, arguments.count == 1,
                case .string(let text) = arguments[0].value.kind
            else { return nil }
            return switch name {
            case "date": CalendarDate(text).map(Value.date)
            case "time": TimeOfDay(text).map(Value.time)
            case "date and time": DateAndTime(text).map(Value.dateTime)
            case "duration":
                MonthsDuration(text).map(Value.monthsDuration) ?? SecondsDuration(text).map(Value.secondsDuration)
            default: nil
            }
        default: return nil
        }
    }
}

extension Value {
    /// What `@"…"` stands for; nil where it is no date, time, date and time or duration.
    init?(temporal text: String) {
        let value =
            CalendarDate(text).map(Value.date) ?? TimeOfDay(text).map(Value.time)
            ?? DateAndTime(text).map(Value.dateTime) ?? MonthsDuration(text).map(Value.monthsDuration)
            ?? SecondsDuration(text).map(Value.secondsDuration)
        guard let value else { return nil }
        self = value
    }

    /// The type of this value, as far as it shows.
    public var type: FEELType {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .monthsDuration: .monthsDuration
        case .secondsDuration: .secondsDuration
        case .list(let items):
            .list(items.dropFirst().reduce(items.first?.type ?? .any) { $0.joined(with: $1.type) })
        case .context(let context): .context(ContextType(shape: context.shape, types: context.values.map(\.type)))
        case .range(let range): .range((range.low ?? range.high ?? .null).type)
        case .function: .function([], result: .any)
        }
    }
}

extension HostFunction {
    var type: FEELType { .function(parameters.map(\.type), result: result) }
}

extension FEELType {
    var isNumber: Bool {
        if case .number = self { true } else { false }
    }
}
