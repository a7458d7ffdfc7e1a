/// The words by which registers mean a document; white space, quotes and the case of letters aside.
struct DocumentWords: Sendable, Hashable {
    private let keys: Set<String>

    init(_ words: [String]) {
        keys = Set(words.map(Self.key)).subtracting([""])
    }

    func contains(_ text: String) -> Bool { keys.contains(Self.key(text)) }

    private static func key(_ text: String) -> String {
        String(text.lowercased().filter { !$0.isWhitespace && !"《》“”\"".contains($0) })
    }
}
