package import FEEL

/// An exact change of a number from the unit that it was written in to the unit that is asked for, where both count the
/// same thing: 元, 千元, 万元, 百万元, 亿元 are money; 人次, 千人次, 万人次 are visits; % and ‰ are shares; 家 and 个 are things.
///
///     UnitConversion(from: "元", to: "万元")?(1_200_000)     // 120
///     UnitConversion(from: "人", to: "人次")                 // nil: nobody knows
///
/// All of them are powers of ten, so that nothing is rounded. A multiple that names nothing (万, 亿) counts what is asked
/// for: 120万 of money is 120万元, 1.2万 visits are 12000人次.
package struct UnitConversion: Sendable, Hashable {
    /// The power of ten by which the number changes; 0 where both units are the same or mean the same.
    package let exponent: Int

    /// Nil where it is not certain that `unit` counts what `target` counts. Both as people write them, in any width.
    package init?(from unit: String, to target: String) {
        guard let source = Unit(unit), let target = Unit(target) else { return nil }
        if source.base.isEmpty {
            guard !target.base.isEmpty, target.base != Unit.share else { return nil }
        } else if source.base != target.base {
            return nil
        }
        exponent = source.exponent - target.exponent
    }

    /// The number in the unit that is asked for.
    package func callAsFunction(_ number: Decimal128) -> Decimal128 {
        guard exponent != 0 else { return number }
        let power = Decimal128(coefficient: 1, exponent: abs(exponent))
        return exponent > 0 ? number * power : number / power
    }

    /// Whether `text` is a unit that people write behind numbers, in the headers of columns or above tables, and no other
    /// remark.
    package static func isUnit(_ text: String) -> Bool {
        guard let unit = Unit(text) else { return false }
        return unit.base.isEmpty || Unit.bases.contains(unit.base)
    }

    /// Whether `text` is a multiple that does not say of what, such as 万.
    static func isBareMultiple(_ text: String) -> Bool { Unit(text)?.base.isEmpty ?? false }
}

/// What is counted, and in which multiple of ten of it.
private struct Unit {
    var exponent = 0
    let base: String

    static let share = "%"
    private static let multiples: [Character: Int] = [
        "十": 1, "百": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8,
    ]
    private static let shares = ["%": 0, "百分点": 0, "个百分点": 0, "‰": -1, "‱": -2]
    private static let currencies = ["人民币", "RMB", "CNY", "¥", "￥"]
    /// Words that count the same.
    private static let words: [String: String] = [
        "元": "元", "圆": "元", "元整": "元", "圆整": "元", "块": "元", "块钱": "元",
        "人": "人", "名": "人", "位": "人", "人次": "人次", "人月": "人月", "人日": "人日", "人天": "人日",
        "个": "个", "家": "个", "所": "个", "项": "个", "件": "个", "种": "个", "间": "个", "处": "个", "座": "个", "条": "个",
        "支": "个", "台": "个", "套": "个", "部": "个", "篇": "个", "类": "个",
        "次": "次", "份": "份", "本": "本", "门": "门", "课时": "课时", "小时/周": "小时/周", "亩": "亩", "平方米": "平方米",
    ]
    static let bases = Set(words.values).union([share])

    /// Nil where nothing is written.
    init?(_ text: String) {
        var rest = text.identifier.filter { !$0.isWhitespace }
        if let share = Self.shares[rest] {
            (exponent, base) = (share, Self.share)
            return
        }
        var isMoney = false
        for currency in Self.currencies {
            if rest.hasPrefix(currency) {
                rest.removeFirst(currency.count)
                isMoney = true
            } else if rest.hasSuffix(currency) {
                rest.removeLast(currency.count)
                isMoney = true
            }
        }
        guard !rest.isEmpty || isMoney else { return nil }
        while let multiple = rest.first.flatMap({ Self.multiples[$0] }) {
            exponent += multiple
            rest.removeFirst()
        }
        base = isMoney && rest.isEmpty ? "元" : Self.words[rest] ?? rest
    }
}
