internal import Standards

/// What a sender answers to a doubt about a figure, as the column 说明 says it: a word of the edition's, and text.
struct Explanation {
    let text: String
    let code: ExplanationCode?
    /// Whether it says nothing: 无, or a word that needs a text and has none.
    let isEmpty: Bool

    /// What people put into a cell that they have nothing to say in.
    private static let nothing: Set<String> = ["无", "没有"]

    init(_ text: String, among codes: [ExplanationCode]) {
        self.text = text
        let word = text.narrowed
        let code = codes.first { word.hasPrefix($0.title) }
        let rest = word.dropFirst(code?.title.count ?? 0)
        let saysMore = rest.contains { $0.isLetter || $0.isNumber }
        self.code = code
        isEmpty = Self.nothing.contains(word) || !saysMore && (code?.needsText ?? true)
    }

    /// Whether it is a reason for giving a figure of an earlier year differently.
    var isReason: Bool { code?.isReason == true && !isEmpty }
}
