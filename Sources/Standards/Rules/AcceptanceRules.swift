/// How figures are accepted: a condition by kind of indicator, and conditions of their own for the indicators whose
/// thresholds the source gives. In a condition `实际` is the reported value and `承诺` the committed one.
///
/// Where a commitment was reported, ``committed`` stands in for ``byKind``; a threshold of ``byIndicator`` has to be
/// met beside it.
package struct AcceptanceRules: Sendable, Hashable {
    package struct Rule: Sendable, Hashable {
        package let condition: Formula
        package let basis: RuleBasis
        package let reference: String
        /// The condition in words (高于30%), for people.
        package let text: Template

        package init(condition: Formula, basis: RuleBasis, reference: String, text: Template) {
            self.condition = condition
            self.basis = basis
            self.reference = reference
            self.text = text
        }
    }

    package let byKind: [IndicatorKind: Rule]
    package let byIndicator: [IndicatorCode: Rule]
    /// The condition where a commitment was reported for the year, by kind.
    package let committed: [IndicatorKind: Rule]

    package init(
        byKind: [IndicatorKind: Rule], byIndicator: [IndicatorCode: Rule], committed: [IndicatorKind: Rule]
    ) {
        self.byKind = byKind
        self.byIndicator = byIndicator
        self.committed = committed
    }
}
