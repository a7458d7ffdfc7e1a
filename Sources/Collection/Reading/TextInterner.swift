/// Gives each different text a number, in the order in which texts come; quick where the same text comes many times in
/// a row, as the number of a consortium does.
struct TextInterner {
    private(set) var texts: [String]
    private var positions: [String: Int]
    private var lastBytes: [UInt8] = []
    private var lastPosition = -1

    /// Goes on from texts that have their numbers already.
    init(_ texts: [String] = []) {
        self.texts = texts
        positions = Dictionary(zip(texts, texts.indices)) { first, _ in first }
    }

    /// The number of the text in `bytes`, a number in full-width digits and one in half-width ones being the same.
    @inline(__always)
    mutating func position(of bytes: Span<UInt8>) -> Int {
        if lastPosition >= 0, bytes.equals(lastBytes) { return lastPosition }
        return lookUp(bytes)
    }

    private mutating func lookUp(_ bytes: Span<UInt8>) -> Int {
        let text = bytes.string.narrowed
        lastBytes.removeAll(keepingCapacity: true)
        for index in bytes.indices { lastBytes.append(bytes[index]) }
        lastPosition = positions[text] ?? texts.count
        if lastPosition == texts.count {
            texts.append(text)
            positions[text] = lastPosition
        }
        return lastPosition
    }
}
