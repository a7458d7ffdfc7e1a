/// A built-in function of DMN 1.5, declared as data: what it is called, what it takes, what it does.
///
/// A function that takes its arguments in several ways has an entry for each.
public struct Builtin: Sendable {
    /// A parameter of a built-in function.
    public struct Parameter: Sendable {
        /// The name it may be given by.
        public let name: String
        /// The type that an argument must have or be converted to.
        public let type: FEELType
        /// Whether it may be left out, or null.
        public let isOptional: Bool

        /// Whether `argument` may stand for it, converted where need be.
        func accepts(_ argument: Value) -> Bool {
            argument.isNull ? isOptional || type == .any : !argument.converted(to: type).isNull
        }
    }

    /// The function's name.
    public let name: String
    /// What it takes, in order.
    public let parameters: [Parameter]
    /// Whether any number of arguments may stand for the last parameter, which gets the list of them.
    public let isVariadic: Bool
    /// The type of the result.
    public let result: FEELType
    /// What it does: one line in Chinese.
    public let summary: String
    /// Whether the same arguments always give the same result.
    public let isPure: Bool

    private let body: @Sendable ([Value], Frame) -> Value?

    fileprivate init(
        _ name: String, _ parameters: [Parameter], _ result: FEELType, _ summary: String, isVariadic: Bool,
        isPure: Bool = true, body: @escaping @Sendable ([Value], Frame) -> Value?
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.summary = summary
        self.isVariadic = isVariadic
        self.isPure = isPure
        self.body = body
    }

    /// Whether it can be called with `count` arguments in order.
    func accepts(_ count: Int) -> Bool {
        count >= parameters.count { !$0.isOptional } && (isVariadic || count <= parameters.count)
    }

    /// Arguments in order as the parameters want them: missing ones null, those for a variadic parameter in a list.
    func arranged(_ arguments: [Value]) -> [Value] {
        guard isVariadic else {
            return arguments + Array(repeating: .null, count: parameters.count - arguments.count)
        }
        return arguments.prefix(parameters.count - 1) + [.list(Array(arguments.dropFirst(parameters.count - 1)))]
    }

    /// Whether these arguments, arranged, are of the types it takes.
    func takes(_ arguments: [Value]) -> Bool {
        zip(parameters, arguments).allSatisfy { $0.accepts($1) }
    }

    /// The result for an argument a parameter; null where one does not conform.
    func call(_ arguments: [Value], _ frame: Frame) -> Value {
        var converted = arguments
        for (index, parameter) in parameters.enumerated() {
            let argument = arguments[index]
            guard frame.spend(on: argument) else { return .null }
            converted[index] = argument.converted(to: parameter.type)
            if converted[index].isNull, !parameter.accepts(argument) {
                return frame.null(.wrongArguments, "\(name)：参数“\(parameter.name)”应为 \(parameter.type)。")
            }
        }
        return body(converted, frame) ?? frame.null(.wrongArguments, "\(name)：这些参数没有结果。")
    }
}

// MARK: - Declarations

/// A Swift type that a body takes an argument as.
protocol BuiltinArgument: SendableMetatype {
    static var type: FEELType { get }
    static var isOptional: Bool { get }
    /// Nil where the value is not of the type.
    static func read(_ argument: Value) -> Self?
}

extension BuiltinArgument {
    static var isOptional: Bool { false }
}

extension Builtin {
    private static func parameter<Argument: BuiltinArgument>(_ name: String, _: Argument.Type) -> Parameter {
        Parameter(name: name, type: Argument.type, isOptional: Argument.isOptional)
    }

    init(
        _ name: String, _ result: FEELType, _ summary: String, isPure: Bool,
        body: @escaping @Sendable (Frame) -> Value?
    ) {
        self.init(name, [], result, summary, isVariadic: false, isPure: isPure) { body($1) }
    }

    init<A: BuiltinArgument>(
        _ name: String, _ names: (String), _ result: FEELType, _ summary: String, isVariadic: Bool = false,
        body: @escaping @Sendable (A, Frame) -> Value?
    ) {
        let parameters = [Self.parameter(names, A.self)]
        self.init(name, parameters, result, summary, isVariadic: isVariadic) { values, frame in
            guard let a = A.read(values[0]) else { return nil }
            return body(a, frame)
        }
    }

    init<A: BuiltinArgument, B: BuiltinArgument>(
        _ name: String, _ names: (String, String), _ result: FEELType, _ summary: String, isVariadic: Bool = false,
        body: @escaping @Sendable (A, B, Frame) -> Value?
    ) {
        let parameters = [Self.parameter(names.0, A.self), Self.parameter(names.1, B.self)]
        self.init(name, parameters, result, summary, isVariadic: isVariadic) { values, frame in
            guard let a = A.read(values[0]), let b = B.read(values[1]) else { return nil }
            return body(a, b, frame)
        }
    }

    init<A: BuiltinArgument, B: BuiltinArgument, C: BuiltinArgument>(
        _ name: String, _ names: (String, String, String), _ result: FEELType, _ summary: String,
        body: @escaping @Sendable (A, B, C, Frame) -> Value?
    ) {
        let parameters = [
            Self.parameter(names.0, A.self), Self.parameter(names.1, B.self), Self.parameter(names.2, C.self),
        ]
        self.init(name, parameters, result, summary, isVariadic: false) { values, frame in
            guard let a = A.read(values[0]), let b = B.read(values[1]), let c = C.read(values[2]) else {
                return nil
            }
            return body(a, b, c, frame)
        }
    }

    init<A: BuiltinArgument, B: BuiltinArgument, C: BuiltinArgument, D: BuiltinArgument>(
        _ name: String, _ names: (String, String, String, String), _ result: FEELType, _ summary: String,
        body: @escaping @Sendable (A, B, C, D, Frame) -> Value?
    ) {
        let parameters = [
            Self.parameter(names.0, A.self), Self.parameter(names.1, B.self), Self.parameter(names.2, C.self),
            Self.parameter(names.3, D.self),
        ]
        self.init(name, parameters, result, summary, isVariadic: false) { values, frame in
            guard let a = A.read(values[0]), let b = B.read(values[1]), let c = C.read(values[2]),
                let d = D.read(values[3])
            else { return nil }
            return body(a, b, c, d, frame)
        }
    }
}
