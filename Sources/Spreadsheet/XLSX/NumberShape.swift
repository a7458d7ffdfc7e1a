/// What a number format makes of a number.
enum NumberShape: UInt8, Sendable {
    case plain
    case percent
    case date
    case dateTime
    /// A time of day.
    case time
    /// A span of time, which may have more than 24 hours.
    case elapsed

    /// The formats that every program knows by their numbers (ECMA-376 part 1, 18.8.30); of those that differ between
    /// languages, as in Chinese.
    init(builtIn id: Int) {
        self =
            switch id {
            case 9, 10: .percent
            case 14...17, 27...31, 36, 50...54, 57, 58: .date
            case 22: .dateTime
            case 18...21, 32...35, 45, 47, 55, 56: .time
            case 46: .elapsed
            default: .plain
            }
    }

    /// Reads the section of a format code that is for positive numbers.
    init(format: String) {
        var tokens = FormatTokens(format)
        var (hasPercent, hasDay, hasMonth, hasTime, isElapsed) = (false, false, false, false, false)
        while let token = tokens.next() {
            switch token {
            case "%": hasPercent = true
            case "y", "d", "e", "g", "a", "b": hasDay = true
            case "m": hasMonth = true
            case "h", "s": hasTime = true
            case "[": isElapsed = true
            default: break
            }
        }
        // An m beside hours or seconds means minutes.
        let hasDate = hasDay || hasMonth && !hasTime
        if hasPercent {
            self = .percent
        } else if isElapsed {
            self = .elapsed
        } else if hasDate {
            self = hasTime ? .dateTime : .date
        } else {
            self = hasTime ? .time : .plain
        }
    }
}

/// The characters of a format code that mean something: lowercased, without what is quoted, escaped, padding, a colour,
/// a language or a condition. `[` stands for a span of time, `h` for a clock of twelve hours.
private struct FormatTokens {
    private var rest: Substring

    init(_ format: String) {
        // The name of the general format, as Excel and as Chinese programs write it, has letters that mean dates.
        var text = format.lowercased()
        for name in ["general", "g/通用格式"] where text.contains(name) {
            text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: "0")
        }
        rest = text[...]
    }

    mutating func next() -> Character? {
        while let character = rest.popFirst() {
            switch character {
            case ";":
                return nil
            case "\"":
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*":
                _ = rest.popFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(content.count + 1)
                if let first = content.first, "hms".contains(first), content.allSatisfy({ $0 == first }) { return "[" }
            case "e" where rest.first == "+" || rest.first == "-":
                continue
            case "a" where rest.hasPrefix("m/pm"):
                rest = rest.dropFirst(4)
                return "h"
            case "a" where rest.hasPrefix("/p"):
                rest = rest.dropFirst(2)
                return "h"
            default:
                return character
            }
        }
        return nil
    }
}
