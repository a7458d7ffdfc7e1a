internal import Standards

/// A sentence that a form prints and whoever signs it makes his own: a statement (声明) or a promise.
struct FormStatement: Sendable, Identifiable {
    let id: String
    let title: String
    /// As the form prints it.
    let text: String
    /// Id of the declaration whose signature is under it.
    let declaration: String
    /// What it says has not happened; nil where it denies nothing.
    let denial: Denial?

    struct Denial: Sendable {
        /// How many years back from the day of the signature.
        let years: Int
        let domains: [IncidentDomain]
        let severities: [IncidentSeverity]
    }

    /// How a document has the statement.
    enum Finding: Equatable {
        /// As the form prints it: the number of its first line.
        case unchanged(line: Int)
        /// With other words, or with more of them.
        case changed(line: Int, text: String)
        case missing
    }

    /// Over how many lines people break it.
    private static let mostLines = 4
    /// Of the pairs of characters, how many a text shares that is taken for the statement in other words.
    private static let leastLikeness = 0.5

    /// Looks for the statement in `lines`, in each by itself and in several together.
    func find(in lines: [String]) -> Finding {
        let wanted = Self.key(text)
        var nearest: (line: Int, text: String, likeness: Double)?
        for start in lines.indices where !lines[start].trimmed.isEmpty {
            var joined = ""
            for end in start..<min(start + Self.mostLines, lines.count) {
                joined += lines[end].trimmed
                let key = Self.key(joined)
                // What stands before it in the line is another sentence; what follows in the line belongs to it.
                if key == wanted || key.hasSuffix("。" + wanted) { return .unchanged(line: start) }
                guard joined.count <= 4 * text.count else { break }
                let likeness = key.contains(wanted.dropLast()) ? 1 : Self.likeness(key, wanted)
                if likeness > nearest?.likeness ?? Self.leastLikeness { nearest = (start, joined, likeness) }
            }
            for sentence in lines[start].split(whereSeparator: { "。；;".contains($0) }) {
                let likeness = Self.likeness(Self.key(sentence), wanted)
                if likeness > nearest?.likeness ?? Self.leastLikeness {
                    nearest = (start, lines[start].trimmed, likeness)
                }
            }
        }
        return nearest.map { .changed(line: $0.line, text: $0.text) } ?? .missing
    }

    /// Letters, digits and ends of sentences, one at the end. What stands in brackets belongs to it: it may be a
    /// reservation.
    static func key(_ text: some StringProtocol) -> String {
        var key = ""
        for character in text.narrowed {
            if character.isLetter || character.isNumber {
                key.append(character)
            } else if "。；;!?".contains(character), key.last != "。" {
                key.append("。")
            }
        }
        return key.hasSuffix("。") ? key : key + "。"
    }

    /// Dice's coefficient of the pairs of neighbouring characters, 0…1.
    private static func likeness(_ left: String, _ right: String) -> Double {
        func pairs(_ text: String) -> Set<String> {
            Set(zip(text, text.dropFirst()).map { "\($0)\($1)" })
        }
        let (a, b) = (pairs(left), pairs(right))
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        return 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
    }
}
