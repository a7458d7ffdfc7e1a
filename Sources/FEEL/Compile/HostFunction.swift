/// A function that the host of the rules provides, such as `actual("6.1.2")`.
///
/// A call is bound once, when the program is compiled: arguments that are literals are known by then, so the host looks
/// up what they name and refuses what it does not know, with line and column. At run time the bound call reads the
/// environment given to `Program.evaluate`.
public struct HostFunction: Sendable {
    /// A parameter of a host function.
    public struct Parameter: Sendable {
        /// The parameter's name.
        public let name: String
        /// The type an argument should have.
        public let type: FEELType

        /// A parameter.
        public init(_ name: String, _ type: FEELType = .any) {
            self.name = name
            self.type = type
        }
    }

    /// Why the host refuses an argument.
    public struct Refusal: Error, Sendable {
        /// The argument's index, from 0, in the order of the parameters.
        public let argument: Int
        /// What is wrong with it, in Chinese.
        public let message: String
        /// What was probably meant.
        public let suggestion: String?

        /// A refusal of an argument, the first unless another is named.
        public init(argument: Int = 0, _ message: String, suggestion: String? = nil) {
            self.argument = argument
            self.message = message
            self.suggestion = suggestion
        }
    }

    /// Binds a call. `literals` has an element a parameter, in their order: the value of an argument that is a literal,
    /// nil for one known only at run time.
    /// - Throws: ``Refusal`` of a literal that the host does not know. The compiler makes a ``FEELError`` of it, at the
    ///   argument's place.
    public typealias Binding = @Sendable (_ literals: [Value?]) throws(Refusal) -> HostCall

    /// The function's name.
    public let name: String
    /// What it takes, in order.
    public let parameters: [Parameter]
    /// The type of the result where a call is not bound to a narrower one.
    public let result: FEELType
    /// What it does: one line in Chinese.
    public let summary: String
    /// Binds a call of it.
    public let bind: Binding

    /// A host function.
    /// - Parameters:
    ///   - name: the name that rules call it by.
    ///   - parameters: what it takes, in order; every one must be given.
    ///   - result: the type of the result where a call is not bound to a narrower one.
    ///   - summary: what it does, one line in Chinese.
    ///   - bind: binds a call of it: when a text is compiled, and at each call of the function as a value, where no
    ///     literal is known.
    public init(
        _ name: String, _ parameters: [Parameter], result: FEELType = .any, summary: String = "",
        bind: @escaping Binding
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.summary = summary
        self.bind = bind
    }
}

/// A call of a host function, bound to the literals among its arguments.
public struct HostCall: Sendable {
    /// What a call comes to.
    ///
    /// `arguments` are the values in the order of the parameters; a call bound wholly to literals gets none of them,
    /// having seen them when it was bound. `host` is the environment that `Program.evaluate` was given.
    public typealias Body = @Sendable (_ arguments: [Value], _ host: AnyObject?) -> Value

    /// The type of the result, a number's unit included; nil where it is the function's own.
    public let type: FEELType?
    let body: Body

    /// A bound call that reads no environment, or environments of several classes.
    public init(type: FEELType? = nil, _ body: @escaping Body) {
        self.type = type
        self.body = body
    }

    /// A bound call that reads an environment of one class.
    ///
    /// Without an environment the call is null. One of another class is a mistake of the host's, not of the data: it
    /// stops the program with a message that names both classes. The check costs some nanoseconds a call, least where
    /// the class is final.
    /// - Parameters:
    ///   - type: the type of the result, a number's unit included; nil where it is the function's own.
    ///   - environment: the class of what `Program.evaluate` is given as `host`.
    ///   - body: the value for the arguments, as ``Body`` gets them, and the environment.
    @inlinable
    public init<Environment: AnyObject>(
        type: FEELType? = nil, reading environment: Environment.Type,
        _ body: @escaping @Sendable (_ arguments: [Value], _ environment: Environment) -> Value
    ) {
        self.init(type: type) { arguments, host in
            guard let host else { return .null }
            guard let environment = host as? Environment else {
                fatalError("a host function reads \(Environment.self) and was given \(Swift.type(of: host))")
            }
            return body(arguments, environment)
        }
    }
}
