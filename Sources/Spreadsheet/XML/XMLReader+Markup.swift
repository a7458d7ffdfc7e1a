extension XMLReader {
    /// Reads a tag that opens an element and says whether it closes it too.
    mutating func readStartTag() throws(OfficeFileError) -> Bool {
        while true {
            if let isEmpty = try scanStartTag() { return isEmpty }
            guard try fill() else { throw error(.endsTooSoon, offset: windowEnd) }
        }
    }

    /// As ``readStartTag()``; nil where the window ends within the tag.
    private mutating func scanStartTag() throws(OfficeFileError) -> Bool? {
        attributes.removeAll()
        if !resolved.isEmpty { resolved.removeAll(keepingCapacity: true) }
        var cursor = position + 1
        guard let element = try scanName(&cursor) else { return nil }
        var hasDeclarations = false
        while true {
            let afterName = cursor
            skipSpace(&cursor)
            guard cursor < windowEnd else { return nil }
            let byte = window[cursor]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            guard cursor > afterName else { throw syntaxError(at: cursor) }
            guard let declares = try scanAttribute(&cursor) else { return nil }
            hasDeclarations = hasDeclarations || declares
        }
        let isEmpty = window[cursor] == UInt8(ascii: "/")
        if isEmpty {
            cursor += 1
            guard cursor < windowEnd else { return nil }
            guard window[cursor] == UInt8(ascii: ">") else { throw syntaxError(at: cursor) }
        }
        name = element
        if hasDeclarations { try declareNamespaces() }
        try resolvePrefixes()
        scope.open(window, name.range, namespace)
        position = cursor + 1
        return isEmpty
    }

    /// Reads an attribute and says whether it declares a namespace; nil where the window ends within it.
    private mutating func scanAttribute(_ cursor: inout Int) throws(OfficeFileError) -> Bool? {
        guard let name = try scanName(&cursor) else { return nil }
        skipSpace(&cursor)
        guard cursor < windowEnd else { return nil }
        guard window[cursor] == UInt8(ascii: "=") else { throw syntaxError(at: cursor) }
        cursor += 1
        skipSpace(&cursor)
        guard cursor < windowEnd else { return nil }
        let quote = window[cursor]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw syntaxError(at: cursor) }
        let start = cursor + 1
        guard let run = try scanValue(from: start, quote) else { return nil }
        cursor = run.end
        for other in 0..<attributes.count where isSame(attributes[other].name, name) {
            throw fault(.duplicateAttribute(string(name.range)), at: name.range.lowerBound)
        }
        guard attributes.count < XMLAttributes.limit else {
            throw fault(.tooManyAttributes(limit: XMLAttributes.limit), at: name.range.lowerBound)
        }
        let value = run.isPlain ? start..<cursor : try resolveValue(start..<cursor)
        attributes.append(XMLAttribute(name, value: value, isResolved: !run.isPlain))
        cursor += 1
        return isDeclaration(name)
    }

    /// Where the value that starts at `start` ends, and whether it stands for itself; nil where the window ends first.
    @inline(__always)
    private func scanValue(from start: Int, _ quote: UInt8) throws(OfficeFileError) -> (end: Int, isPlain: Bool)? {
        let bytes = window.span
        var isPlain = true
        var cursor = start
        while cursor < windowEnd {
            let byte = bytes[cursor]
            if byte == quote { return (cursor, isPlain) }
            if byte == UInt8(ascii: "<") { throw syntaxError(at: cursor) }
            if byte == UInt8(ascii: "&") || byte < 0x20 { isPlain = false }
            cursor += 1
        }
        return nil
    }

    /// Reads a name; nil where the window ends within it.
    @inline(__always)
    private func scanName(_ cursor: inout Int) throws(OfficeFileError) -> XMLName? {
        let bytes = window.span
        let start = cursor
        var local = start
        while true {
            guard cursor < windowEnd else { return nil }
            let byte = bytes[cursor]
            if byte == UInt8(ascii: ":") {
                // A prefix and a local name, neither empty.
                guard local == start, cursor > start else { throw syntaxError(at: cursor) }
                local = cursor + 1
            } else if !Self.isNameByte(byte) {
                break
            }
            cursor += 1
        }
        guard local < cursor, cursor - start <= Self.longestName, Self.startsName(bytes[start]),
            Self.startsName(bytes[local])
        else {
            throw syntaxError(at: start)
        }
        // The window is no longer than the longest markup.
        return XMLName(
            start: Int32(truncatingIfNeeded: start), local: Int32(truncatingIfNeeded: local),
            end: Int32(truncatingIfNeeded: cursor))
    }

    /// Whether a name may have the byte. Of characters beyond ASCII all are taken; no vocabulary has any.
    @inline(__always)
    private static func isNameByte(_ byte: UInt8) -> Bool {
        startsName(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    @inline(__always)
    private static func startsName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || byte >= 0x80 || byte == UInt8(ascii: "_")
    }

    @inline(__always)
    private func skipSpace(_ cursor: inout Int) {
        let bytes = window.span
        while cursor < windowEnd, Self.isSpace(bytes[cursor]) { cursor += 1 }
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private func syntaxError(at offset: Int) -> OfficeFileError { fault(.syntax, at: offset) }
}

extension XMLReader {
    /// Reads the tag that closes the element opened last.
    mutating func readEndTag() throws(OfficeFileError) {
        while true {
            var cursor = position + 2
            if let name = try scanName(&cursor) {
                skipSpace(&cursor)
                if cursor < windowEnd {
                    guard window[cursor] == UInt8(ascii: ">") else { throw syntaxError(at: cursor) }
                    guard scope.isOpen(window.span.extracting(name.range)) else {
                        throw mismatch(name)
                    }
                    self.name = name
                    position = cursor + 1
                    return
                }
            }
            guard try fill() else { throw error(.endsTooSoon, offset: windowEnd) }
        }
    }

    private func mismatch(_ name: XMLName) -> OfficeFileError {
        guard let expected = scope.openName else { return error(.contentAfterEnd) }
        return error(
            .mismatchedTag(
                expected: String(decoding: expected, as: UTF8.self), found: string(name.range)))
    }

    /// Passes over a comment, enters character data, and refuses everything else that starts with `<!`.
    mutating func readDeclaration() throws(OfficeFileError) {
        if try starts(with: "<!--") {
            let end = try offset(of: "--", from: 4)
            guard try ensure(end + 3) else { throw error(.endsTooSoon) }
            guard window[position + end + 2] == UInt8(ascii: ">") else { throw error(.syntax, offset: end) }
            position += end + 3
        } else if try starts(with: "<![CDATA[") {
            guard depth > 0 else { throw error(.syntax) }
            position += 9
            isInCharacterData = true
        } else if try starts(with: "<!DOCTYPE") {
            throw error(.documentType)
        } else {
            throw error(.syntax)
        }
    }

    /// Passes over a processing instruction. The declaration that opens a document looks like one and names its encoding.
    mutating func readInstruction() throws(OfficeFileError) {
        let end = try offset(of: "?>", from: 2)
        var cursor = position + 2
        guard let target = try scanName(&cursor), !target.hasPrefix,
            cursor == position + end || Self.isSpace(window[cursor])
        else { throw error(.syntax) }
        if string(target.range).lowercased() == "xml" { try readDeclaration(from: cursor, to: position + end) }
        position += end + 2
    }

    /// Reads what stands between `<?xml` and `?>`.
    private mutating func readDeclaration(from start: Int, to end: Int) throws(OfficeFileError) {
        guard isAtStart, isText("xml", at: 2) else { throw error(.syntax) }
        attributes.removeAll()
        var cursor = start
        while cursor < end {
            let afterValue = cursor
            skipSpace(&cursor)
            guard cursor < end else { break }
            guard cursor > afterValue, try scanAttribute(&cursor) == false, cursor <= end else {
                throw syntaxError(at: cursor)
            }
        }
        let names = (0..<attributes.count).map { string(attributes[$0].name.range) }
        guard names.first == "version",
            ["", "encoding", "standalone", "encoding standalone"].contains(
                names.dropFirst().joined(separator: " ")),
            ["yes", "no"].contains(attribute("standalone") ?? "no"),
            attribute("version")?.utf8.allSatisfy({ Self.isNameByte($0) || $0 == UInt8(ascii: ":") }) ?? false,
            attribute("version") != ""
        else { throw error(.syntax) }
        let encoding = attribute("encoding") ?? "UTF-8"
        guard ["utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii"].contains(encoding.lowercased()) else {
            throw error(.unsupportedEncoding(encoding))
        }
    }

    private mutating func starts(with text: StaticString) throws(OfficeFileError) -> Bool {
        guard try ensure(text.utf8CodeUnitCount) else { return false }
        return isText(text, at: position)
    }

    /// The offset from ``position`` of the next `text`, which the document must have.
    private mutating func offset(of text: StaticString, from start: Int) throws(OfficeFileError) -> Int {
        var offset = start
        while try ensure(offset + text.utf8CodeUnitCount) {
            let last = windowEnd - position - text.utf8CodeUnitCount
            while offset <= last {
                if isText(text, at: position + offset) { return offset }
                guard Self.isCharacter(window[position + offset]) else {
                    throw error(.invalidCharacter, offset: offset)
                }
                offset += 1
            }
        }
        throw error(.endsTooSoon, offset: windowEnd)
    }
}
