// Expressions of more than one operand, loosest first:
// or, and, comparison (= < between in), + -, * /, **, unary minus, instance of, and postfix (. [ ( ).

extension Parser {
    /// How tightly an operator binds.
    private enum Precedence: Int {
        case or = 1
        case and, comparison, sum, product, power
    }

    mutating func expression() throws(FEELError) -> Expression {
        try binary(.or)
    }

    /// What may stand on either side of a comparison, and at the ends of a range.
    mutating func arithmetic() throws(FEELError) -> Expression {
        try binary(.sum)
    }

    /// A test or, where no comparison leads it, an expression.
    mutating func test() throws(FEELError) -> Expression {
        guard isComparison, let comparison = Expression.BinaryOperator(rawValue: current.text) else {
            return try expression()
        }
        let start = advance().range
        return try make(.comparison(comparison, try arithmetic()), from: start)
    }

    private var isComparison: Bool { current.kind == .symbol && upcomingPrecedence() == .comparison }

    private mutating func binary(_ loosest: Precedence) throws(FEELError) -> Expression {
        try enter()
        defer { leave() }
        let start = current.range
        var left = try unary()
        while let precedence = upcomingPrecedence(), precedence.rawValue >= loosest.rawValue {
            left = try operation(on: left, precedence, from: start)
        }
        return left
    }

    private mutating func operation(
        on left: Expression, _ precedence: Precedence, from start: SourceRange
    ) throws(FEELError) -> Expression {
        let token = advance()
        switch token.text {
        case "between":
            let low = try arithmetic()
            try expect(word: "and")
            return try make(.between(left, low: low, high: try arithmetic()), from: start)
        case "in":
            return try make(.membership(left, tests: try membershipTests()), from: start)
        default:
            guard let symbol = Expression.BinaryOperator(rawValue: token.text),
                let tighter = Precedence(rawValue: precedence.rawValue + 1)
            else {
                return try make(.binary(.power, left, try unary()), from: start)
            }
            return try make(.binary(symbol, left, try binary(tighter)), from: start)
        }
    }

    private func upcomingPrecedence() -> Precedence? {
        switch current.kind {
        case .symbol: Expression.BinaryOperator(rawValue: current.text).map(Self.precedence)
        case .word where current.text == "between" || current.text == "in": .comparison
        case .word: Expression.BinaryOperator(rawValue: current.text).map(Self.precedence)
        default: nil
        }
    }

    private static func precedence(of operation: Expression.BinaryOperator) -> Precedence {
        switch operation {
        case .or: .or
        case .and: .and
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        case .add, .subtract: .sum
        case .multiply, .divide: .product
        case .power: .power
        }
    }

    /// After `in`: a test, or tests in round brackets.
    private mutating func membershipTests() throws(FEELError) -> [Expression] {
        bracketOfTests = current.range
        let tests = isComparison ? try test() : try arithmetic()
        if case .alternatives(let alternatives) = tests.kind { return alternatives }
        return [tests]
    }

    /// `-a`; a minus before a numeric literal is part of it.
    private mutating func unary() throws(FEELError) -> Expression {
        guard current.isSymbol("-") else { return try typed() }
        try enter()
        defer { leave() }
        let start = current.range
        if peek().kind == .number { return try typed() }
        advance()
        return try make(.negation(try unary()), from: start)
    }

    /// `a instance of type`
    private mutating func typed() throws(FEELError) -> Expression {
        let start = current.range
        var value = try postfix()
        while current.isWord("instance"), peek().isWord("of") {
            advance(by: 2)
            value = try make(.instanceOf(value, try typeName()), from: start)
        }
        return value
    }

    /// `a.b[c](d)`
    private mutating func postfix() throws(FEELError) -> Expression {
        let start = current.range
        var value = try primary()
        while true {
            if current.isSymbol(".") {
                advance()
                value = try make(.path(value, entry: try memberName()), from: start)
            } else if current.isSymbol("["), !closesRangeAtBracket {
                advance()
                openFilters += 1
                let condition = try enclosedExpression()
                openFilters -= 1
                try expect(symbol: "]")
                value = try make(.filter(value, by: condition), from: start)
            } else if current.isSymbol("(") {
                advance()
                value = try make(.invocation(value, try arguments()), from: start)
            } else {
                return value
            }
        }
    }

    /// An expression within brackets, where a `[` is a filter again.
    mutating func enclosedExpression() throws(FEELError) -> Expression {
        let closes = closesRangeAtBracket
        closesRangeAtBracket = false
        defer { closesRangeAtBracket = closes }
        return try expression()
    }

    /// A test within brackets.
    mutating func enclosedTest() throws(FEELError) -> Expression {
        let closes = closesRangeAtBracket
        closesRangeAtBracket = false
        defer { closesRangeAtBracket = closes }
        return try test()
    }
}
