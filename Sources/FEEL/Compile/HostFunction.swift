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
        /// The argument's index.
        public let argument: Int
        /// What is wrong with it, in Chinese.
        public let message: String
        /// What was probably meant.
        public let suggestion: String?

        /// A refusal of an argument.
        public init(argument: Int = 0, _ message: String, suggestion: String? = nil) {
            self.argument = argument
            self.message = message
            self.suggestion = suggestion
        }
    }

    /// Binds a call: a value for each argument that is a literal, nil for those known only at run time.
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
    /// The value for the arguments and the environment that `Program.evaluate` was given. A call bound wholly to
    /// literals gets an empty array of arguments.
    public typealias Body = @Sendable (_ arguments: [Value], _ host: AnyObject?) -> Value

    /// The type of the result, a number's unit included; nil where it is the function's own.
    public let type: FEELType?
    let body: Body

    /// A bound call. A `body` that knows the class of its environment may use `unsafeDowncast`.
    public init(type: FEELType? = nil, _ body: @escaping Body) {
        self.type = type
        self.body = body
    }
}
