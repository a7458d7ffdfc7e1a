/// Characters that XML does not have are written `_x000D_` in a workbook; a text that looks like that has its first
/// underscore written so: `_x005F_x000D_`.
enum EscapedText {
    /// Replaces what is escaped in `text` from `start` on.
    static func unescape(_ text: inout [UInt8], from start: Int) {
        guard var read = firstEscape(in: text, from: start) else { return }
        var written = read
        while read < text.count {
            if let scalar = scalar(in: text, at: read) {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    text[written] = byte
                    written += 1
                }
                read += length
            } else {
                text[written] = text[read]
                written += 1
                read += 1
            }
        }
        text.removeSubrange(written...)
    }

    /// `text` with its first underscore escaped wherever it looks like an escape, so that it reads as it is.
    static func escaping(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        guard firstEscape(in: bytes, from: 0) != nil else { return text }
        var escaped: [UInt8] = []
        for index in bytes.indices {
            if scalar(in: bytes, at: index) != nil { escaped += "_x005F".utf8 }
            escaped.append(bytes[index])
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static let length = 7

    private static func firstEscape(in text: [UInt8], from start: Int) -> Int? {
        guard text.count - start >= length else { return nil }
        let bytes = text.span
        for index in start...text.count - length where bytes[index] == UInt8(ascii: "_") {
            if scalar(in: text, at: index) != nil { return index }
        }
        return nil
    }

    /// The character escaped at `index`; nil where none is.
    private static func scalar(in text: [UInt8], at index: Int) -> Unicode.Scalar? {
        guard index + length <= text.count, text[index] == UInt8(ascii: "_"), text[index + 1] == UInt8(ascii: "x"),
            text[index + length - 1] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in text[index + 2..<index + length - 1] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value)
    }
}
