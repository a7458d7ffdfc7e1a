extension StringProtocol {
    /// The text with full-width letters, digits and signs (Ａ１％) and the ideographic space made narrow, and without
    /// white space at its ends.
    var narrowed: String {
        guard mayBeWide else { return trimmed }
        return String(String.UnicodeScalarView(unicodeScalars.map(\.narrow))).trimmed
    }

    /// The text without white space at its ends.
    var trimmed: String {
        // Most texts begin and end with a letter or a digit, which is seen without looking at characters.
        let scalars = unicodeScalars
        if let first = scalars.first, let last = scalars.last, ("!"..."~").contains(first), ("!"..."~").contains(last) {
            return String(self)
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Whether the text has a byte that full-width signs (EF), the ideographic space (E3) or the fixed space (C2) begin
    /// with.
    private var mayBeWide: Bool { utf8.contains { $0 == 0xEF || $0 == 0xE3 || $0 == 0xC2 } }
}

extension Unicode.Scalar {
    /// The narrow one of a full-width letter, digit or sign, and of the spaces that are not ASCII's; any other as it is.
    var narrow: Unicode.Scalar {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0))
        case 0x3000, 0xA0: " "
        default: self
        }
    }
}

extension String {
    /// The longest start of the text that has at most `limit` bytes.
    package func prefix(utf8 limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = utf8.index(startIndex, offsetBy: limit)
        while end.samePosition(in: self) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}

extension Span where Element == UInt8 {
    var string: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    @inline(__always)
    func equals(_ bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        for index in indices where self[index] != bytes[index] { return false }
        return true
    }

    @inline(__always)
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in indices where self[index] != text.utf8Start[index] { return false }
        return true
    }
}
