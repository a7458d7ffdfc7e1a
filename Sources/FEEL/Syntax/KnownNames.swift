/// The names a text may use that the parser cannot tell from operators and neighbours by itself: those of several
/// words, or with `+ - * / . '` in them. It takes the longest that fits.
public struct KnownNames: Sendable {
    /// What stands at a place where a variable or a function may.
    var variables = NameTable()
    /// What may follow a dot, and stand within a filter.
    var members = NameTable()
    /// The types.
    var types = NameTable()

    /// The built-in functions, properties and types, and the names given.
    public init(
        variables: some Sequence<String> = [], members: some Sequence<String> = [], types: some Sequence<String> = []
    ) {
        self = Self.builtIn
        for name in variables { self.variables.insert(name) }
        for name in members { self.members.insert(name) }
        for name in types { self.types.insert(name) }
    }

    private init(builtIn: Void) {
        for function in Builtin.all { variables.insert(function.name) }
        for property in ["time offset", "start included", "end included"] { members.insert(property) }
        for type in FEELType.named.keys { types.insert(type) }
    }

    static let builtIn = KnownNames(builtIn: ())
}

/// Names of several tokens, found by their first.
struct NameTable: Sendable {
    private struct Entry: Sendable {
        let name: String
        let tokens: [Token]
    }
    private var entries: [String: [Entry]] = [:]

    /// All names in the table.
    var names: [String] { entries.values.flatMap { $0.map(\.name) }.sorted() }

    /// Adds a name; one that is a single word needs no table and is left out.
    mutating func insert(_ name: String) {
        guard let tokens = try? Lexer.tokens(of: name).dropLast(), tokens.count > 1, tokens[0].kind == .word else {
            return
        }
        let first = tokens[0].text
        guard entries[first]?.contains(where: { $0.name == name }) != true else { return }
        entries[first, default: []].append(Entry(name: name, tokens: Array(tokens)))
    }

    /// The longest name that stands at the start of `tokens`, and how many tokens it takes.
    ///
    /// Spacing counts: `a - b` is not the name `a-b`, and a space in a name may be any white space.
    func longest(at tokens: ArraySlice<Token>) -> (name: String, count: Int)? {
        guard let first = tokens.first, first.kind == .word, let candidates = entries[first.text] else { return nil }
        var longest: (name: String, count: Int)?
        for entry in candidates where entry.tokens.count > longest?.count ?? 1 {
            let matches =
                tokens.count >= entry.tokens.count
                && zip(entry.tokens, tokens).enumerated().allSatisfy { position, pair in
                    pair.0.kind == pair.1.kind && pair.0.text == pair.1.text
                        && (position == 0 || pair.0.isSpaced == pair.1.isSpaced)
                }
            if matches { longest = (entry.name, entry.tokens.count) }
        }
        return longest
    }
}
