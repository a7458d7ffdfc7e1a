extension XMLReader {
    /// Reads the next piece of text; false where there is none to show, as between the lines of markup at the top.
    mutating func readText() throws(OfficeFileError) -> Bool {
        let run = plainRun()
        if run > 0 {
            if depth == 0 { return try passSpace(run) }
            text = XMLText(range: position..<position + run, isResolved: false)
            position += run
            return true
        }
        if !resolved.isEmpty { resolved.removeAll(keepingCapacity: true) }
        switch window[position] {
        case UInt8(ascii: "&"):
            try readReference()
        case UInt8(ascii: "\r"):
            // A line ends in one line feed, however it is written.
            _ = try ensure(2)
            if position + 1 < windowEnd, window[position + 1] == UInt8(ascii: "\n") {
                position += 1
                return false
            }
            position += 1
            resolved.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "]"):
            if try ensure(3), isText("]]>", at: position) {
                guard isInCharacterData else { throw error(.syntax) }
                isInCharacterData = false
                position += 3
                return false
            }
            position += 1
            resolved.append(UInt8(ascii: "]"))
        default:
            throw error(.invalidCharacter)
        }
        guard depth > 0 else {
            guard resolved == [UInt8(ascii: "\n")] else { throw error(.contentAfterEnd) }
            return false
        }
        text = XMLText(range: 0..<resolved.count, isResolved: true)
        return true
    }

    /// How many of the next bytes are text as it stands.
    @inline(__always)
    func plainRun() -> Int {
        let bytes = window.span
        var cursor = position
        while cursor < windowEnd {
            let byte = bytes[cursor]
            if byte < 0x5E {
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\r") || !Self.isCharacter(byte) { break }
                if !isInCharacterData, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { break }
            }
            cursor += 1
        }
        return cursor - position
    }

    private mutating func passSpace(_ run: Int) throws(OfficeFileError) -> Bool {
        guard window[position..<position + run].allSatisfy(Self.isSpace) else {
            throw error(hasRoot ? .contentAfterEnd : .syntax)
        }
        position += run
        return false
    }

    private mutating func readReference() throws(OfficeFileError) {
        _ = try ensure(Self.longestReference)
        let length = try resolveReference(at: position, end: windowEnd)
        position += length
    }

    /// The value of an attribute, its references resolved and its white space made blanks, among the resolved bytes.
    mutating func resolveValue(_ range: Range<Int>) throws(OfficeFileError) -> Range<Int> {
        let start = resolved.count
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            let byte = window[cursor]
            if byte == UInt8(ascii: "&") {
                cursor += try resolveReference(at: cursor, end: range.upperBound)
                continue
            }
            guard Self.isCharacter(byte) else { throw fault(.invalidCharacter, at: cursor) }
            let isLineEnd = byte == UInt8(ascii: "\r") && window[cursor + 1] == UInt8(ascii: "\n")
            if !isLineEnd { resolved.append(Self.isSpace(byte) ? UInt8(ascii: " ") : byte) }
            cursor += 1
        }
        return start..<resolved.count
    }

    private static let longestReference = 12

    /// Adds the character that the reference at `start` stands for to the resolved bytes, and gives its length.
    private mutating func resolveReference(at start: Int, end: Int) throws(OfficeFileError) -> Int {
        let limit = min(end, start + Self.longestReference)
        guard let semicolon = window[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
            throw fault(.syntax, at: start)
        }
        let name = string(start + 1..<semicolon)
        guard let scalar = Self.scalar(of: name) else {
            throw fault(name.hasPrefix("#") ? .invalidCharacter : .unknownEntity(name), at: start)
        }
        resolved.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return semicolon + 1 - start
    }

    private static func scalar(of name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let isHexadecimal = name.hasPrefix("#x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.first != "+", digits.first != "-", let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(value), value >= 0x20 || isSpace(UInt8(value)),
            value != 0xFFFE, value != 0xFFFF
        else { return nil }
        return scalar
    }

    /// Whether a document may have the byte at all.
    @inline(__always)
    static func isCharacter(_ byte: UInt8) -> Bool { byte >= 0x20 || isSpace(byte) }
}
