package import FEEL

/// What an item of a work plan wants of a figure, as far as its words can be compared: `≥120人`, `不超过3%`, `前10名`, `是`.
package enum PlanTarget: Sendable, Hashable {
    case atLeast(Decimal128)
    case atMost(Decimal128)
    case truth(Bool)

    private static let mostWords = ["≤", "<=", "不超过", "不高于", "不多于", "以内", "以下", "至多", "最多", "降至", "降到", "控制在"]

    /// Nil where the words are no target for such a figure: a text, several numbers, or one in another unit.
    ///
    /// - Parameter unit: the unit of the figure: 万元, 人次, %.
    package init?(_ text: String, kind: IndicatorKind, unit: String) {
        let words = String(text.map(Self.narrow)).filter { !$0.isWhitespace }
        switch kind {
        case .text, .choice: return nil
        case .boolean:
            switch words {
            case "是", "有", "√": self = .truth(true)
            case "否", "无", "×": self = .truth(false)
            default: return nil
            }
        case .count, .amount, .percent, .rank:
            let numbers = words.filter { $0 != "," }.matches(of: /[0-9]+(\.[0-9]+)?/)
            guard numbers.count == 1, let number = Decimal128(String(numbers[0].output.0)) else { return nil }
            // 万, 千 and their like are digits to a regular expression's \d.
            guard !words.contains(/[0-9][亿千百倍]/), unit.hasPrefix("万") || !words.contains(/[0-9]万/) else { return nil }
            self =
                kind == .rank || Self.mostWords.contains(where: words.contains) ? .atMost(number) : .atLeast(number)
        }
    }

    /// Full-width digits and marks as the narrow ones.
    private static func narrow(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value),
            let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(narrow)
    }

    /// Whether a figure is what is wanted; nil where it is of another sort or there is none.
    package func isMet(by value: ObservedValue) -> Bool? {
        switch (self, value) {
        case (.atLeast(let wanted), .number(let number)): number >= wanted
        case (.atMost(let wanted), .number(let number)): number <= wanted
        case (.truth(let wanted), .truth(let truth)): truth == wanted
        default: nil
        }
    }
}
