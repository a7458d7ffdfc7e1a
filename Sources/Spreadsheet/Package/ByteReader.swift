/// Reads little-endian numbers of an array, none of them past its end.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int

    /// - Parameter end: where to stop; nil for the end of `bytes`.
    init(_ bytes: [UInt8], at position: Int, end: Int? = nil) {
        self.bytes = bytes
        self.position = position
        self.end = end ?? bytes.count
    }

    /// The next `count` bytes as a number; nil past the end.
    mutating func integer(_ count: Int) -> Int? {
        guard let range = range(count) else { return nil }
        var value: UInt64 = 0
        for byte in bytes[range].reversed() { value = value << 8 | UInt64(byte) }
        return Int(exactly: value)
    }

    /// Where the next `count` bytes are; nil past the end.
    mutating func range(_ count: Int) -> Range<Int>? {
        guard position >= 0, count >= 0, count <= end, position <= end - count else { return nil }
        defer { position += count }
        return position..<position + count
    }
}
