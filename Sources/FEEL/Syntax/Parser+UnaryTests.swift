// Unary tests: the cells of a decision table.

extension Parser {
    mutating func unaryTests() throws(FEELError) -> Expression {
        let start = current.range
        if current.isSymbol("-"), peek().kind == .end {
            advance()
            return try make(.anything, from: start)
        }
        if let excluded = try exclusion() { return excluded }
        return try alternatives(from: start)
    }

    /// `not(a, b)` as the whole of the tests; nil, with nothing read, where it is not that.
    private mutating func exclusion() throws(FEELError) -> Expression? {
        guard current.isWord("not"), peek().isSymbol("(") else { return nil }
        let before = self
        let start = current.range
        advance(by: 2)
        let tests = try tests()
        try expect(symbol: ")")
        guard current.kind == .end else {
            self = before
            return nil
        }
        return try make(.exclusion(tests), from: start)
    }

    private mutating func alternatives(from start: SourceRange) throws(FEELError) -> Expression {
        let tests = try tests()
        return try make(.alternatives(tests), from: start)
    }

    private mutating func tests() throws(FEELError) -> [Expression] {
        var tests = [try test()]
        while skip(symbol: ",") { tests.append(try test()) }
        return tests
    }
}
