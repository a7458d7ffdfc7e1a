internal import FEEL
internal import Standards

/// What was filled in where a form prints a hint or a unit for people to write over or beside.
enum FormText {
    /// The text without hints such as `（不超过200字）`, `(公章)` and rules to write on.
    static func filledIn(_ text: String) -> String {
        var rest = text[...]
        var filled = ""
        while let open = rest.firstIndex(where: { $0 == "(" || $0 == "（" }),
            let close = rest[open...].firstIndex(where: { $0 == ")" || $0 == "）" })
        {
            let end = rest.index(after: close)
            filled += rest[..<open]
            if !isHint(String(rest[open..<end])) { filled += rest[open..<end] }
            rest = rest[end...]
        }
        return String((filled + rest).filter { $0 != "_" && $0 != "＿" }).trimmed
    }

    private static func isHint(_ text: String) -> Bool {
        let words = text.filter { !$0.isWhitespace }.dropFirst().dropLast()
        return words == "公章" || words == "盖章" || words.hasPrefix("不超过") && words.hasSuffix("字")
            || words.hasSuffix("字以内")
    }

    /// The length as office programs count it: each ideograph and sign one, each word of other letters or digits one.
    static func length(_ text: String) -> Int {
        var count = 0
        var isInWord = false
        for character in text {
            let isOfWord = character.isASCII && !character.isWhitespace
            if !character.isWhitespace, !(isOfWord && isInWord) { count += 1 }
            isInWord = isOfWord
        }
        return count
    }
}

extension FormCrosswalk.Field {
    /// All ways to write the unit.
    private var units: [String] { unit.isEmpty ? [] : [unit] + otherUnits }

    /// Whether a remark in brackets beside the label says a unit that is not the field's: 元 where 万元 is asked for.
    func otherUnit(in remarks: [String], among units: Set<String>) -> String? {
        remarks.first { units.contains($0) && !self.units.contains($0) }
    }

    /// What a cell was filled in with, without the hint or the unit that stood there before.
    func filledIn(_ text: String) -> String {
        let text = FormText.filledIn(text)
        return units.contains(text.narrowed) ? "" : text
    }

    /// Reads what a cell was filled in with, as DESIGN §7 has it, the unit before the number too.
    func value(of filled: String, _ reader: ValueReader) -> (ObservedValue, ValueReader.Fault?) {
        let indicator = Indicator(
            ordinal: 0, code: IndicatorCode(id), title: label.text, kind: kind, unit: unit, reporter: "",
            evidenceDue: false)
        guard kind.isNumeric else { return reader.value(of: filled, as: indicator) }
        var (value, fault) = reader.value(of: withoutUnit(filled.narrowed), as: indicator)
        if case .rejected = value {
            value = .rejected(filled)
            fault?.values["found"] = filled
        }
        return (
            value, fault ?? ValueReader.doubt(value, kind, isDivisible: indicator.isDivisible)
        )
    }

    /// `12` of `12个` and of `个：12`. Longer ways to write the unit go first: 课时数 is not 课时 and a 数.
    private func withoutUnit(_ text: String) -> String {
        for unit in units.sorted(by: { $0.count > $1.count }) {
            if text.hasSuffix(unit) { return text.dropLast(unit.count).trimmed }
            if text.hasPrefix(unit) { return String(text.dropFirst(unit.count).drop { ":： ".contains($0) }) }
        }
        return text
    }
}
