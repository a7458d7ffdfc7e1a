import FEEL
internal import History
import Standards

extension Subject {
    /// How the year and the one after it stand by quarters: indicators of which any was told.
    var quarters: [QuarterCheck] {
        let told = national.quarters[consortium.id]
        guard !told.isEmpty else { return [] }
        let years = [year, year.advanced(by: 1)]
        return years.flatMap { year in
            rules.edition.quarterRules.compactMap { rule -> QuarterCheck? in
                guard let indicator = rules.edition.indicator(rule.indicator),
                    told.contains(where: { $0.indicator == rule.indicator && $0.quarter.year == year })
                else { return nil }
                return QuarterCheck(
                    rule: rule, indicator: indicator, year: year, figures: told,
                    annual: panel.value(indicator.ordinal, year).number, plan: plan(of: rule, indicator, in: year))
            }
        }
    }

    /// The year's plan as figures have it, else the target of its annual work plan.
    private func plan(of rule: QuarterRule, _ indicator: Indicator, in year: ReportingYear) -> Decimal128? {
        if let plan = planByPoint(of: rule, indicator, in: year) { return plan }
        // What was promised first counts.
        let promised = national.workPlans[consortium.id].first {
            $0.year == year && $0.indicator == indicator.code && !$0.target.isEmpty
        }
        let target = promised.flatMap { PlanTarget($0.target, kind: indicator.kind, unit: indicator.unit) }
        return if case .atLeast(let number)? = target { number } else { nil }
    }

    private func planByPoint(of rule: QuarterRule, _ indicator: Indicator, in year: ReportingYear) -> Decimal128? {
        guard let code = rule.plan else { return panel.value(indicator.ordinal, year, .committed).number }
        guard let plan = rules.edition.indicator(code) else { return nil }
        return panel.value(plan.ordinal, year).number ?? panel.value(plan.ordinal, year, .committed).number
    }
}

extension ObservedValue {
    fileprivate var number: Decimal128? { if case .number(let number) = self { number } else { nil } }
}
