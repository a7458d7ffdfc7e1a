internal import Glibc

/// Where an XML document comes from: gives its UTF-8 a window at a time and knows where the window stands.
///
/// Parts of office files are in UTF-8 or UTF-16; whatever else they claim to be is refused, and so are bytes that are
/// not valid.
final class XMLInput {
    let part: String

    private var stream: PartStream
    private var encoding: Encoding?
    /// Bytes of the window; those past what was shown belong to a character that is not complete yet.
    private var filled = 0
    /// UTF-16 that has not been decoded.
    private var undecoded: [UInt8] = []
    private var isExhausted = false
    /// What the window has left behind.
    private var passed = 0
    private var line = 1
    private var lineStart = 0

    /// The longest piece of markup, a tag with its attributes or a comment.
    static let longestMarkup = 1 << 20

    private static let longestCharacter = 4

    private enum Encoding {
        case utf8, utf16LittleEndian, utf16BigEndian
    }

    init(_ stream: consuming PartStream) {
        part = stream.name
        self.stream = stream
    }

    /// Whether the window shows the start of the document.
    var isAtStart: Bool { passed == 0 }

    /// Moves `window`, valid up to `end`, so that it starts at `start`, reads on and says whether there is more of the
    /// document.
    func fill(_ window: inout [UInt8], _ end: inout Int, from start: Int) throws(OfficeFileError) -> Bool {
        leave(start, of: &window)
        end -= start
        if filled > window.count - Self.longestCharacter {
            guard window.count < Self.longestMarkup else {
                throw error(.markupTooLong(limit: Self.longestMarkup), at: 0, in: window)
            }
            window.append(contentsOf: repeatElement(0, count: window.count))
        }
        if encoding == nil { try tellEncoding(&window) }
        while !isExhausted, filled <= window.count - Self.longestCharacter {
            try encoding == .utf8 ? readBytes(into: &window) : readUTF16(into: &window)
        }
        let valid = try validEnd(of: window, from: end)
        defer { end = valid }
        return valid > end
    }

    /// Where the byte at `offset` of the window stands in the document.
    func position(of offset: Int, in window: [UInt8]) -> TextPosition {
        var (line, lineStart) = (line, lineStart)
        for index in 0..<offset where window[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = passed + index + 1
        }
        return TextPosition(line: line, column: passed + offset - lineStart + 1)
    }

    private func error(_ problem: XMLProblem, at offset: Int, in window: [UInt8]) -> OfficeFileError {
        OfficeFileError(.malformedXML(problem), part: part, position: position(of: offset, in: window))
    }

    /// Moves what follows `start` to the front.
    private func leave(_ start: Int, of window: inout [UInt8]) {
        guard start > 0 else { return }
        window.withUnsafeMutableBufferPointer { window in
            guard let base = window.baseAddress else { return }
            var offset = 0
            while let found = memchr(base + offset, CInt(UInt8(ascii: "\n")), start - offset) {
                offset = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
                line += 1
                lineStart = passed + offset
            }
            base.update(from: base + start, count: filled - start)
        }
        filled -= start
        passed += start
    }

    private func readBytes(into window: inout [UInt8]) throws(OfficeFileError) {
        let count = try window.withUnsafeMutableBufferPointer { window throws(OfficeFileError) in
            try stream.read(into: UnsafeMutableBufferPointer(rebasing: window[filled...]))
        }
        filled += count
        isExhausted = count == 0
    }

    private func readUTF16(into window: inout [UInt8]) throws(OfficeFileError) {
        // A unit of two bytes becomes three at most.
        let room = (window.count - filled) / 3 * 2
        let waiting = undecoded.count
        if waiting < room {
            undecoded.append(contentsOf: repeatElement(0, count: room - waiting))
            let count = try undecoded.withUnsafeMutableBufferPointer { buffer throws(OfficeFileError) in
                try stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[waiting...]))
            }
            undecoded.removeLast(room - waiting - count)
            isExhausted = count == 0
        }
        try decodeUTF16(into: &window, room: room)
    }

    /// Decodes up to `room` bytes, leaving what may be half a character.
    private func decodeUTF16(into window: inout [UInt8], room: Int) throws(OfficeFileError) {
        var read = 0
        let available = min(undecoded.count, room)
        while read + 2 <= available {
            let unit = unit(at: read)
            var length = 2
            var scalar = Unicode.Scalar(unit)
            if UTF16.isLeadSurrogate(unit) {
                guard read + 4 <= available else { break }
                length = 4
                let trail = self.unit(at: read + 2)
                scalar = UTF16.isTrailSurrogate(trail) ? UTF16.decode(UTF16.EncodedScalar([unit, trail])) : nil
            }
            guard let scalar else { throw error(.invalidCharacter, at: filled, in: window) }
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                window[filled] = byte
                filled += 1
            }
            read += length
        }
        undecoded.removeFirst(read)
        guard !isExhausted || undecoded.isEmpty else { throw error(.invalidCharacter, at: filled, in: window) }
    }

    private func unit(at index: Int) -> UInt16 {
        let (first, second) = (UInt16(undecoded[index]), UInt16(undecoded[index + 1]))
        return encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }

    /// Tells UTF-16 by its mark or its first `<`.
    private func tellEncoding(_ window: inout [UInt8]) throws(OfficeFileError) {
        while !isExhausted, filled < 4 { try readBytes(into: &window) }
        switch (window[0], window[1]) {
        case (0xFF, 0xFE), (0x3C, 0): encoding = .utf16LittleEndian
        case (0xFE, 0xFF), (0, 0x3C): encoding = .utf16BigEndian
        default: encoding = .utf8
        }
        if encoding != .utf8 {
            undecoded = Array(window[(window[0] >= 0xFE ? 2 : 0)..<filled])
            filled = 0
        } else if filled >= 3, window.starts(with: [0xEF, 0xBB, 0xBF]) {
            window.replaceSubrange(..<filled, with: window[3..<filled])
            filled -= 3
            window.append(contentsOf: [0, 0, 0])
        }
    }

    /// Up to where the window holds whole characters.
    private func validEnd(of window: [UInt8], from start: Int) throws(OfficeFileError) -> Int {
        do {
            _ = try UTF8Span(validating: window.span.extracting(start..<filled))
            return filled
        } catch {
            let invalid = start + error.byteOffsets.lowerBound
            guard error.kind == .truncatedScalar, !isExhausted, start + error.byteOffsets.upperBound == filled else {
                throw self.error(.invalidCharacter, at: invalid, in: window)
            }
            return invalid
        }
    }
}
