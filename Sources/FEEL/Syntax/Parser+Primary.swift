// Literals, names, what brackets enclose, and the forms led by a keyword.

extension Parser {
    private static let reserved: Set<String> = [
        "and", "or", "in", "between", "then", "else", "return", "satisfies", "instance", "of",
    ]

    mutating func primary() throws(FEELError) -> Expression {
        let token = current
        switch token.kind {
        case .number: return try number(from: token.range)
        case .string:
            advance()
            return try make(.string(token.text), from: token.range)
        case .word: return try word()
        case .end: throw unexpected(expecting: nil)
        case .symbol:
            switch token.text {
            case "-" where peek().kind == .number:
                advance()
                return try number(from: token.range, isNegative: true)
            case "?":
                advance()
                return try make(.name("?"), from: token.range)
            case "@": return try temporal()
            case "(": return try bracketed()
            case "[": return try listOrRange()
            case "]":
                advance()
                return try rangeTail(low: try enclosedExpression(), lowIncluded: false, from: token.range)
            case "{": return try context()
            default: throw unexpected(expecting: nil)
            }
        }
    }

    private mutating func number(from start: SourceRange, isNegative: Bool = false) throws(FEELError) -> Expression {
        let token = advance()
        guard let value = Decimal128(token.text), value.isFinite else {
            throw FEELError(.invalidLiteral, "数字超出范围。", at: token.range, piece: token.text)
        }
        return try make(.number(isNegative ? -value : value), from: start)
    }

    private mutating func temporal() throws(FEELError) -> Expression {
        let start = advance().range
        guard current.kind == .string else { throw unexpected(expecting: "@\"…\"") }
        return try make(.temporal(advance().text), from: start)
    }

    private mutating func word() throws(FEELError) -> Expression {
        let token = current
        if let known = knownVariable() {
            advance(by: known.count)
            return try make(.name(known.name), from: token.range)
        }
        switch token.text {
        case "null":
            advance()
            return try make(.null, from: token.range)
        case "true", "false":
            advance()
            return try make(.boolean(token.text == "true"), from: token.range)
        case "if": return try conditional()
        case "for": return try iteration()
        case "some", "every": return try quantified()
        case "function": return try function()
        case let word where Self.reserved.contains(word): throw unexpected(expecting: nil)
        default:
            advance()
            return try make(.name(token.text), from: token.range)
        }
    }

    // MARK: Brackets

    /// `(a)`, `(a..b]`, `(< a)`, and right after `in` also `(a, b)`
    private mutating func bracketed() throws(FEELError) -> Expression {
        let start = advance().range
        let first = try enclosedTest()
        if current.isSymbol("..") { return try rangeTail(low: first, lowIncluded: false, from: start) }
        guard start == bracketOfTests, current.isSymbol(",") else {
            try expect(symbol: ")")
            return first
        }
        var tests = [first]
        while skip(symbol: ",") { tests.append(try enclosedTest()) }
        try expect(symbol: ")")
        return try make(.alternatives(tests), from: start)
    }

    /// `[a, b]`, `[a..b)`
    private mutating func listOrRange() throws(FEELError) -> Expression {
        let start = advance().range
        var items: [Expression] = []
        if !current.isSymbol("]") {
            repeat {
                items.append(try enclosedTest())
                if items.count == 1, current.isSymbol("..") {
                    return try rangeTail(low: items[0], lowIncluded: true, from: start)
                }
            } while skip(symbol: ",")
        }
        try expect(symbol: "]")
        return try make(.list(items), from: start)
    }

    /// `..b)` of a range whose start has been read.
    private mutating func rangeTail(
        low: Expression, lowIncluded: Bool, from start: SourceRange
    ) throws(FEELError) -> Expression {
        try expect(symbol: "..")
        let closes = closesRangeAtBracket
        closesRangeAtBracket = true
        let high = try arithmetic()
        closesRangeAtBracket = closes
        guard current.isSymbol(")") || current.isSymbol("]") || current.isSymbol("[") else {
            throw unexpected(expecting: "]")
        }
        let highIncluded = advance().text == "]"
        return try make(
            .range(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded), from: start)
    }

    /// `{a: 1, "b c": 2}`
    private mutating func context() throws(FEELError) -> Expression {
        let start = advance().range
        let outer = names.variables
        defer { names.variables = outer }
        var entries: [Expression.Entry] = []
        var seen: Set<String> = []
        if !current.isSymbol("}") {
            repeat {
                let name = try entryName()
                guard seen.insert(name.text).inserted else {
                    throw FEELError(
                        .duplicateEntry, "同一上下文中“\(name.text)”出现了两次。", at: name.range,
                        piece: source.piece(name.range))
                }
                try expect(symbol: ":")
                let value = try enclosedExpression()
                entries.append(Expression.Entry(name: name, value: value))
                names.variables.insert(name.text)
                names.members.insert(name.text)
            } while skip(symbol: ",")
        }
        try expect(symbol: "}")
        return try make(.context(entries), from: start)
    }

    // MARK: Keywords

    private mutating func conditional() throws(FEELError) -> Expression {
        let start = advance().range
        let condition = try expression()
        try expect(word: "then")
        let then = try expression()
        try expect(word: "else")
        return try make(.conditional(condition, then: then, otherwise: try expression()), from: start)
    }

    private mutating func iteration() throws(FEELError) -> Expression {
        let start = advance().range
        let outer = names.variables
        defer { names.variables = outer }
        let iterators = try iterators()
        try expect(word: "return")
        return try make(.iteration(iterators, body: try expression()), from: start)
    }

    private mutating func quantified() throws(FEELError) -> Expression {
        let keyword = advance()
        let outer = names.variables
        defer { names.variables = outer }
        let iterators = try iterators()
        try expect(word: "satisfies")
        let condition = try expression()
        return try make(
            .quantified(keyword.text == "some" ? .some : .every, iterators, condition: condition),
            from: keyword.range)
    }

    /// `i in a, j in 1..3`
    private mutating func iterators() throws(FEELError) -> [Expression.Iterator] {
        var iterators: [Expression.Iterator] = []
        repeat {
            let name = try declaredName(endingAt: { $0.isWord("in") })
            try expect(word: "in")
            let domain = try expression()
            let end = skip(symbol: "..") ? try expression() : nil
            iterators.append(Expression.Iterator(name: name, domain: domain, end: end))
            names.variables.insert(name.text)
        } while skip(symbol: ",")
        return iterators
    }

    /// `function(a, b: number) a + b`, `function(a) external {…}`
    private mutating func function() throws(FEELError) -> Expression {
        let start = advance().range
        try expect(symbol: "(")
        let outer = names.variables
        defer { names.variables = outer }
        var parameters: [Expression.Parameter] = []
        if !current.isSymbol(")") {
            repeat {
                let name = try declaredName(endingAt: { $0.isSymbol(",") || $0.isSymbol(")") || $0.isSymbol(":") })
                let type = skip(symbol: ":") ? try typeName() : nil
                parameters.append(Expression.Parameter(name: name, type: type))
                names.variables.insert(name.text)
            } while skip(symbol: ",")
        }
        try expect(symbol: ")")
        if skip(word: "external") {
            return try make(.externalFunction(parameters, mapping: try expression()), from: start)
        }
        return try make(.function(parameters, body: try expression()), from: start)
    }
}
