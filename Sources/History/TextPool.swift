/// The texts of a panel, and the numbers too long to pack, by their place.
package struct TextPool: Sendable, Hashable {
    package private(set) var texts: [String] = []

    package init(texts: [String] = []) {
        self.texts = texts
    }

    mutating func place(of text: String) -> Int64 {
        if let place = texts.firstIndex(of: text) { return Int64(place) }
        texts.append(text)
        return Int64(texts.count - 1)
    }

    /// The text at `place`, empty where the panel has no such text.
    @usableFromInline
    subscript(place: Int64) -> String {
        texts.indices.contains(Int(place)) ? texts[Int(place)] : ""
    }
}
