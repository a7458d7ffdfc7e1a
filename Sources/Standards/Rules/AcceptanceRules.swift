/// How figures are accepted: a condition by kind of indicator, and conditions of their own for the indicators whose
/// thresholds the source gives. In a condition `实际` is the reported value, `承诺` the committed one, `基年值` that of
/// the base year.
///
/// Where a commitment was reported, ``committed`` stands in for ``byKind``; a threshold of ``byIndicator`` has to be
/// met beside it.
package struct AcceptanceRules: Sendable, Hashable {
    package struct Rule: Sendable, Hashable {
        package let condition: Formula
        /// Where the figure is judged at all; nil for always.
        package let applies: Formula?
        /// Whether the figure decides also in years in which it is not yet due.
        package let isRequired: Bool
        package let basis: RuleBasis
        package let reference: String
        /// The condition in words (高于30%), for people.
        package let text: Template

        package init(
            condition: Formula, applies: Formula? = nil, isRequired: Bool = false, basis: RuleBasis, reference: String,
            text: Template
        ) {
            self.condition = condition
            self.applies = applies
            self.isRequired = isRequired
            self.basis = basis
            self.reference = reference
            self.text = text
        }
    }

    /// Figures that set no floor (加分): met where the condition holds, else not applicable, also where missing.
    package struct Honours: Sendable, Hashable {
        package let indicators: Set<IndicatorCode>
        package let rule: Rule

        package init(indicators: Set<IndicatorCode>, rule: Rule) {
            self.indicators = indicators
            self.rule = rule
        }
    }

    package let byKind: [IndicatorKind: Rule]
    package let byIndicator: [IndicatorCode: Rule]
    /// The condition where a commitment was reported for the year, by kind.
    package let committed: [IndicatorKind: Rule]
    package let honours: Honours?

    package init(
        byKind: [IndicatorKind: Rule], byIndicator: [IndicatorCode: Rule], committed: [IndicatorKind: Rule],
        honours: Honours? = nil
    ) {
        self.byKind = byKind
        self.byIndicator = byIndicator
        self.committed = committed
        self.honours = honours
    }
}
