/// A sentence for people with FEEL in it: `{本年.到位经费}` stands for the value of what is between the braces.
package struct Template: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case words(String)
        case formula(Formula)
    }

    package let parts: [Part]

    /// Reads `text`, which begins at `line` and `column` of `file`; nil where a brace has no partner.
    ///
    /// Braces within FEEL's strings and contexts are FEEL's own.
    package init?(_ text: String, file: String, line: Int, column: Int) {
        var parts: [Part] = []
        var words = ""
        var formula = ""
        var formulaColumn = 0
        var depth = 0
        var isInString = false
        for (offset, character) in text.unicodeScalars.enumerated() {
            if depth > 0, character == "\"" { isInString.toggle() }
            if !isInString, character == "{" {
                depth += 1
                if depth == 1 {
                    if !words.isEmpty { parts.append(.words(words)) }
                    (words, formula, formulaColumn) = ("", "", column + offset + 1)
                    continue
                }
            }
            if !isInString, character == "}" {
                guard depth > 0 else { return nil }
                depth -= 1
                if depth == 0 {
                    parts.append(.formula(Formula(text: formula, file: file, line: line, column: formulaColumn)))
                    continue
                }
            }
            if depth > 0 { formula.unicodeScalars.append(character) } else { words.unicodeScalars.append(character) }
        }
        guard depth == 0 else { return nil }
        if !words.isEmpty { parts.append(.words(words)) }
        self.parts = parts
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
}
