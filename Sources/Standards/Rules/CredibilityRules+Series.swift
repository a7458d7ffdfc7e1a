package import FEEL

/// What is odd about a figure beside that of the year before: a hint to whoever reports it, and a weak signal to whoever
/// judges it (DESIGN §5). Source of the thresholds: `credibility.yml`.
package enum SeriesDoubt: Sendable, Hashable {
    /// So many times the year before that a unit or a digit may be wrong.
    case rise
    /// So small a part of the year before.
    case fall
    /// A percentage of at most 1 beside one that is much higher: 0.39 may be meant as 39 %. The lower of the two is that of
    /// this year, or that of the year before.
    case fraction, fractionBefore
    /// A running total that is lower than it was.
    case lowerTotal
}

extension CredibilityRules {
    /// Whether anything can be odd about a figure of `indicator` beside another.
    package func mayDoubt(_ indicator: Indicator) -> Bool {
        indicator.isCumulative || jumps[indicator.kind] != nil && !indicator.isGrowthRate
    }

    /// What is odd about `new` beside `old`, the figure of the year before; nil where nothing is.
    package func doubt(of indicator: Indicator, _ new: Decimal128, after old: Decimal128) -> SeriesDoubt? {
        if indicator.isCumulative, new < old { return .lowerTotal }
        guard let jump = jumps[indicator.kind], !indicator.isGrowthRate, old > .zero, new > .zero, old >= jump.from
        else { return nil }
        let (rises, falls) = (new >= jump.factor * old, old >= jump.factor * new)
        guard indicator.kind == .percent else { return rises ? .rise : falls ? .fall : nil }
        if falls, new <= 1, old > 1 { return .fraction }
        return rises && old <= 1 && new > 1 ? .fractionBefore : nil
    }

    /// The most that a figure of `indicator` can be; nil where nothing bounds it.
    package func most(of indicator: Indicator) -> Decimal128? {
        limits.first { $0.unit == indicator.unit }?.most
    }
}
