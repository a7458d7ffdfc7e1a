extension String {
    /// What somebody typed, fit for one line of a terminal, a log, a page or a message: blanks for line breaks and tabs,
    /// and `replacement` for whatever else would not show itself but do something: controls, signs of writing direction,
    /// characters of no width.
    package func printable(replacement: Unicode.Scalar = "\u{FFFD}") -> String {
        guard !isPrintable else { return self }
        return String(
            UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar {
                    case "\n", "\r", "\t": replacement == "\u{FFFD}" ? " " : replacement
                    case let scalar where scalar.isPrintable: scalar
                    default: replacement
                    }
                }))
    }

    package var printable: String { printable() }

    /// Whether every scalar shows itself.
    package var isPrintable: Bool {
        utf8.allSatisfy { (0x20...0x7E).contains($0) } || unicodeScalars.allSatisfy(\.isPrintable)
    }

    /// The lines of a text of ours in which others' words stand, each printable; line breaks stay.
    package var printableLines: String {
        // As nearly all of them are.
        if unicodeScalars.allSatisfy({ $0 == "\n" || $0.isPrintable }) { return self }
        return split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
            .joined(separator: "\n")
    }

    /// A text of JSON in which what would do something to a terminal is escaped, and so the same JSON.
    package var escapedInJSON: String {
        guard !isPrintable else { return self }
        return unicodeScalars.map { scalar in
            scalar.isPrintable || scalar == "\n" ? String(scalar) : scalar.jsonEscape
        }.joined()
    }
}

extension Unicode.Scalar {
    /// `\u202e`, and two of them for what is beyond the first plane.
    package var jsonEscape: String {
        String(self).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    /// Whether the scalar shows itself and does nothing else. What a newer Unicode has assigned is left alone: rare
    /// characters of names are among it.
    package var isPrintable: Bool {
        // Nearly all there is: ASCII, ideographs with their signs, and their wide letters. Among these nothing is unseen.
        switch value {
        case 0x20...0x7E, 0x3000...0xD7FF, 0xFF01...0xFFEF: return true
        default: break
        }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
