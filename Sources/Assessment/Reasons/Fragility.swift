package import FEEL
package import Standards

/// The smallest change of any one reported figure with which an outcome would be another.
///
/// A change is measured against the figure: from 120 to 124.1 it is 0.034. A figure of 0 has nothing to be measured
/// against: any change of it is a whole one, 1, and so is that of 是 to 否 or back. Of changes of one size the first
/// counts, by code and year, the smaller value before the greater. Counts and ranks change by 1, other figures by 0.01 or
/// by the last place that was reported, where that is finer. A figure that is not asked for (beside a 否), a text and a
/// choice are left as they are. An outcome that would then not be known is none.
package struct Fragility: Sendable, Hashable {
    package let indicator: Indicator
    package let year: ReportingYear
    package let from: ObservedValue
    package let to: ObservedValue
    /// Relative, above 0.
    package let change: Decimal128
    /// What the outcome would be, as people read it.
    package let becomes: String

    /// `6.1.2 专项经费实际到位资金（万元）（2025年）由120万元改为124.1万元（变动3.4%），即为“未触发”`
    package var text: String {
        let percent = (change * 100).rounded(.halfEven, scale: 2)
        // A change of some ten-thousandths is not none.
        let size = percent.isZero ? "不到0.01%" : "\(percent)%"
        let isWhole = indicator.kind == .boolean || from == .number(0)
        let note = isWhole ? "" : "（变动\(size)）"
        return "\(indicator.code) \(indicator.title)（\(year)年）由\(Self.text(from, indicator))"
            + "改为\(Self.text(to, indicator))\(note)，即为“\(becomes)”"
    }

    private static func text(_ value: ObservedValue, _ indicator: Indicator) -> String {
        guard indicator.kind.isNumeric else { return "“\(value.text ?? "")”" }
        return indicator.kind == .rank ? "第\(value.text ?? "")名" : (value.text ?? "") + indicator.unit
    }
}

/// How fragile the outcomes of one consortium are.
package struct Fragilities: Sendable {
    /// Nil where no change of one figure makes the verdict another.
    package let verdict: Fragility?
    /// By the code of a clause; those whose outcome is not known, or no figure changes, are not there.
    package let clauses: [String: Fragility]
    /// By the code of an observation point that is met or not.
    package let points: [String: Fragility]
}
