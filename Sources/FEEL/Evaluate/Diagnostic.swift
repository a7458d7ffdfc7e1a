/// Why an evaluation met a null that no input brought.
public struct Diagnostic: Sendable, Hashable {
    /// The kinds of reason; their raw values are stable.
    public enum Code: String, Sendable {
        /// An operator between values it is not defined for, or without a result.
        case undefinedOperation = "undefined-operation"
        /// A function called with arguments it does not take.
        case wrongArguments = "wrong-arguments"
        /// A call of something that is not a function.
        case notAFunction = "not-a-function"
        /// A name, function, type or literal that does not exist, in a lenient program.
        case unresolved
        /// The evaluation took too many steps, or built too large a value.
        case limit
    }

    /// The kind of reason.
    public let code: Code
    /// The reason, in Chinese.
    public let message: String
}
