internal import FEEL
internal import Spreadsheet
internal import Standards

extension ValueReader {
    /// What a cell says of an indicator that its format shows otherwise than by its digits: the number that is shown,
    /// changed exactly into the unit of the indicator where it is certain which unit the format writes. Nil for a cell
    /// that is read as the text that it shows.
    func formattedValue(
        of row: borrowing Spreadsheet.Row, at position: Int, as indicator: Indicator
    ) -> (ObservedValue, Fault?)? {
        guard let formatted = row.formatted(at: position) else { return nil }
        let shown = row.text(at: position)
        if shown.isEmpty { return (.missing, (.valueNotShown, ["found": formatted.stored])) }
        guard indicator.kind.isNumeric, let number = formatted.number.flatMap({ Decimal128($0) }) else { return nil }
        if formatted.scale != 0, !Self.names(formatted.unit, asPowerOfTen: -formatted.scale, of: indicator) {
            let unit = indicator.unit.isEmpty ? "1" : indicator.unit
            let values = ["found": shown, "stored": formatted.stored, "unit": unit]
            return (.rejected(shown), (.scaledByFormat, values))
        }
        guard !formatted.unit.isEmpty, let conversion = UnitConversion(from: formatted.unit, to: indicator.unit) else {
            return nil
        }
        let value = ObservedValue.number(conversion(number))
        return (
            value,
            Self.doubt(
                value, indicator.kind, isDivisible: indicator.isDivisible,
                saysPercent: ["%", "％", "‰"].contains(formatted.unit))
        )
    }

    /// Whether `unit` is the multiple of what the indicator counts by which the format has divided: 万元 says that it was
    /// by 10,000. A format that divides by 1,000 and writes 万元 shows a number that nobody meant.
    private static func names(_ unit: String, asPowerOfTen power: Int, of indicator: Indicator) -> Bool {
        let base = indicator.unit.drop { "十百千万亿".contains($0) }
        return UnitConversion(from: unit, to: String(base))?.exponent == power
    }
}
