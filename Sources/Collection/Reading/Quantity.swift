internal import FEEL

/// A number as people type it, with the unit that they type with it: `1,200`, `¥120万`, `３０％`, `3千人次`, `120（万元）`.
struct Quantity {
    let number: Decimal128
    /// Empty where there is none; 元 for an amount that says no more than its currency.
    let unit: String

    private static let currencies = ["人民币", "RMB", "¥", "￥"]

    /// Nil where `narrow`, which is narrowed, does not begin with one number and nothing before it but a currency.
    init?(_ narrow: String) {
        let currency = Self.currencies.first { narrow.hasPrefix($0) }
        let text = String(narrow.dropFirst(currency?.count ?? 0)).trimmed
        let digits = text.prefix { $0.isDigit || "+-−.,".contains($0) }
        guard let ungrouped = Self.withoutThousandsSeparators(digits), !ungrouped.hasPrefix("."),
            ungrouped.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }),
            let number = Decimal128(ungrouped)
        else { return nil }
        self.number = number
        var rest = text[digits.endIndex...].trimmed
        if rest.hasPrefix("("), rest.hasSuffix(")") { rest = rest.dropFirst().dropLast().trimmed }
        unit = currency != nil && !rest.contains("元") ? rest + "元" : rest
    }

    /// The number without its sign + and the commas after every third digit; nil where commas stand elsewhere.
    private static func withoutThousandsSeparators(_ text: Substring) -> String? {
        let number = text.hasPrefix("+") ? text.dropFirst() : text
        guard !(text.hasPrefix("+") && number.hasPrefix("-")) else { return nil }
        guard number.contains(",") else { return number.replacingMinus }
        let whole = number.prefix { $0 != "." }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let first = groups[0].drop { $0 == "-" || $0 == "−" }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
            !number.dropFirst(whole.count).contains(",")
        else { return nil }
        return (groups.joined() + number.dropFirst(whole.count)).replacingMinus
    }
}

extension StringProtocol {
    /// With the sign − (U+2212) at the start as -.
    fileprivate var replacingMinus: String {
        hasPrefix("−") ? "-" + dropFirst() : String(self)
    }
}
