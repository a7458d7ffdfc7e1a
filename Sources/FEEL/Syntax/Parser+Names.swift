// Names: declared, referred to, and of types.

extension Parser {
    private static let nameSymbols: Set<String> = [".", "/", "-", "'", "+", "*"]

    /// The name in scope of several tokens that stands here.
    func knownVariable() -> (name: String, count: Int)? {
        let variable = names.variables.longest(at: rest)
        guard openFilters > 0, let member = names.members.longest(at: rest) else { return variable }
        return member.count > variable?.count ?? 0 ? member : variable
    }

    /// The name after a dot.
    mutating func memberName() throws(FEELError) -> Expression.Name {
        let start = current.range
        if let known = names.members.longest(at: rest) {
            advance(by: known.count)
            return Expression.Name(text: known.name, range: range(from: start))
        }
        guard current.kind == .word else { throw unexpected(expecting: "属性名") }
        return Expression.Name(text: advance().text, range: start)
    }

    /// A name that the text declares here: every token up to one that `isEnd`, spaces made single.
    mutating func declaredName(endingAt isEnd: (Token) -> Bool) throws(FEELError) -> Expression.Name {
        let start = current.range
        guard current.kind == .word else { throw unexpected(expecting: "名称") }
        var text = ""
        while !isEnd(current) {
            let isPart =
                current.kind == .word || current.kind == .number
                || current.kind == .symbol && Self.nameSymbols.contains(current.text)
            guard isPart else { throw unexpected(expecting: nil) }
            if current.isSpaced && !text.isEmpty { text += " " }
            text += source.piece(advance().range)
        }
        return Expression.Name(text: text, range: range(from: start))
    }

    /// The name of a context's entry: a name or a string.
    mutating func entryName() throws(FEELError) -> Expression.Name {
        guard current.kind != .string else {
            let token = advance()
            return Expression.Name(text: token.text, range: token.range)
        }
        return try declaredName(endingAt: { $0.isSymbol(":") })
    }

    /// The arguments of an invocation and its closing bracket; the opening one has been read.
    mutating func arguments() throws(FEELError) -> [Expression.Argument] {
        let closes = closesRangeAtBracket
        closesRangeAtBracket = false
        defer { closesRangeAtBracket = closes }
        var arguments: [Expression.Argument] = []
        if !current.isSymbol(")") {
            repeat {
                var name: Expression.Name?
                if isNamedArgument() {
                    name = try declaredName(endingAt: { $0.isSymbol(":") })
                    advance()
                }
                arguments.append(Expression.Argument(name: name, value: try test()))
            } while skip(symbol: ",")
        }
        try expect(symbol: ")")
        return arguments
    }

    private func isNamedArgument() -> Bool {
        let next = rest.drop { $0.kind == .word || $0.kind == .symbol && Self.nameSymbols.contains($0.text) }.first
        return current.kind == .word && next?.isSymbol(":") == true
    }

    // MARK: Types

    mutating func typeName() throws(FEELError) -> TypeName {
        try enter()
        defer { leave() }
        let start = current.range
        if let known = names.types.longest(at: rest) {
            advance(by: known.count)
            return .named(known.name, range(from: start))
        }
        guard current.kind == .word else { throw unexpected(expecting: "类型名") }
        let word = advance().text
        guard current.isSymbol("<") else {
            var name = word
            while current.isSymbol("."), peek().kind == .word {
                advance()
                name += "." + advance().text
            }
            return .named(name, range(from: start))
        }
        advance()
        switch word {
        case "list":
            let element = try typeName()
            try expect(symbol: ">")
            return .list(element)
        case "range":
            let element = try typeName()
            try expect(symbol: ">")
            return .range(element)
        case "context": return .context(try contextEntries())
        case "function": return try functionType()
        default: throw unexpected(expecting: nil)
        }
    }

    private mutating func contextEntries() throws(FEELError) -> [TypeName.Entry] {
        var entries: [TypeName.Entry] = []
        if !current.isSymbol(">") {
            repeat {
                let name = try entryName()
                try expect(symbol: ":")
                entries.append(TypeName.Entry(name: name.text, type: try typeName()))
            } while skip(symbol: ",")
        }
        try expect(symbol: ">")
        return entries
    }

    private mutating func functionType() throws(FEELError) -> TypeName {
        var parameters: [TypeName] = []
        if !current.isSymbol(">") {
            repeat { parameters.append(try typeName()) } while skip(symbol: ",")
        }
        try expect(symbol: ">")
        try expect(symbol: "->")
        return .function(parameters, result: try typeName())
    }
}
