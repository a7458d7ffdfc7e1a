/// JSON as it was written: unlike Foundation's, it keeps the order of members and the digits of numbers.
enum JSONText: Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSONText])
    case object([(name: String, value: JSONText)])

    /// The value of the first member of this name; nil where there is none, or this is not an object.
    subscript(name: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

// MARK: - Reading

extension JSONText {
    /// The text is not JSON, or nests too deep.
    struct Malformed: Error {
        /// The byte at which reading stopped.
        let offset: Int
    }

    /// Reads the whole of `text`.
    init(parsing text: String) throws(Malformed) {
        var reader = Reader(bytes: Array(text.utf8))
        self = try reader.value()
        reader.skipSpace()
        guard reader.isAtEnd else { throw reader.malformed }
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0
        var depth = 0
        static let maximumDepth = 200

        var malformed: Malformed { Malformed(offset: index) }
        var isAtEnd: Bool { index == bytes.count }
        var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

        mutating func skipSpace() {
            while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
        }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            skipSpace()
            guard let byte, UInt32(byte) == character.value else { return false }
            index += 1
            return true
        }

        mutating func expect(_ character: Unicode.Scalar) throws(Malformed) {
            guard skip(character) else { throw malformed }
        }

        mutating func value() throws(Malformed) -> JSONText {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.maximumDepth else { throw malformed }
            skipSpace()
            switch byte {
            case UInt8(ascii: "{"): return try object()
            case UInt8(ascii: "["): return try array()
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "t"): return try literal("true", .boolean(true))
            case UInt8(ascii: "f"): return try literal("false", .boolean(false))
            case UInt8(ascii: "n"): return try literal("null", .null)
            default: return try number()
            }
        }

        private mutating func literal(_ word: String, _ value: JSONText) throws(Malformed) -> JSONText {
            guard bytes[index...].starts(with: word.utf8) else { throw malformed }
            index += word.utf8.count
            return value
        }

        private mutating func number() throws(Malformed) -> JSONText {
            let start = index
            while let byte, "+-.0123456789eE".utf8.contains(byte) { index += 1 }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            guard Decimal128(text) != nil else { throw malformed }
            return .number(text)
        }

        private mutating func array() throws(Malformed) -> JSONText {
            index += 1
            var items: [JSONText] = []
            if skip("]") { return .array(items) }
            repeat { items.append(try value()) } while skip(",")
            try expect("]")
            return .array(items)
        }

        private mutating func object() throws(Malformed) -> JSONText {
            index += 1
            var members: [(name: String, value: JSONText)] = []
            if skip("}") { return .object(members) }
            repeat {
                skipSpace()
                let name = try string()
                try expect(":")
                members.append((name, try value()))
            } while skip(",")
            try expect("}")
            return .object(members)
        }

        private mutating func string() throws(Malformed) -> String {
            guard byte == UInt8(ascii: "\"") else { throw malformed }
            index += 1
            var text: [UInt8] = []
            while let byte, byte != UInt8(ascii: "\"") {
                guard byte >= 0x20 else { throw malformed }
                index += 1
                if byte == UInt8(ascii: "\\") {
                    text += String(try escape()).utf8
                } else {
                    text.append(byte)
                }
            }
            guard byte != nil else { throw malformed }
            index += 1
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func escape() throws(Malformed) -> Unicode.Scalar {
            guard let letter = byte else { throw malformed }
            index += 1
            switch letter {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "u"): return try unicode()
            default: throw malformed
            }
        }

        private mutating func unicode() throws(Malformed) -> Unicode.Scalar {
            let high = try hexadecimal()
            guard (0xD800...0xDBFF).contains(high), bytes[index...].starts(with: "\\u".utf8) else {
                return Unicode.Scalar(high) ?? "\u{FFFD}"
            }
            index += 2
            let low = try hexadecimal()
            guard (0xDC00...0xDFFF).contains(low) else { throw malformed }
            return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
        }

        private mutating func hexadecimal() throws(Malformed) -> UInt32 {
            let digits = bytes[index...].prefix(4)
            guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
                throw malformed
            }
            index += 4
            return value
        }
    }
}

// MARK: - Writing

extension JSONText: CustomStringConvertible {
    /// The text on one line, without spaces.
    var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let items): "[\(items.map(\.description).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.name)):\($0.value)" }.joined(separator: ","))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
