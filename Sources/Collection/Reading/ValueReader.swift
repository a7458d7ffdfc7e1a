internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

/// Reads what a cell says of an indicator, as DESIGN §7 has it: numbers in Arabic digits with thousands separators and
/// their own unit, 是/否, blank, 不适用. Nothing is scaled and nothing is guessed: what cannot be read is kept as text.
struct ValueReader {
    /// Why a cell was rejected.
    typealias Fault = (kind: FindingKind, values: [String: String])

    /// Units that people type, the standard's own among them.
    let units: Set<String>

    init(_ indicators: [Indicator]) {
        units = Set(indicators.map(\.unit)).union(["元", "千元", "万元", "百万元", "亿元", "万", "亿", "%", "‰"])
            .subtracting([""])
    }

    /// What a cell of a row says, and why it was rejected or is odd.
    func value(
        of row: borrowing Spreadsheet.Row, at position: Int, as indicator: Indicator
    ) -> (ObservedValue, Fault?) {
        switch row.type(at: position) {
        case .formula:
            let formula = row.text(at: position)
            return (.rejected(formula), (.formulaWithoutValue, ["found": formula]))
        case .percent where indicator.kind != .percent:
            return value(of: row.text(at: position) + "%", as: indicator)
        default:
            let plain = row.withText(at: position) { Self.plainValue(of: $0, as: indicator.kind) }
            let (value, fault) = plain.map { ($0, nil) } ?? value(of: row.text(at: position), as: indicator)
            return (value, fault ?? Self.doubt(value, indicator.kind, isDivisible: indicator.isDivisible))
        }
    }

    /// What is odd about a value that was read; the value stands.
    @inline(__always)
    static func doubt(
        _ value: ObservedValue, _ kind: IndicatorKind, isDivisible: @autoclosure () -> Bool
    ) -> Fault? {
        guard case .number(let number) = value else { return nil }
        switch kind {
        case .rank where number < 1:
            return (.rankBelowOne, ["found": number.description])
        case .count, .rank:
            guard !number.isInteger, !isDivisible() else { return nil }
            return (.fractionInCount, ["found": number.description])
        default:
            return nil
        }
    }

    /// The value of a cell that is written the plainest way: nothing, a few ASCII digits, 是 or 否. Nil for whatever
    /// needs a closer look.
    @inline(__always)
    static func plainValue(of text: Span<UInt8>, as kind: IndicatorKind) -> ObservedValue? {
        if text.isEmpty { return .missing }
        if kind.isNumeric {
            guard let number = text.plainDecimal, kind != .percent || number <= 100 else { return nil }
            return .number(number)
        }
        guard kind == .boolean else { return nil }
        return text.equals("是") ? .truth(true) : text.equals("否") ? .truth(false) : nil
    }

    /// What the text of a cell says, and why it was rejected where it was.
    func value(of text: String, as indicator: Indicator) -> (ObservedValue, Fault?) {
        let narrow = text.narrowed
        if narrow.isEmpty { return (.missing, nil) }
        if narrow == TemplateLayout.withdrawn { return (.withdrawn, nil) }
        if narrow == TemplateLayout.notApplicable || narrow.uppercased() == "N/A" { return (.notApplicable, nil) }
        switch indicator.kind {
        case .text:
            return (.text(text.trimmed), nil)
        case .choice:
            guard !indicator.choices.isEmpty else { return (.text(text.trimmed), nil) }
            if indicator.choices.contains(narrow) { return (.text(narrow), nil) }
            let choices = indicator.choices.map { "“\($0)”" }.joined()
            return (.rejected(text), (.badChoice, ["found": text, "choices": choices]))
        case .boolean:
            if let truth = Self.truth(of: narrow) { return (.truth(truth), nil) }
            return (.rejected(text), (.badBoolean, ["found": text]))
        case .count, .amount, .percent, .rank:
            if let number = Self.number(of: narrow, unit: indicator.unit) {
                return Self.impossible(number, as: indicator).map { (.rejected(text), ($0, ["found": text])) }
                    ?? (.number(number), nil)
            }
            if isNumberWithOtherUnit(narrow) {
                let unit = indicator.unit.isEmpty ? "数字" : indicator.unit
                return (.rejected(text), (.unitTyped, ["found": text, "unit": unit]))
            }
            return (.rejected(text), (Self.says(none: narrow) ? .noneTyped : .notANumber, ["found": text]))
        }
    }

