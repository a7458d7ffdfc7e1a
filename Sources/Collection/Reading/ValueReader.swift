internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

/// Reads what a cell says of an indicator, as DESIGN §7 has it: numbers in Arabic digits with thousands separators and a
/// unit, 是/否, blank, 不适用. A unit that certainly becomes the indicator's is converted; nothing is guessed: what cannot be
/// read is kept as text.
struct ValueReader {
    /// Why a cell was rejected, or what people are to be told of how it was read.
    typealias Fault = (kind: FindingKind, values: [String: String])

    /// Units that people type, the standard's own among them.
    let units: Set<String>

    init(_ indicators: [Indicator]) {
        units = Set(indicators.map(\.unit)).union(["元", "千元", "万元", "百万元", "亿元", "万", "亿", "%", "‰"])
            .subtracting([""])
    }

    /// What a cell of a row says, and why it was rejected or is odd.
    /// - Parameter stated: what the table says of numbers that are written without a unit.
    func value(
        of row: borrowing Spreadsheet.Row, at position: Int, as indicator: Indicator,
        stated: StatedUnits.Statement = .asAsked
    ) -> (ObservedValue, Fault?) {
        switch row.type(at: position) {
        case .formula:
            let formula = row.text(at: position)
            return (.rejected(formula), (.formulaWithoutValue, ["found": formula]))
        case .formatted:
            if let read = formattedValue(of: row, at: position, as: indicator) { return read }
            return value(of: row.text(at: position), as: indicator, stated: stated)
        case .percent:
            return value(of: row.text(at: position) + "%", as: indicator)
        default:
            let plain = row.withText(at: position) { Self.plainValue(of: $0, as: indicator.kind) }
            guard let plain else { return value(of: row.text(at: position), as: indicator, stated: stated) }
            guard case .number(let number) = plain else { return (plain, nil) }
            return value(of: number, number.description, as: indicator, stated: stated)
        }
    }

    /// What is odd about a value that was read; the value stands.
    @inline(__always)
    static func doubt(
        _ value: ObservedValue, _ kind: IndicatorKind, isDivisible: @autoclosure () -> Bool,
        saysPercent: @autoclosure () -> Bool = false
    ) -> Fault? {
        guard case .number(let number) = value else { return nil }
        switch kind {
        case .percent where number < 1 && !number.isNegative && !number.isZero && !saysPercent():
            return (
                .percentFraction,
                ["found": number.description, "hundredfold": (number * Decimal128(100)).description]
            )
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
    func value(
        of text: String, as indicator: Indicator, stated: StatedUnits.Statement = .asAsked
    ) -> (ObservedValue, Fault?) {
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
            return value(ofNumber: text, narrow, as: indicator, stated: stated)
        }
    }

    private func value(
        ofNumber text: String, _ narrow: String, as indicator: Indicator, stated: StatedUnits.Statement
    ) -> (ObservedValue, Fault?) {
        guard let quantity = Quantity(narrow) else {
            return (.rejected(text), (Self.says(none: narrow) ? .noneTyped : .notANumber, ["found": text]))
        }
        let (number, unit) = (quantity.number, quantity.unit)
        if unit.isEmpty { return value(of: number, text, as: indicator, stated: stated) }
        if unit == indicator.unit.narrowed { return judged(number, text, as: indicator, saysUnit: true) }
        guard let conversion = UnitConversion(from: unit, to: indicator.unit) else {
            guard UnitConversion.isUnit(unit) || units.contains(unit) else {
                return (.rejected(text), (.notANumber, ["found": text]))
            }
            return Self.inOtherUnit(text, indicator)
        }
        let converted = conversion(number)
        let (value, doubt) = judged(converted, text, as: indicator, saysUnit: true)
        guard conversion.exponent != 0 || UnitConversion.isBareMultiple(unit) else { return (value, doubt) }
        let told = ["found": text, "converted": converted.description, "unit": indicator.unit]
        return (value, doubt ?? (.unitConverted, told))
    }

    /// A number that is written without a unit.
    private func value(
        of number: Decimal128, _ text: String, as indicator: Indicator, stated: StatedUnits.Statement
    ) -> (ObservedValue, Fault?) {
        switch stated {
        case .asAsked: return judged(number, text, as: indicator)
        case .other(let conversion, let unit):
            let (value, doubt) = judged(conversion(number), text + unit, as: indicator, saysUnit: true)
            return (value, doubt ?? (.unitStated, ["found": unit, "unit": indicator.unit]))
        case .unclear(let unit): return Self.inOtherUnit(text + unit, indicator)
        }
    }

    private static func inOtherUnit(_ text: String, _ indicator: Indicator) -> (ObservedValue, Fault?) {
        (.rejected(text), (.unitTyped, ["found": text, "unit": indicator.unit.isEmpty ? "数字" : indicator.unit]))
    }

    /// The number where it can be one of `indicator`, with what is odd about it.
    private func judged(
        _ number: Decimal128, _ text: String, as indicator: Indicator, saysUnit: Bool = false
    ) -> (ObservedValue, Fault?) {
        if let kind = Self.impossible(number, as: indicator) { return (.rejected(text), (kind, ["found": text])) }
        let value = ObservedValue.number(number)
        let doubt = Self.doubt(
            value, indicator.kind, isDivisible: indicator.isDivisible,
            saysPercent: saysUnit || indicator.isGrowthRate)
        return (value, doubt)
    }

    /// Why a number cannot be one of `indicator`.
    private static func impossible(_ number: Decimal128, as indicator: Indicator) -> FindingKind? {
        let accepted = indicator.accepted
        if let least = accepted.least, number < least { return .negativeNumber }
        return accepted.contains(number) ? nil : .percentRange
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
