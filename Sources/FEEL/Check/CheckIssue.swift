/// Something a check found in a rule before any data was seen.
public struct CheckIssue: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Comparable {
        /// It may be meant so.
        case warning
        /// The rule cannot do what it says.
        case error

        /// Warnings before errors.
        public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
    }

    /// What was found; the raw values are stable and fit for logs and tests.
    public enum Code: String, Sendable, CaseIterable {
        /// The text is not FEEL; see the message.
        case syntax
        /// A name that is not in scope.
        case unknownName = "unknown-name"
        /// An entry that the context does not have.
        case unknownEntry = "unknown-entry"
        /// A type that does not exist.
        case unknownType = "unknown-type"
        /// A function called with the wrong number or names of arguments.
        case wrongArguments = "wrong-arguments"
        /// An operation that is null whatever the data, because it is not defined for values of these types.
        case alwaysNull = "always-null"
        /// Amounts in different units compared, added or subtracted.
        case unitMismatch = "unit-mismatch"
        /// A value of another type than the one wanted here.
        case typeMismatch = "type-mismatch"
        /// A division by something that may be zero.
        case divisionByZero = "division-by-zero"
        /// A rule of a decision table that can never apply.
        case unreachableRule = "unreachable-rule"
        /// Two rules that apply to the same inputs, though at most one may.
        case overlappingRules = "overlapping-rules"
        /// Inputs that no rule of a decision table applies to.
        case missingRule = "missing-rule"
    }

    /// How bad it is.
    public let severity: Severity
    /// What was found.
    public let code: Code
    /// What was found, in Chinese, without the place.
    public let message: String
    /// Where: in the text that was checked, or in the cell of the table.
    public let range: SourceRange
    /// The offending piece of text.
    public let piece: String
    /// What was probably meant.
    public let suggestion: String?
    /// The rule of the decision table, from 1; nil outside of tables and for a table as a whole.
    public var row: Int?
    /// The column of the decision table, from 1, inputs before outputs; nil outside of tables.
    public var column: Int?

    init(
        _ severity: Severity, _ code: Code, _ message: String, at range: SourceRange, piece: String = "",
        suggestion: String? = nil, row: Int? = nil, column: Int? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.range = range
        self.piece = piece
        self.suggestion = suggestion
        self.row = row
        self.column = column
    }

    /// What the parser refused.
    init(_ error: FEELError) {
        let code: Code =
            switch error.code {
            case .unknownName, .unknownFunction: .unknownName
            case .unknownEntry: .unknownEntry
            case .unknownType: .unknownType
            case .wrongArguments, .refusedArgument: .wrongArguments
            default: .syntax
            }
        self.init(
            .error, code, error.message, at: error.range, piece: error.piece, suggestion: error.suggestion)
    }
}

extension CheckIssue: CustomStringConvertible {
    /// Place, message and suggestion on one line.
    public var description: String {
        let cell = [row.map { "规则 \($0)" }, column.map { "第 \($0) 栏" }].compactMap { $0 }.joined()
        let place = cell + (range.line > 0 ? (cell.isEmpty ? "" : "，") + "第 \(range.line) 行第 \(range.column) 列" : "")
        let remedy = suggestion.map { "是否想写 \($0)？" } ?? ""
        return (place.isEmpty ? "" : place + "：") + message + remedy
    }
}
