/// A lexical unit of FEEL.
///
/// Names with spaces or operators in them are not lexical: the parser joins tokens into them, knowing what is in scope.
struct Token: Sendable {
    enum Kind: Sendable, Hashable {
        /// A run of name characters, keywords included.
        case word
        /// A numeric literal.
        case number
        /// A string literal; `text` is its value.
        case string
        /// An operator or a bracket, or a character that can only be part of a name.
        case symbol
        /// The end of the text.
        case end
    }

    let kind: Kind
    let text: String
    let range: SourceRange
    /// Whether white space or a comment stands before it.
    let isSpaced: Bool

    func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
    func isWord(_ word: String) -> Bool { kind == .word && text == word }
}
