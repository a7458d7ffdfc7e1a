import FEEL
import History
import Standards

/// Whether a restatement changes anything: every year is judged with the figure as it was and as it is now.
struct RestatementEffect: Sendable {
    private let assessor: Assessor
    private let national: NationalContext

    /// `national` knows no signals: they would change nothing between the two.
    init(assessor: Assessor, national: NationalContext) {
        self.assessor = assessor
        self.national = national
    }

    /// Years are judged up to the last of which figures are at hand.
    func matters(_ restatement: Restatement, to consortium: Consortium, _ panel: Panel) -> Bool {
        let cell = PanelCell(restatement.indicator, restatement.year)
        let last = max(assessor.year, panel.layout.lastYear)
        guard restatement.year <= last else { return false }
        return (max(restatement.year, min(assessor.rules.edition.baseYear, last))...last).contains { year in
            let counterfactual = Counterfactual(
                Subject(
                    consortium: consortium, panel: panel, national: national,
                    assessor: Assessor(rules: assessor.rules, year: year, dates: assessor.dates)))
            return counterfactual.outcomes(with: [cell: .number(restatement.before)]).conclusion
                != counterfactual.outcomes(with: [cell: .number(restatement.after)]).conclusion
        }
    }
}
