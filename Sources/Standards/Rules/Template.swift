/// A sentence for people with FEEL in it: `{本年.到位经费}` stands for the value of what is between the braces.
package struct Template: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case words(String)
        case formula(Formula)
    }

    package let parts: [Part]

    /// Reads `text`, which begins at `line` and `column` of `file`; nil where a brace has no partner.
    ///
    /// Braces within FEEL's own strings and contexts are FEEL's.
    package init?(_ text: String, file: String, line: Int, column: Int) {
        var parts: [Part] = []
        var rest = Array(text.unicodeScalars)[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            let inside = rest[(brace + 1)...]
            guard rest[brace] == "{", let end = Self.closingBrace(of: inside) else { return nil }
            if brace > rest.startIndex { parts.append(.words(Self.string(rest[..<brace]))) }
            parts.append(
                .formula(
                    Formula(
                        text: Self.string(inside[..<end]), file: file, line: line, column: column + inside.startIndex)))
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty { parts.append(.words(Self.string(rest))) }
        self.parts = parts
    }

    /// A sentence without formulas.
    package init(words: String) {
        parts = [.words(words)]
    }

    package var formulas: [Formula] {
        parts.compactMap { if case .formula(let formula) = $0 { formula } else { nil } }
    }

    /// The sentence, with what `value` says for each formula.
    package func filled(_ value: (Formula) -> String) -> String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .formula(let formula): value(formula)
            }
        }.joined()
    }

    private static func closingBrace(of scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var depth = 1
        var isInString = false
        for (place, scalar) in zip(scalars.indices, scalars) {
            switch scalar {
            case "\"": isInString.toggle()
            case "{" where !isInString: depth += 1
            case "}" where !isInString: depth -= 1
            default: break
            }
            if depth == 0 { return place }
        }
        return nil
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
