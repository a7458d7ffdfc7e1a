import FEEL
import History
import Standards

/// Whether a restatement changes anything: every year is judged with the figure as it was before it and as it is now.
/// Cases of earlier years are left aside, which would hide behind themselves whatever changes in the year's own verdict.
struct RestatementEffect {
    /// One a year, up to the last of which figures are at hand.
    private let populations: [Population]

    /// - Parameter national: the registers, with the signals other than restatements.
    init(_ population: Population, national: NationalContext) {
        let assessor = population.assessor
        let base = assessor.rules.edition.baseYear
        let last = max(base, population.panels.map(\.layout.lastYear).max() ?? base)
        populations = (base...last).map { year in
            Population(
                population, national: national,
                assessor: Assessor(rules: assessor.rules, year: year, dates: assessor.dates))
        }
    }

    func matters(_ restatement: Restatement) -> Bool {
        guard restatement.counts else { return false }
        let cell = PanelCell(restatement.indicator, restatement.year)
        return populations.contains { population in
            guard population.assessor.year >= restatement.year,
                let subject = population.subject(of: restatement.consortium)
            else { return false }
            let counterfactual = Counterfactual(subject, remembersCases: false)
            return counterfactual.outcomes(with: [cell: .number(restatement.before)]).conclusion
                != counterfactual.actual.conclusion
        }
    }
}
