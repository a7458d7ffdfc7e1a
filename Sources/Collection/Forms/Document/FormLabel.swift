/// The text by which a form names a row or a column, compared without what people change when they fill a form in:
/// white space and line breaks, full-width letters, quotes and punctuation, marks of footnotes, and what stands in
/// brackets, as units do.
struct FormLabel: Hashable, Sendable {
    /// As the form prints it.
    let text: String
    /// Letters and digits only; empty for a text that has none, such as a printed hint in brackets.
    let key: String

    init(_ text: String) {
        self.text = text
        key = Self.key(of: text)
    }

    static func == (left: FormLabel, right: FormLabel) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// What stands in brackets, the outermost ones: `万元` of `运行经费总额（万元）`.
    var remarks: [String] {
        var remarks: [String] = []
        var current = ""
        var depth = 0
        for character in text.narrowed {
            if character == ")" { depth -= 1 }
            if depth > 0 { current.append(character) }
            if character == "(" { depth += 1 }
            if depth <= 0, !current.isEmpty {
                remarks.append(current.trimmed)
                current = ""
            }
            depth = max(depth, 0)
        }
        return remarks
    }

    private static func key(of text: String) -> String {
        var kept: [Character] = []
        var open: [Int] = []
        for character in text.narrowed {
            switch character {
            case "(": open.append(kept.count)
            case ")": if let start = open.popLast() { kept.removeSubrange(start...) }
            case _ where character.isLetter || character.isASCII && character.isNumber: kept.append(character)
            default: break
            }
        }
        // The mark of a footnote that was written as a digit: 2023年2.
        if kept.count > 1, let last = kept.last, last.isDigit, !kept[kept.count - 2].isASCII { kept.removeLast() }
        return String(kept)
    }
}

extension Character {
    /// One of 0…9.
    var isDigit: Bool { isASCII && isNumber }
}
