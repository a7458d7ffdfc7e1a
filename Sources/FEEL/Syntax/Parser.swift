/// Reads FEEL text by recursive descent into the one tree of ``Expression``.
///
/// FEEL's grammar alone does not say where a name ends (`a-b`, `date and time`): the parser is given the names in scope
/// and takes the longest that fits.
public struct Parser {
    let source: String
    let limits: Limits
    private let tokens: [Token]
    private var index = 0
    private var nesting = 0
    /// Grows as the text declares names of its own.
    var names: KnownNames
    /// How many filters are open: within one, the entries of its items are names.
    var openFilters = 0
    /// Whether a `[` closes the range at hand instead of opening a filter.
    var closesRangeAtBracket = false
    /// The token right after `in`: a round bracket there may hold several tests.
    var bracketOfTests: SourceRange?

    private init(_ source: String, names: KnownNames, limits: Limits) throws(FEELError) {
        self.source = source
        self.names = names
        self.limits = limits
        guard source.utf8.count <= limits.length else {
            let start = SourceRange(start: 0, end: 0, line: 1, column: 1)
            throw FEELError(.tooLong, "表达式过长：超过 \(limits.length) 字节。", at: start, piece: "")
        }
        tokens = try Lexer.tokens(of: source)
    }

    /// The expression that `source` is, whole.
    public static func expression(
        _ source: String, names: KnownNames = KnownNames(), limits: Limits = Limits()
    ) throws(FEELError) -> Expression {
        var parser = try Parser(source, names: names, limits: limits)
        let expression = try parser.expression()
        try parser.expectEnd()
        return expression
    }

    /// The unary tests that `source` is, whole: `-`, `< 5, [10..20]`, `not("a")`.
    public static func unaryTests(
        _ source: String, names: KnownNames = KnownNames(), limits: Limits = Limits()
    ) throws(FEELError) -> Expression {
        var parser = try Parser(source, names: names, limits: limits)
        let tests = try parser.unaryTests()
        try parser.expectEnd()
        return tests
    }

    /// The type that `source` names, whole: `list<number>`.
    public static func type(
        _ source: String, names: KnownNames = KnownNames(), limits: Limits = Limits()
    ) throws(FEELError) -> TypeName {
        var parser = try Parser(source, names: names, limits: limits)
        let type = try parser.typeName()
        try parser.expectEnd()
        return type
    }
}

// MARK: - Tokens

extension Parser {
    /// The token at hand.
    var current: Token { tokens[index] }

    /// The tokens from the one at hand on.
    var rest: ArraySlice<Token> { tokens[index...] }

    func peek(_ ahead: Int = 1) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

    @discardableResult
    mutating func advance(by count: Int = 1) -> Token {
        let token = tokens[index]
        index = min(index + count, tokens.count - 1)
        return token
    }

    mutating func skip(symbol: String) -> Bool {
        guard current.isSymbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func skip(word: String) -> Bool {
        guard current.isWord(word) else { return false }
        advance()
        return true
    }

    mutating func expect(symbol: String) throws(FEELError) {
        guard skip(symbol: symbol) else { throw unexpected(expecting: symbol) }
    }

    mutating func expect(word: String) throws(FEELError) {
        guard skip(word: word) else { throw unexpected(expecting: word) }
    }

    private func expectEnd() throws(FEELError) {
        guard current.kind == .end else { throw unexpected(expecting: nil) }
    }

    /// From `start` to the last token read.
    func range(from start: SourceRange) -> SourceRange {
        index > 0 ? start.extended(to: tokens[index - 1].range) : start
    }
}

// MARK: - Bounds and errors

extension Parser {
    /// Enters a level of nesting; each call needs a ``leave()``.
    mutating func enter() throws(FEELError) {
        nesting += 1
        if nesting > limits.depth { throw tooDeep(at: current.range) }
    }

    mutating func leave() { nesting -= 1 }

    /// An expression from `start` to the last token read.
    ///
    /// Mutating, so that `self` is taken after the arguments, which often read on, are evaluated.
    mutating func make(_ kind: Expression.Kind, from start: SourceRange) throws(FEELError) -> Expression {
        let expression = Expression(kind, at: range(from: start))
        if expression.nesting > limits.depth { throw tooDeep(at: start) }
        guard expression.depth <= limits.levels else {
            throw FEELError(
                .tooDeep, "表达式过长：一串运算超过 \(limits.levels) 项。", at: start, piece: source.piece(start))
        }
        return expression
    }

    private func tooDeep(at range: SourceRange) -> FEELError {
        FEELError(.tooDeep, "表达式嵌套过深：超过 \(limits.depth) 层。", at: range, piece: source.piece(range))
    }

    /// The error that the token at hand is not what may stand here.
    func unexpected(expecting expected: String?) -> FEELError {
        let wanted = expected.map { "，应为“\($0)”" } ?? ""
        guard current.kind != .end else {
            return FEELError(.unexpectedEnd, "表达式没有写完\(wanted)。", at: current.range, piece: "")
        }
        let piece = source.piece(current.range)
        return FEELError(
            .unexpectedToken, "此处不应出现“\(piece.prefix(40))”\(wanted)。", at: current.range, piece: piece,
            suggestion: HalfWidth.form(of: piece) ?? nameMeant())
    }

    /// The known name of several words that the words around the token at hand come nearest to.
    private func nameMeant() -> String? {
        guard index > 0, current.kind == .word else { return nil }
        var first = index
        while first > 0, tokens[first - 1].kind == .word { first -= 1 }
        let words = tokens[first...].prefix { $0.kind == .word }.map(\.text).joined(separator: " ")
        return NameSuggestion.nearest(to: words, among: names.variables.names)
    }
}
