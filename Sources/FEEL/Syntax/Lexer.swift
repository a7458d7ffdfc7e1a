/// Cuts FEEL text into tokens.
struct Lexer {
    private let source: String
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var offset = 0
    private var line = 1
    private var column = 1

    private init(_ source: String) {
        self.source = source
        scalars = Array(source.unicodeScalars)
    }

    /// The tokens of `source`, the last of them `end`.
    static func tokens(of source: String) throws(FEELError) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        repeat {
            tokens.append(try lexer.next())
        } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(FEELError) -> Token {
        let isSpaced = try skipSpace()
        let start = mark
        // The text is read before the token is made: its range ends where the reading did.
        let kind: Token.Kind
        let text: String
        switch peek() {
        case nil: (kind, text) = (.end, "")
        case "\"": (kind, text) = (.string, try string())
        case let scalar? where scalar.isDigit || scalar == "." && peek(1)?.isDigit == true:
            (kind, text) = (.number, number())
        case let scalar? where scalar.startsName: (kind, text) = (.word, take(while: \.continuesName))
        default: (kind, text) = (.symbol, symbol())
        }
        return Token(kind: kind, text: text, range: range(from: start), isSpaced: isSpaced)
    }

    // MARK: Places

    private typealias Mark = (offset: Int, line: Int, column: Int)
    private var mark: Mark { (offset, line, column) }

    private func range(from mark: Mark) -> SourceRange {
        SourceRange(start: mark.offset, end: offset, line: mark.line, column: mark.column)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        index + ahead < scalars.count ? scalars[index + ahead] : nil
    }

    private func sees(_ text: String) -> Bool { scalars[index...].starts(with: text.unicodeScalars) }

    private mutating func advance() {
        let scalar = scalars[index]
        index += 1
        offset += UTF8.width(scalar)
        if scalar == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }

    private mutating func advance(by count: Int) {
        for _ in 0..<count { advance() }
    }

    private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = peek(), belongs(scalar) {
            text.append(scalar)
            advance()
        }
        return String(text)
    }

    // MARK: Units

    /// Skips white space and comments; whether there were any.
    private mutating func skipSpace() throws(FEELError) -> Bool {
        let start = index
        while let scalar = peek() {
            if scalar.isFEELSpace {
                advance()
            } else if sees("//") {
                while let scalar = peek(), scalar != "\n" { advance() }
            } else if sees("/*") {
                let opening = mark
                advance(by: 2)
                while !sees("*/") {
                    guard peek() != nil else {
                        throw error(.unterminatedComment, "注释没有结束：缺少 */。", from: opening)
                    }
                    advance()
                }
                advance(by: 2)
            } else {
                break
            }
        }
        return index > start
    }

    /// `12`, `.5`, `1.25e-3`. A dot that no digit follows is not part of it, so `1..3` is a range.
    private mutating func number() -> String {
        var text = take(while: \.isDigit)
        if peek() == ".", peek(1)?.isDigit == true {
            advance()
            text += "." + take(while: \.isDigit)
        }
        if peek() == "e" || peek() == "E" {
            let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if peek(1 + sign)?.isDigit == true {
                text += "e" + (peek(1) == "-" ? "-" : "")
                advance(by: 1 + sign)
                text += take(while: \.isDigit)
            }
        }
        return text
    }

    private mutating func symbol() -> String {
        let pair = String(String.UnicodeScalarView(scalars[index...].prefix(2)))
        if ["..", "**", "<=", ">=", "!=", "->"].contains(pair) {
            advance(by: 2)
            return pair
        }
        let single = String(scalars[index])
        advance()
        return single
    }

    /// A string literal's value. An escape FEEL does not know stands for itself, so `"\d"` is a pattern.
    private mutating func string() throws(FEELError) -> String {
        let opening = mark
        advance()
        var value = String.UnicodeScalarView()
        while let scalar = peek(), scalar != "\"" {
            if scalar == "\\" {
                value.append(contentsOf: escape())
            } else {
                value.append(scalar)
                advance()
            }
        }
        guard peek() != nil else { throw error(.unterminatedString, "字符串没有结束：缺少右引号。", from: opening) }
        advance()
        return String(value)
    }

    private mutating func escape() -> [Unicode.Scalar] {
        let simple: [Unicode.Scalar: Unicode.Scalar] = [
            "n": "\n", "r": "\r", "t": "\t", "'": "'", "\"": "\"", "\\": "\\",
        ]
        advance()
        guard let letter = peek() else { return ["\\"] }
        if let meant = simple[letter] {
            advance()
            return [meant]
        }
        if letter == "u", let high = hexadecimal(after: 0, digits: 4) {
            advance(by: 5)
            guard (0xD800...0xDBFF).contains(high) else { return [Unicode.Scalar(high) ?? "\u{FFFD}"] }
            guard sees("\\u"), let low = hexadecimal(after: 1, digits: 4), (0xDC00...0xDFFF).contains(low) else {
                return ["\u{FFFD}"]
            }
            advance(by: 6)
            return [Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"]
        }
        if letter == "U", let code = hexadecimal(after: 0, digits: 6) {
            advance(by: 7)
            return [Unicode.Scalar(code) ?? "\u{FFFD}"]
        }
        return ["\\"]
    }

    /// The value of the hexadecimal digits that follow the character `ahead` of the cursor.
    private func hexadecimal(after ahead: Int, digits: Int) -> UInt32? {
        let text = scalars[(index + ahead + 1)...].prefix(digits)
        guard text.count == digits, text.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
        return UInt32(String(String.UnicodeScalarView(text)), radix: 16)
    }

    private func error(_ code: FEELError.Code, _ message: String, from mark: Mark) -> FEELError {
        let range = range(from: mark)
        return FEELError(code, message, at: range, piece: String(source.piece(range).prefix(40)))
    }
}
