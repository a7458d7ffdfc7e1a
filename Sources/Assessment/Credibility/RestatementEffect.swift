import FEEL
import History
import Standards

/// Whether a restatement changes anything: every year is judged with the figure as it was and as it is now.
struct RestatementEffect {
    private let panels: [String: (consortium: Consortium, panel: Panel)]
    private let national: NationalContext
    /// One a year, up to the last of which figures are at hand.
    private let assessors: [Assessor]

    /// `national` knows no signals: they would change nothing between the two.
    init(consortia: [Consortium], panels: [Panel], assessor: Assessor, national: NationalContext) {
        self.panels = Dictionary(
            zip(consortia, panels).map { ($0.id, (consortium: $0, panel: $1)) }, uniquingKeysWith: { first, _ in first }
        )
        self.national = national
        let last = max(assessor.year, panels.map(\.layout.lastYear).max() ?? assessor.year)
        assessors = (min(assessor.rules.edition.baseYear, last)...last).map {
            Assessor(rules: assessor.rules, year: $0, dates: assessor.dates)
        }
    }

    func matters(_ restatement: Restatement) -> Bool {
        guard let (consortium, panel) = panels[restatement.consortium] else { return false }
        let cell = PanelCell(restatement.indicator, restatement.year)
        return assessors.contains { assessor in
            guard assessor.year >= restatement.year else { return false }
            let counterfactual = Counterfactual(
                Subject(consortium: consortium, panel: panel, national: national, assessor: assessor))
            return counterfactual.outcomes(with: [cell: .number(restatement.before)]).conclusion
                != counterfactual.outcomes(with: [cell: .number(restatement.after)]).conclusion
        }
    }
}
