internal import Foundation

extension StringProtocol {
    /// The text as all of Collection compares and reads it: full-width letters, digits and signs (Ａ１％) and the spaces
    /// that are not ASCII's made narrow, radicals made the characters that they stand for, letters composed, without what
    /// nobody sees (zero-width characters, marks of direction and of byte order) and without white space at its ends.
    var narrowed: String {
        guard !isPlain, !unicodeScalars.allSatisfy(\.isOfNoOtherForm) else { return trimmed }
        var narrow = String.UnicodeScalarView()
        var isComposed = true
        for scalar in unicodeScalars {
            guard let scalar = scalar.narrow else { continue }
            narrow.append(scalar)
            if scalar.mayCompose { isComposed = false }
        }
        let text = String(narrow)
        return (isComposed ? text : text.precomposedStringWithCanonicalMapping).trimmed
    }

    /// The text without white space, and what nobody sees, at its ends.
    var trimmed: String {
        // Most texts begin and end with a letter or a digit, which is seen without looking at characters.
        let scalars = unicodeScalars
        if let first = scalars.first, let last = scalars.last, first.isPlainlySeen, last.isPlainlySeen {
            return String(self)
        }
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(self[first...last])
    }

    /// Whether the text is ASCII, in which nothing is wide or unseen.
    private var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension Unicode.Scalar {
    /// The narrow one of a full-width letter, digit or sign, of a space that is not ASCII's, the character of a radical;
    /// nil for what nobody sees; any other as it is.
    var narrow: Unicode.Scalar? {
        switch value {
        case 0..<0xA0: self
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0))
        case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: " "
        case 0x2E80...0x2FDF: Radicals.characters[self] ?? self
        case 0x4E00...0x9FFF: self
        default: isUnseen ? nil : self
        }
    }

    /// Whether the character shows nothing and moves nothing: zero-width spaces and joiners, soft hyphens, marks of
    /// direction and of byte order, selectors of variants.
    private var isUnseen: Bool {
        switch value {
        case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    /// Whether the character is its own normal form in every sense, alone and beside others like it: ASCII, Chinese marks
    /// and the commonest ideographs.
    var isOfNoOtherForm: Bool {
        switch value {
        case 0..<0x80, 0x201C...0x201D, 0x3001...0x3003, 0x3008...0x3011, 0x4E00...0x9FFF: true
        default: false
        }
    }

    /// Whether the character shows something: letters, digits and signs of ASCII, in both widths, and ideographs.
    fileprivate var isPlainlySeen: Bool {
        switch value {
        case 0x21...0x7E, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
        default: false
        }
    }

    fileprivate var isBlank: Bool { properties.isWhitespace || isUnseen }

    /// Whether the character, or one before it, may have another composed form: marks, and ideographs kept for other
    /// standards' sake.
    fileprivate var mayCompose: Bool {
        switch value {
        case 0x0300...0x036F, 0x3099, 0x309A, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
        default: false
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