    /// Why a number cannot be one of `indicator`: rates of growth alone may be negative, or above a hundred per cent.
    private static func impossible(_ number: Decimal128, as indicator: Indicator) -> FindingKind? {
        if indicator.isGrowthRate { return nil }
        if number < .zero { return .negativeNumber }
        return indicator.kind == .percent && number > 100 ? .percentRange : nil
    }

    /// Whether `text`, which a workbook was sent out with, says what was read. A program may have cut a number to the
    /// fifteen digits that a cell holds.
    func says(_ observed: ObservedValue, _ text: String, as indicator: Indicator) -> Bool {
        let value = value(of: text, as: indicator).0
        if case .number(let number) = observed, case .number(let other) = value, number != other {
            return number.cellText == other.cellText
        }
        return observed == value
    }

    /// 是, 有, √ and true; 否, 无, × and false; nil for anything else. `narrow` is narrowed.
    static func truth(of narrow: String) -> Bool? {
        switch narrow.lowercased() {
        case "是", "true", "有", "√", "✓", "✔": true
        case "否", "false", "无", "×", "✗", "✘": false
        default: nil
        }
    }

    /// Whether a cell in place of a number says that there is none, which may be a zero or a blank. `narrow` is narrowed.
    static func says(none narrow: String) -> Bool {
        noneWords.contains(narrow.lowercased()) || narrow.allSatisfy { "-—–―/\\.".contains($0) }
    }

    private static let noneWords: Set<String> = [
        "无", "没有", "暂无", "未有", "无此项", "无此类", "尚无", "均无", "零", "〇", "o", "否", "×", "none", "nil", "no", "n",
        "空", "无数据", "未开展", "未统计", "未发生", "无统计", "没有统计", "暂无数据", "暂未开展",
    ]

    /// A number with its unit behind it or without; nil for anything else. `narrow` is narrowed.
    static func number(of narrow: String, unit: String) -> Decimal128? {
        var digits = Substring(narrow)
        if !unit.isEmpty, digits.hasSuffix(unit) { digits = Substring(digits.dropLast(unit.count).trimmed) }
        guard let ungrouped = withoutThousandsSeparators(digits), !ungrouped.hasPrefix("."),
            ungrouped.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D })
        else { return nil }
        return Decimal128(ungrouped)
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

    private func isNumberWithOtherUnit(_ narrow: String) -> Bool {
        guard let lastDigit = narrow.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return false }
        let unit = narrow[narrow.index(after: lastDigit)...].trimmed
        return units.contains(unit) && Self.number(of: String(narrow[...lastDigit]), unit: "") != nil
    }
}

extension Decimal128 {
    /// The fifteen digits that a cell holds of the number.
    fileprivate var cellText: String { String(format: "%.15g", Double(description) ?? .nan) }
}

extension Indicator {
    /// Whether the unit can be had in parts: hours and days of work can, persons and projects cannot.
    package var isDivisible: Bool {
        unit.contains { "月日时周年".contains($0) }
    }
}

extension StringProtocol {
    /// With the sign − (U+2212) at the start as -.
    fileprivate var replacingMinus: String {
        hasPrefix("−") ? "-" + dropFirst() : String(self)
    }
}

extension Span where Element == UInt8 {
    /// The number that the bytes are where they are at most eighteen ASCII digits with a decimal point among them at
    /// most; nil for whatever needs a closer look.
    fileprivate var plainDecimal: Decimal128? {
        guard count <= 18 else { return nil }
        var coefficient: Int64 = 0
        var point = -1
        for index in indices {
            let byte = self[index]
            if (0x30...0x39).contains(byte) {
                coefficient = coefficient * 10 + Int64(byte - 0x30)
            } else if byte == 0x2E, point < 0, index > 0, index < count - 1 {
                point = index
            } else {
                return nil
            }
        }
        return point < 0
            ? Decimal128(Int(coefficient)) : Decimal128(coefficient: coefficient, exponent: point + 1 - count)
    }
}
