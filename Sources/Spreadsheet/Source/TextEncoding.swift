/// The encodings that spreadsheet programs in China write.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 with BOM"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// GB 18030, which holds GBK and GB 2312.
    case gb18030 = "GB18030"
}

/// Bytes that are in none of the encodings, or in one that breaks off.
package struct TextDecodingError: Error, Hashable {
    package enum Problem: Hashable, Sendable {
        /// Bytes that the encoding does not have.
        case invalid
        /// The text ends within a character.
        case truncated
        /// A byte 0: not text, or not text that these encodings hold.
        case nul
        /// The system has no converter for the encoding.
        case unsupported
    }

    package let encoding: TextEncoding
    package let problem: Problem
    /// Offset of the byte in the file, from 0.
    package let offset: Int
}

/// A text as valid UTF-8, and the encoding that it came in.
package struct DecodedText: Sendable {
    package let encoding: TextEncoding
    /// UTF-8 from ``start`` on.
    package let bytes: [UInt8]
    /// Where the text starts, after a byte order mark.
    package let start: Int

    package init(encoding: TextEncoding, bytes: [UInt8], start: Int = 0) {
        self.encoding = encoding
        self.bytes = bytes
        self.start = start
    }

    /// Whether the last line is closed, as programs close it that write the whole of a file. True of an empty text.
    package var endsInLineBreak: Bool {
        guard bytes.count > start, let last = bytes.last else { return true }
        return last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r")
    }
}

extension DecodedText {
    /// Tells the encoding of `file` and decodes it strictly: by its byte order mark; else UTF-8; else UTF-16 where
    /// every other byte is 0; else GB18030.
    package init(_ file: [UInt8]) throws(TextDecodingError) {
        if file.starts(with: [0xEF, 0xBB, 0xBF]) {
            if let error = Self.utf8Error(in: file) { throw error }
            self.init(encoding: .utf8WithMark, bytes: file, start: 3)
            return
        }
        if let encoding = Self.utf16(of: file) {
            try self.init(converting: file, from: encoding)
            return
        }
        if let zero = file.firstIndex(of: 0) {
            throw TextDecodingError(encoding: .utf8, problem: .nul, offset: zero)
        }
        guard let error = Self.utf8Error(in: file) else {
            self.init(encoding: .utf8, bytes: file)
            return
        }
        // GB18030 takes nearly any bytes, so a damaged UTF-8 file would come out as nonsense instead of an error.
        guard !Self.isChineseUTF8(file[..<error.offset]) else { throw error }
        try self.init(converting: file, from: .gb18030)
    }

    /// Whether `prefix`, which is valid UTF-8, holds so many characters of three bytes that it cannot be GB18030 that
    /// happens to be valid: one such chance in a hundred is generous, four in a row are not met.
    private static func isChineseUTF8(_ prefix: ArraySlice<UInt8>) -> Bool {
        prefix.lazy.filter { $0 & 0xF0 == 0xE0 }.prefix(4).count == 4
    }

    private static func utf8Error(in bytes: [UInt8]) -> TextDecodingError? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            let isCut = error.kind == .truncatedScalar && error.byteOffsets.upperBound == bytes.count
            return TextDecodingError(
                encoding: .utf8, problem: isCut ? .truncated : .invalid, offset: error.byteOffsets.lowerBound)
        }
    }

    /// The UTF-16 that `bytes` are in, by their mark or, in a text that is mostly ASCII, by where the zeros are.
    private static func utf16(of bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let sample = bytes.prefix(4096)
        var zeros = (even: 0, odd: 0)
        for (offset, byte) in sample.enumerated() where byte == 0 {
            if offset.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let many = sample.count / 8
        if zeros.even == 0, zeros.odd > many { return .utf16LittleEndian }
        if zeros.odd == 0, zeros.even > many { return .utf16BigEndian }
        return nil
    }
}
