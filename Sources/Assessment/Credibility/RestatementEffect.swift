import FEEL
import History
import Standards

/// Whether a restatement changes anything: every year is judged with the figure as it was before it and as it is now.
/// Cases of earlier years are left aside, which would hide behind themselves whatever changes in the year's own verdict.
struct RestatementEffect: Sendable {
    /// One a year, up to the last of which anybody's figures are at hand.
    private let populations: [Population]

    /// - Parameters:
    ///   - population: knows no signals.
    ///   - last: the last year of which figures are at hand.
    init(_ population: Population, through last: ReportingYear) {
        let assessor = population.assessor
        let base = assessor.rules.edition.baseYear
        populations = (base...max(base, last)).map { year in
            Population(population, assessor: Assessor(rules: assessor.rules, year: year, dates: assessor.dates))
        }
    }

    /// Those of the restatements of a consortium that change something.
    ///
    /// - Parameters:
    ///   - panels: of the consortium and of those that it came of.
    ///   - signals: of the same, other than restatements.
    func effective(
        among restatements: [Restatement], of consortium: String, _ panels: [String: Panel],
        signals: [String: [CredibilitySignal]]
    ) -> Set<Restatement> {
        var effective: Set<Restatement> = []
        for population in populations {
            let year = population.assessor.year
            let open = restatements.filter { $0.counts && $0.year <= year && !effective.contains($0) }
            guard !open.isEmpty, let subject = population.subject(of: consortium, panels, signals: signals) else {
                continue
            }
            let counterfactual = Counterfactual(subject, remembersCases: false)
            effective.formUnion(
                open.filter { restatement in
                    let cell = PanelCell(restatement.indicator, restatement.year)
                    return counterfactual.outcomes(with: [cell: .number(restatement.before)]).conclusion
                        != counterfactual.actual.conclusion
                })
        }
        return effective
    }
}
