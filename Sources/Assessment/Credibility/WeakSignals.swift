import FEEL
import History
import Standards

/// Signs that a figure may be a slip rather than the truth. They are shown to people and decide nothing.
enum WeakSignals {
    static func signals(
        of panel: Panel, consortium: String, edition: Edition, year: ReportingYear
    ) -> [CredibilitySignal] {
        guard let rules = edition.credibility else { return [] }
        let numeric = edition.indicators.filter(\.kind.isNumeric)
        let found =
            numeric.flatMap { indicator -> [Found] in
                [doubt(indicator, panel, rules, year), frozen(indicator, panel, rules, year)].compactMap(\.self)
            } + rules.parts.compactMap { partExceedsWhole($0, panel, edition, year) }
        return found.map { kind, text, cells in
            CredibilitySignal(
                id: CredibilitySignal.id(
                    kind, parties: [consortium], cells: cells.map { "\($0.0.code) \($0.1)" }), kind: kind,
                grade: .weak, consortium: consortium, parties: [consortium], year: year, text: text,
                because: cells.map { indicator, year in
                    Evidence(
                        subject: .cell(indicator: indicator, year: year, basis: .actual),
                        value: panel.value(indicator.ordinal, year).text, status: .reported, source: nil)
                })
        }
    }

    private typealias Found = (CredibilitySignal.Kind, String, [(Indicator, ReportingYear)])

    private static func number(_ indicator: Indicator, _ panel: Panel, _ year: ReportingYear) -> Decimal128? {
        guard case .number(let number) = panel.value(indicator.ordinal, year) else { return nil }
        return number
    }

    /// What is odd beside the year before. Whoever reports the figure is told of the same.
    private static func doubt(
        _ indicator: Indicator, _ panel: Panel, _ rules: CredibilityRules, _ year: ReportingYear
    ) -> Found? {
        let before = year.advanced(by: -1)
        guard let old = number(indicator, panel, before), let new = number(indicator, panel, year),
            let doubt = rules.doubt(of: indicator, new, after: old)
        else { return nil }
        let (code, unit) = (indicator.code, indicator.unit)
        let (kind, text): (CredibilitySignal.Kind, String) =
            switch doubt {
            case .rise, .fall: (.tenfoldJump, "观测点 \(code) 由\(old)\(unit)变为\(new)\(unit)，请核对单位")
            case .fraction: (.fractionForPercent, "观测点 \(code) 由\(old)%变为\(new)%，请核对是否填成了小数")
            case .fractionBefore: (.fractionForPercent, "观测点 \(code) 由\(old)%变为\(new)%，请核对上年是否填成了小数")
            case .lowerTotal: (.fallingCumulative, "观测点 \(code) 是累计数，由\(old)\(unit)降为\(new)\(unit)")
            }
        return (kind, text, [(indicator, before), (indicator, year)])
    }

    private static func frozen(
        _ indicator: Indicator, _ panel: Panel, _ rules: CredibilityRules, _ year: ReportingYear
    ) -> Found? {
        let years = (0..<rules.frozenYears).map { year.advanced(by: -$0) }
        let figures = years.map { panel.cell(indicator.ordinal, $0).significand(digits: rules.significantDigits) }
        guard let first = figures[0], figures.allSatisfy({ $0.map { $0 == first } ?? false }) else { return nil }
        let text = panel.value(indicator.ordinal, year).text ?? ""
        return (
            .frozenFigures, "观测点 \(indicator.code) 连续\(rules.frozenYears)年均为\(text)\(indicator.unit)",
            years.reversed().map { (indicator, $0) }
        )
    }

    private static func partExceedsWhole(
        _ pair: CredibilityRules.Part, _ panel: Panel, _ edition: Edition, _ year: ReportingYear
    ) -> Found? {
        guard let part = edition.indicator(pair.part), let whole = edition.indicator(pair.whole),
            let small = number(part, panel, year), let large = number(whole, panel, year), small > large
        else { return nil }
        return (
            .partExceedsWhole, "观测点 \(part.code)（\(small)\(part.unit)）大于 \(whole.code)（\(large)\(whole.unit)）",
            [(part, year), (whole, year)]
        )
    }
}
