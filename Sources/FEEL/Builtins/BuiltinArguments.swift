// The Swift types that bodies of built-in functions take their arguments as.

extension Value: BuiltinArgument {
    static var type: FEELType { .any }
    static func read(_ argument: Value) -> Value? { argument }
}

extension Bool: BuiltinArgument {
    static var type: FEELType { .boolean }
    static func read(_ argument: Value) -> Bool? {
        if case .boolean(let value) = argument { value } else { nil }
    }
}

extension Decimal128: BuiltinArgument {
    static var type: FEELType { .number }
    static func read(_ argument: Value) -> Decimal128? {
        if case .number(let value) = argument { value } else { nil }
    }
}

/// A number of which only the whole part counts; one beyond the lengths of lists and strings is refused.
extension Int: BuiltinArgument {
    static var type: FEELType { .number }
    static func read(_ argument: Value) -> Int? {
        guard let whole = argument.number?.rounded(.down).intValue, whole.magnitude < Int.max else { return nil }
        return whole
    }
}

extension String: BuiltinArgument {
    static var type: FEELType { .string }
    static func read(_ argument: Value) -> String? {
        if case .string(let value) = argument { value } else { nil }
    }
}

extension TimeOfDay: BuiltinArgument {
    static var type: FEELType { .time }
    static func read(_ argument: Value) -> TimeOfDay? {
        if case .time(let value) = argument { value } else { nil }
    }
}

extension SecondsDuration: BuiltinArgument {
    static var type: FEELType { .secondsDuration }
    static func read(_ argument: Value) -> SecondsDuration? {
        if case .secondsDuration(let value) = argument { value } else { nil }
    }
}

extension [Value]: BuiltinArgument {
    static var type: FEELType { .list(.any) }
    static func read(_ argument: Value) -> [Value]? {
        if case .list(let value) = argument { value } else { nil }
    }
}

extension Context: BuiltinArgument {
    static var type: FEELType { .anyContext }
    static func read(_ argument: Value) -> Context? {
        if case .context(let value) = argument { value } else { nil }
    }
}

/// Any function: what it takes is for the body to see.
extension FunctionValue: BuiltinArgument {
    static var type: FEELType { .any }
    static func read(_ argument: Value) -> FunctionValue? {
        if case .function(let value) = argument { value } else { nil }
    }
}

extension Optional: BuiltinArgument where Wrapped: BuiltinArgument {
    static var type: FEELType { Wrapped.type }
    static var isOptional: Bool { true }
    static func read(_ argument: Value) -> Self? {
        if argument.isNull { return .some(.none) }
        return Wrapped.read(argument).map { .some($0) }
    }
}
