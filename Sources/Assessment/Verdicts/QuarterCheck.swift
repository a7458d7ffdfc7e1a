package import FEEL
package import Standards

/// How an indicator stands within a year, by the quarters told so far. It warns early and decides nothing: no clause reads
/// it.
package struct QuarterCheck: Sendable, Hashable {
    package let rule: QuarterRule
    package let indicator: Indicator
    package let year: ReportingYear
    /// What was told of each quarter, in their order; nil where nothing was.
    package let figures: [QuarterFigure?]
    /// The year's figure as it was reported; nil where it was not.
    package let annual: Decimal128?
    /// What was planned for the year; nil where no plan is known.
    package let plan: Decimal128?

    package init(
        rule: QuarterRule, indicator: Indicator, year: ReportingYear, figures: [QuarterFigure], annual: Decimal128?,
        plan: Decimal128?
    ) {
        self.rule = rule
        self.indicator = indicator
        self.year = year
        // An authority's word stands over the consortium's own.
        let ranked = figures.filter { $0.quarter.year == year && $0.indicator == indicator.code }
            .sorted { $0.reportedBy == nil && $1.reportedBy != nil }
        self.figures = (1...4).map { number in ranked.first { $0.quarter.number == number } }
        self.annual = annual
        self.plan = plan
    }

    /// How many quarters the known figures reach: of sums those without a gap from the first, of running totals the last
    /// one told.
    package var reach: Int {
        switch rule.method {
        case .sum: figures.prefix { $0 != nil }.count
        case .last: (figures.lastIndex { $0 != nil } ?? -1) + 1
        }
    }

    /// What was reached by then; nil where nothing is known from the beginning.
    package var reached: Decimal128? {
        guard reach > 0 else { return nil }
        return switch rule.method {
        case .sum: figures.prefix(reach).compactMap { $0?.value }.reduce(.zero, +)
        case .last: figures[reach - 1]?.value
        }
    }

    /// What would have been reached by then had the plan gone evenly.
    package var expected: Decimal128? {
        plan.flatMap { reach > 0 ? $0 * Decimal128(reach) / 4 : nil }
    }

    /// Whether it lags behind the plan: a warning while the year's own figure is not known, and never more.
    package var isShort: Bool {
        guard annual == nil, let reached, let expected else { return false }
        return reached < expected
    }

    /// What the quarters come to for the year, where it is over by them and nobody reported the year's figure.
    package var standIn: Decimal128? { annual == nil && reach == 4 ? reached : nil }

    /// One sentence: what was told, and what follows from it.
    package var text: String {
        let unit = indicator.unit
        guard let reached else { return "第一季度的数没有报，尚不能累计。" }
        var text = reach == 4 ? "四个季度共\(reached)\(unit)" : "前\(reach)个季度共\(reached)\(unit)"
        if let expected, annual == nil {
            text += "，按全年计划\(plan?.description ?? "")\(unit)均摊应为\(expected)\(unit)"
            text += isShort ? "，少\(expected - reached)\(unit)，请查明原因（只作预警，不进入条款）" : "，不低于计划进度"
        }
        if let annual {
            text += "；全年以年报数\(annual)\(unit)为准"
            if reach == 4, annual != reached { text += "，与季度数不同" }
        } else if let standIn {
            text += "；年报数没有报，暂以季度数\(standIn)\(unit)参考，请在年报中报送"
        }
        return text + "。"
    }
}
