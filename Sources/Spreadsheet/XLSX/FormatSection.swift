/// A section of a number format: how it shows the numbers that it is for.
struct FormatSection: Sendable, Hashable {
    private(set) var shape = NumberShape.plain
    private(set) var condition: FormatCondition?
    /// Whether it shows a text rather than a number.
    private(set) var isOfText = false
    /// Whether it shows the number at all, or words in its place only.
    private(set) var showsDigits = false
    /// What it shows before and behind the digits.
    private(set) var prefix = ""
    private(set) var suffix = ""
    /// How many places the point is moved to the right.
    private(set) var scale = 0
    /// The places of whole digits from the left, with what stands between them.
    private var places: [Place] = []
    /// Whether what stands between the places has to be laid out with the digits, as in `0000-00-00`.
    private var isLaidOut = false

    private enum Place: Hashable {
        /// `0`, `#` or `?`
        case digit(Character)
        case literal(String)
    }

    init(shape: NumberShape) {
        self.shape = shape
        showsDigits = true
    }

    /// - Parameter isFirst: whether it is the first of its format; those after it write signs of their own.
    init(_ tokens: [FormatToken], isFirst: Bool) {
        var (hasDay, hasMonth, hasTime, isElapsed) = (false, false, false, false)
        for token in tokens {
            switch token {
            case .date("m"): hasMonth = true
            case .date("h"), .date("s"): hasTime = true
            case .date: hasDay = true
            case .elapsed: isElapsed = true
            case .text: isOfText = true
            case .condition(let condition): self.condition = condition
            default: break
            }
        }
        shape = NumberShape(hasDay: hasDay, hasMonth: hasMonth, hasTime: hasTime, isElapsed: isElapsed)
        showsDigits = shape != .plain
        guard shape == .plain else { return }
        readNumber(Self.withoutNotations(tokens))
        trim(isFirst: isFirst)
        if showsDigits, suffix == "%", prefix.isEmpty, !isLaidOut { shape = .percent }
    }

    /// Whether it shows nothing but the number's digits.
    var isPlain: Bool { shape == .plain && showsDigits && unit.isEmpty && scale == 0 && !pads && !isLaidOut }

    /// What stands before and behind the digits.
    var unit: String { prefix + suffix }

    /// Whether it shows a dash in the place of the number, as accountants do for zero.
    var isDash: Bool { !showsDigits && shape == .plain && !prefix.isEmpty && prefix.allSatisfy { "-–—－".contains($0) } }

    /// The number that the section shows; nil where it shows words, or digits with something set between them.
    func shownNumber(_ number: DecimalText) -> String? {
        showsDigits && !isLaidOut ? number.shifted(by: scale).plain : nil
    }

    /// The number as the section shows it, with all its digits.
    func text(of number: DecimalText) -> String {
        guard showsDigits else { return prefix }
        let signed = number.shifted(by: scale).plain
        let shown = signed.drop { $0 == "-" }
        let sign = signed.prefix(signed.count - shown.count)
        let whole = shown.prefix { $0 != "." }
        guard isLaidOut || pads else { return sign + prefix + shown + suffix }
        return sign + prefix + laidOut(whole) + shown.dropFirst(whole.count) + suffix
    }

    /// Whether there are more places for whole digits than a number needs that has one.
    private var pads: Bool { places.count { $0 == .digit("0") } > 1 }

    /// The digits in their places from the right, those that are too many at the first.
    private func laidOut(_ digits: Substring) -> String {
        var rest = digits
        var text = ""
        var placesLeft = places.count { if case .digit = $0 { true } else { false } }
        for place in places.reversed() {
            switch place {
            case .literal(let literal): text = literal + text
            case .digit(let kind):
                placesLeft -= 1
                let count = placesLeft == 0 ? rest.count : min(1, rest.count)
                if rest.isEmpty, kind == "0" { text = "0" + text }
                text = rest.suffix(count) + text
                rest = rest.dropLast(count)
            }
        }
        return text
    }

    private mutating func readNumber(_ tokens: [FormatToken]) {
        var isFraction = false
        var commas = 0
        for token in tokens {
            switch token {
            case .digit(let kind):
                // What seemed to stand behind the digits stands between them.
                if !isFraction {
                    if showsDigits, !suffix.isEmpty { places.append(.literal(suffix)) }
                    places.append(.digit(kind))
                    suffix = ""
                }
                showsDigits = true
                commas = 0
            case .general, .text: showsDigits = true
            case .point where !isFraction:
                showsDigits = true
                isFraction = true
                scale -= commas * 3
                commas = 0
            case .comma where showsDigits: commas += 1
            case .percent:
                scale += 2
                append("%")
            case .point: append(".")
            case .comma: append(",")
            case .fraction: append("/")
            case .literal(let literal): append(literal)
            default: break
            }
        }
        scale -= commas * 3
        moveWrittenPoint(isFraction: isFraction)
    }

    private mutating func append(_ literal: String) {
        if showsDigits { suffix += literal } else { prefix += literal }
    }

    /// A point that is written between whole digits moves the number's own: 1200000 is shown as 120.0 by `0"."0,`.
    private mutating func moveWrittenPoint(isFraction: Bool) {
        let literals = places.indices.filter { if case .literal = places[$0] { true } else { false } }
        guard let first = literals.first else { return }
        if literals.count == 1, places[first] == .literal("."), !isFraction {
            scale -= places.count - 1 - first
            places.removeSubrange(first...)
        } else {
            isLaidOut = true
        }
    }

    /// The tokens with the places of a number alone where it is shown with a power of ten or as a fraction, which say
    /// the same number.
    private static func withoutNotations(_ tokens: [FormatToken]) -> [FormatToken] {
        var kept: [FormatToken] = []
        var rest = tokens[...]
        while let token = rest.popFirst() {
            if token == .exponent {
                rest = rest.drop(while: \.isPlace)
            } else if token == .fraction, kept.last?.isPlace == true, rest.first?.isDenominator == true {
                while kept.last?.isPlace == true { kept.removeLast() }
                rest = rest.drop(while: \.isDenominator)
                kept.append(.general)
            } else {
                kept.append(token)
            }
        }
        return kept
    }

    /// White space and the signs that tell negative numbers from others say nothing of what the number counts.
    private mutating func trim(isFirst: Bool) {
        let signs = isFirst || !showsDigits ? "" : "+-()（）"
        func trimmed(_ text: String) -> String {
            func isEdge(_ character: Character) -> Bool { character.isWhitespace || signs.contains(character) }
            return String(text.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
        }
        prefix = trimmed(prefix)
        suffix = trimmed(suffix)
        if prefix == "+", showsDigits { prefix = "" }
    }
}

extension FormatToken {
    fileprivate var isPlace: Bool { if case .digit = self { true } else { false } }

    /// Whether it may stand below the stroke of a fraction: a place or a digit, as in `# ??/16`.
    fileprivate var isDenominator: Bool {
        if case .literal(let literal) = self { return literal.count == 1 && literal.allSatisfy(\.isASCIIDigit) }
        return isPlace
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
