import Configuration
import FEEL
import Standards

extension YAMLEntry {
    /// The indicator of the standard that the entry names; an unknown one is an issue.
    func indicator(of edition: Edition) -> Indicator? {
        if let indicator = edition.indicator(IndicatorCode(rawText ?? "")) { return indicator }
        report(
            expected: "应为已有的观测点编号", remedy: "请查 indicators.yml",
            suggestion: rawText.flatMap {
                NameSuggestion.nearest(to: $0, among: edition.indicators.map(\.code.text))
            })
        return nil
    }

    /// The indicators that the entry names: one (`6.1.2`), or all from the first to the last (`9.1.1…9.1.6`).
    func indicators(of edition: Edition) -> ArraySlice<Indicator> {
        let ends = (rawText ?? "").split(separator: "…").map { edition.indicator(IndicatorCode(String($0))) }
        guard ends.count == 2, case (let first??, let last??) = (ends.first, ends.last),
            first.ordinal <= last.ordinal
        else {
            return indicator(of: edition).map { edition.indicators[$0.ordinal...$0.ordinal] } ?? []
        }
        return edition.indicators[first.ordinal...last.ordinal]
    }

    /// The years that the entry names: one (`2025`), or all from the first to the last (`2022…2025`).
    var years: [ReportingYear] {
        let ends = (rawText ?? "").split(separator: "…").map { ReportingYear(text: $0) }
        guard ends.count == 2, case (let first??, let last??) = (ends.first, ends.last), first <= last else {
            return [year]
        }
        return Array(first...last)
    }

    /// A cell as a form would hold it: 是 or 否, a number, a text; blank is missing, 不适用 is not applicable.
    func observed(by indicator: Indicator) -> ObservedValue {
        guard let text = rawText, !text.isEmpty else { return .missing }
        if text == "不适用" { return .notApplicable }
        switch indicator.kind {
        case .boolean: return word(among: [("是", true), ("否", false)]).map(ObservedValue.truth) ?? .missing
        case .count, .amount, .percent, .rank: return .number(number)
        case .choice: return .text(word(among: indicator.choices.map { ($0, $0) }) ?? "")
        case .text: return .text(text)
        }
    }

    /// 是, 否, or blank for unknown.
    var truthIfKnown: Bool? {
        rawText?.isEmpty ?? true ? nil : word(among: [("是", true), ("否", false)])
    }

    /// The place as the source of an observation or a register entry.
    var source: CellSource {
        CellSource(file: document.name, sha256: "", sheet: nil, row: line, column: column)
    }
}
