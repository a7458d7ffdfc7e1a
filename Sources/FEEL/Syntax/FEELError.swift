/// What is wrong with a FEEL text: found before anything is evaluated, with its place and, where one is near, the name
/// that was probably meant.
public struct FEELError: Error, Sendable, Hashable {
    /// The kinds of error; their raw values are stable and fit for logs and tests.
    public enum Code: String, Sendable, CaseIterable {
        /// Something else was expected here.
        case unexpectedToken = "unexpected-token"
        /// The text ends too early.
        case unexpectedEnd = "unexpected-end"
        /// A string has no closing quote.
        case unterminatedString = "unterminated-string"
        /// A comment has no end.
        case unterminatedComment = "unterminated-comment"
        /// A number or an `@"…"` literal is not one.
        case invalidLiteral = "invalid-literal"
        /// A name that is not in scope.
        case unknownName = "unknown-name"
        /// A function that does not exist.
        case unknownFunction = "unknown-function"
        /// An entry that the context is known not to have.
        case unknownEntry = "unknown-entry"
        /// A type that does not exist.
        case unknownType = "unknown-type"
        /// A function called with the wrong number or names of arguments.
        case wrongArguments = "wrong-arguments"
        /// Two entries of a context literal with one name.
        case duplicateEntry = "duplicate-entry"
        /// An argument that a host function refuses.
        case refusedArgument = "refused-argument"
        /// Nested too deep.
        case tooDeep = "too-deep"
        /// Too long a text.
        case tooLong = "too-long"
    }

    /// The kind of error.
    public let code: Code
    /// What is wrong, in Chinese, without the place.
    public let message: String
    /// Where.
    public let range: SourceRange
    /// The offending piece of text; empty at the end of the text.
    public let piece: String
    /// The name that was probably meant.
    public let suggestion: String?

    /// An error at a place.
    public init(_ code: Code, _ message: String, at range: SourceRange, piece: String, suggestion: String? = nil) {
        self.code = code
        self.message = message
        self.range = range
        self.piece = piece
        self.suggestion = suggestion
    }
}

extension FEELError: CustomStringConvertible {
    /// Place, message and suggestion on one line.
    public var description: String {
        let remedy = suggestion.map { "是否想写 \($0)？" } ?? ""
        return "第 \(range.line) 行第 \(range.column) 列：\(message)\(remedy)"
    }
}
