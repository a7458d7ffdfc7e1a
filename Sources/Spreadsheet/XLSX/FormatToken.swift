/// A piece of a number format's code.
enum FormatToken: Hashable {
    /// `0`, `#` or `?`.
    case digit(Character)
    case point
    /// Between digits it groups them, behind them it divides by a thousand.
    case comma
    case percent
    /// All digits that the number has, as the general format shows them.
    case general
    /// The exponent of scientific notation, or the stroke of a fraction.
    case exponent, fraction
    /// What stands there is shown as it is, quoted, escaped or plain.
    case literal(String)
    /// `y`, `m`, `d`, `h`, `s` and other letters of dates, lowercased; `h` for a clock of twelve hours.
    case date(Character)
    /// `[h]`, `[mm]`, `[s]`
    case elapsed
    /// The place of a text.
    case text
    /// For which numbers the section is: `[>=10000]`.
    case condition(FormatCondition)
    /// `;`
    case end
}

/// `[>=10000]`
struct FormatCondition: Sendable, Hashable {
    let comparison: String
    let bound: Double

    init?(_ text: Substring) {
        let comparison = text.prefix { "<>=".contains($0) }
        guard !comparison.isEmpty, let bound = Double(text.dropFirst(comparison.count)) else { return nil }
        self.comparison = String(comparison)
        self.bound = bound
    }

    func holds(of number: Double) -> Bool {
        switch comparison {
        case "<": number < bound
        case "<=": number <= bound
        case ">": number > bound
        case ">=": number >= bound
        case "<>": number != bound
        default: number == bound
        }
    }
}

/// The pieces of a format code in their order, without colours, languages, padding and filling.
struct FormatTokens {
    private var rest: Substring

    /// What the general format is called by Excel and by Chinese programs.
    private static let general = ["general", "g/通用格式"]

    init(_ code: String) { rest = code[...] }

    mutating func next() -> FormatToken? {
        while let character = rest.first {
            if "Gg".contains(character),
                let name = Self.general.first(where: { rest.prefix($0.count).lowercased() == $0 })
            {
                rest = rest.dropFirst(name.count)
                return .general
            }
            rest = rest.dropFirst()
            if let token = token(character) { return token }
        }
        return nil
    }

    /// What `character`, which was taken off, stands for together with what follows; nil for what shows nothing.
    private mutating func token(_ character: Character) -> FormatToken? {
        switch character {
        case "0", "#", "?": return .digit(character)
        case ".": return .point
        case ",": return .comma
        case "%": return .percent
        case ";": return .end
        case "@": return .text
        case "/": return .fraction
        case "\"":
            let quoted = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(quoted.count + 1)
            return .literal(String(quoted))
        // The second escapes in formats of East Asian programs.
        case "\\", "!":
            return rest.popFirst().map { .literal(String($0)) }
        case "_", "*":
            _ = rest.popFirst()
            return nil
        case "[":
            let content = rest.prefix { $0 != "]" }
            rest = rest.dropFirst(content.count + 1)
            return bracketed(content)
        case "E" where rest.first == "+" || rest.first == "-", "e" where rest.first == "+" || rest.first == "-":
            rest = rest.dropFirst()
            return .exponent
        default:
            return letter(character) ?? .literal(String(character))
        }
    }

    private func bracketed(_ content: Substring) -> FormatToken? {
        if let first = content.first?.lowercased(), "hms".contains(first),
            content.allSatisfy({ $0.lowercased() == first })
        {
            return .elapsed
        }
        // A currency with or without a language: [$¥-804], [$-804].
        if content.first == "$" {
            let sign = content.dropFirst().prefix { $0 != "-" }
            return sign.isEmpty ? nil : .literal(String(sign))
        }
        return FormatCondition(content).map(FormatToken.condition)
    }

    private mutating func letter(_ character: Character) -> FormatToken? {
        for clock in ["am/pm", "a/p"] where (String(character) + rest.prefix(clock.count - 1)).lowercased() == clock {
            rest = rest.dropFirst(clock.count - 1)
            return .date("h")
        }
        guard let letter = character.lowercased().first, "ymdhsegab".contains(letter) else { return nil }
        return .date(letter)
    }
}
