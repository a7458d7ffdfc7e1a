/// The path of a file as people tell versions by it: numbers by their value, and 更正, 补充, 修订, (1), v2 after the plain
/// name.
struct NaturalName: Hashable {
    /// Below 0 where the one comes first, above 0 where the other does, 0 where they are the same; and whether the names
    /// say so themselves or are merely in the order of the alphabet.
    typealias Relation = (order: Int, isTold: Bool)

    private enum Token: Hashable {
        case number(String)
        case marker(String)
        case text(String)
    }

    /// Word by word, of each folder and of the name without its suffix.
    private let parts: [[Token]]

    /// Words that mark a later version, those that mark the last one at the end.
    private static let markers = ["补充", "补报", "更正", "更新", "修改", "修订", "订正", "重报", "最终", "终稿", "定稿", "final"]
    private static let firstFinal = 8
    private static let chineseDigits = Array("零一二三四五六七八九十")

    init(_ path: String) {
        var components = path.split(separator: "/").map(String.init)
        if let name = components.popLast() {
            components.append(name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name)
        }
        parts = components.map { Self.tokens(of: $0.nameKey.lowercased()) }
    }

    /// A text whose bytes order as the names do.
    var sortKey: String {
        parts.map { part in
            part.map { token in
                switch token {
                case .number(let digits):
                    let digits = String(digits.drop { $0 == "0" })
                    return "0\(String(digits.utf8.count + 1_000).dropFirst())\(digits)\u{2}"
                case .marker(let word): return "1\(Self.place(of: word) + 10)\u{2}"
                case .text(let text): return "2\(text)\u{2}"
                }
            }.joined() + "\u{1}"
        }.joined()
    }

    /// How the name is to another.
    func relation(to other: NaturalName) -> Relation {
        for (part, otherPart) in zip(parts, other.parts) where part != otherPart {
            return Self.relation(part, otherPart)
        }
        return (parts.count - other.parts.count, false)
    }

    private static func relation(_ left: [Token], _ right: [Token]) -> Relation {
        for (token, other) in zip(left, right) where token != other {
            switch (token, other) {
            case (.number(let number), .number(let otherNumber)):
                return (isLess(number, otherNumber) ? -1 : 1, true)
            case (.marker(let word), .marker(let otherWord)):
                let (place, otherPlace) = (place(of: word), place(of: otherWord))
                return (place - otherPlace, (place >= firstFinal) != (otherPlace >= firstFinal))
            case (.text(let text), .text(let otherText)):
                return (text.utf8.lexicographicallyPrecedes(otherText.utf8) ? -1 : 1, false)
            default:
                return (rank(token) - rank(other), false)
            }
        }
        guard left.count != right.count else { return (0, false) }
        let added = left.count < right.count ? right[left.count] : left[right.count]
        return (left.count - right.count, marksVersion(added))
    }

    /// Whether a word after an otherwise equal name marks a later version. A year says what the file is about.
    private static func marksVersion(_ token: Token) -> Bool {
        switch token {
        case .number(let digits): digits.count < 4 || digits.count > 4
        case .marker: true
        case .text: false
        }
    }

    private static func place(of marker: String) -> Int { markers.firstIndex(of: marker) ?? 0 }

    private static func rank(_ token: Token) -> Int {
        switch token {
        case .number: 0
        case .marker: 1
        case .text: 2
        }
    }

    /// Numbers without leading zeros, however long.
    private static func isLess(_ left: String, _ right: String) -> Bool {
        left.count == right.count ? left < right : left.count < right.count
    }

    private static func tokens(of name: String) -> [Token] {
        var tokens: [Token] = []
        var text = ""
        var rest = name[...]
        func close() {
            // A v before a number, and 第 and 版 around one, are part of the number.
            if !text.isEmpty, !["v", "ver", "第", "版", "版本", "稿", "次", "批"].contains(text) {
                tokens.append(.text(text))
            }
            text = ""
        }
        while let first = rest.first {
            if let marker = markers.first(where: { rest.hasPrefix($0) }) {
                close()
                tokens.append(.marker(marker))
                rest = rest.dropFirst(marker.count)
            } else if first.isDigit {
                close()
                let digits = rest.prefix(while: \.isDigit)
                let number = digits.drop { $0 == "0" }
                tokens.append(.number(number.isEmpty ? "0" : String(number)))
                rest = rest.dropFirst(digits.count)
            } else if let value = chineseDigits.firstIndex(of: first), text == "第" {
                close()
                tokens.append(.number(String(value)))
                rest = rest.dropFirst()
            } else {
                if first.isLetter { text.append(first) } else { close() }
                rest = rest.dropFirst()
            }
        }
        close()
        return tokens
    }
}
