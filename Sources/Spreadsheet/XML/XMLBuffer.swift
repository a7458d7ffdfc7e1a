/// The part of an XML document that is in memory: a window over its UTF-8, which moves on as the document is read.
///
/// Parts of office files are in UTF-8 or UTF-16; whatever else they claim to be is refused, and so are bytes that are
/// not valid.
struct XMLBuffer: ~Copyable {
    let part: String
    /// The document from somewhere on; valid up to ``end``.
    private(set) var bytes = [UInt8](repeating: 0, count: 1 << 16)
    private(set) var end = 0

    private var stream: PartStream
    /// Bytes past ``end`` belong to a character that is not complete yet.
    private var filled = 0
    private var encoding: Encoding?
    /// UTF-16 that has not been decoded.
    private var undecoded: [UInt8] = []
    private var isExhausted = false
    /// What the window has left behind.
    private var line = 1
    private var column = 1

    /// The longest piece of markup, a tag with its attributes or a comment.
    static let longestMarkup = 1 << 20

    private enum Encoding {
        case utf8, utf16LittleEndian, utf16BigEndian
    }

    init(_ stream: consuming PartStream) {
        part = stream.name
        self.stream = stream
    }

    /// Moves the window so that it starts at `start`, reads on and says whether there is more of the document.
    mutating func fill(from start: Int) throws(OfficeFileError) -> Bool {
        leave(start)
        if filled == bytes.count {
            guard filled < Self.longestMarkup else { throw error(.markupTooLong(limit: Self.longestMarkup), at: 0) }
            bytes.append(contentsOf: repeatElement(0, count: filled))
        }
        if encoding == nil { try tellEncoding() }
        while !isExhausted, filled <= bytes.count - 4 {
            try encoding == .utf8 ? readBytes() : readUTF16()
        }
        let before = end
        try validate()
        return end > before
    }

    /// Where the byte at `offset` of the window stands in the document.
    func position(of offset: Int) -> TextPosition {
        let lineFeed = UInt8(ascii: "\n")
        let lines = count(in: 0..<offset) { $0 == lineFeed }
        let lineStart = lines == 0 ? 0 : (bytes[..<offset].lastIndex(of: lineFeed) ?? 0) + 1
        let characters = count(in: lineStart..<offset) { $0 & 0xC0 != 0x80 }
        return TextPosition(line: line + lines, column: (lines == 0 ? column : 1) + characters)
    }

    /// How many bytes of `range` are counted, in a loop without branches, so that it becomes one of vectors.
    @inline(__always)
    private func count(in range: Range<Int>, _ isCounted: (UInt8) -> Bool) -> Int {
        bytes.withUnsafeBufferPointer { window in
            let window = UnsafeBufferPointer(rebasing: window[range])
            var count = 0
            for index in 0..<window.count { count &+= isCounted(window[index]) ? 1 : 0 }
            return count
        }
    }

    func error(_ problem: XMLProblem, at offset: Int) -> OfficeFileError {
        OfficeFileError(.malformedXML(problem), part: part, position: position(of: offset))
    }

    private mutating func leave(_ start: Int) {
        guard start > 0 else { return }
        let here = position(of: start)
        (line, column) = (here.line, here.column)
        let kept = filled - start
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            base.update(from: base + start, count: kept)
        }
        filled -= start
        end -= start
    }

    private mutating func readBytes() throws(OfficeFileError) {
        let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(OfficeFileError) in
            try stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
        }
        filled += count
        isExhausted = count == 0
    }

    private mutating func readUTF16() throws(OfficeFileError) {
        // A unit of two bytes becomes three at most.
        let room = (bytes.count - filled) / 3 * 2
        let waiting = undecoded.count
        if waiting < room {
            undecoded.append(contentsOf: repeatElement(0, count: room - waiting))
            let count = try undecoded.withUnsafeMutableBufferPointer { buffer throws(OfficeFileError) in
                try stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[waiting...]))
            }
            undecoded.removeLast(room - waiting - count)
            isExhausted = count == 0
        }
        try decodeUTF16(room: room)
    }

    /// Decodes up to `room` bytes, leaving what may be half a character.
    private mutating func decodeUTF16(room: Int) throws(OfficeFileError) {
        var read = 0
        let available = min(undecoded.count, room)
        while read + 2 <= available {
            let unit = unit(at: read)
            var length = 2
            var scalar = Unicode.Scalar(unit)
            if UTF16.isLeadSurrogate(unit) {
                guard read + 4 <= available else { break }
                length = 4
                scalar = UTF16.isTrailSurrogate(self.unit(at: read + 2))
                    ? UTF16.decode(UTF16.EncodedScalar([unit, self.unit(at: read + 2)])) : nil
            }
            guard let scalar else { throw error(.invalidCharacter, at: filled) }
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                bytes[filled] = byte
                filled += 1
            }
            read += length
        }
        undecoded.removeFirst(read)
        guard !isExhausted || undecoded.isEmpty else { throw error(.invalidCharacter, at: filled) }
    }

    private func unit(at index: Int) -> UInt16 {
        let (first, second) = (UInt16(undecoded[index]), UInt16(undecoded[index + 1]))
        return encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }

    /// Tells UTF-16 by its mark or its first `<`.
    private mutating func tellEncoding() throws(OfficeFileError) {
        while !isExhausted, filled < 4 { try readBytes() }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (0x3C, 0): encoding = .utf16LittleEndian
        case (0xFE, 0xFF), (0, 0x3C): encoding = .utf16BigEndian
        default: encoding = .utf8
        }
        if encoding == .utf8 {
            let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            bytes.removeFirst(mark)
            bytes.append(contentsOf: repeatElement(0, count: mark))
            filled = max(0, filled - mark)
        } else {
            undecoded = Array(bytes[(bytes[0] >= 0xFE ? 2 : 0)..<filled])
            filled = 0
        }
    }

    private mutating func validate() throws(OfficeFileError) {
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(end..<filled))
            end = filled
        } catch {
            let start = end + error.byteOffsets.lowerBound
            guard error.kind == .truncatedScalar, !isExhausted, end + error.byteOffsets.upperBound == filled else {
                throw self.error(.invalidCharacter, at: start)
            }
            end = start
        }
    }
}
