import FEEL
import History
import Standards

/// One consortium under assessment: its panel, its years, and what the nation's registers say of it.
struct Subject {
    let consortium: Consortium
    let panel: Panel
    let national: NationalContext
    let rules: RuleBook
    let year: ReportingYear
    /// The values of the parameters in the assessed year.
    let parameters: [Value]
    /// The measures of every year that some rule may look at.
    let contexts: [ReportingYear: Context]
    let inputs: RuleInputs
    let policies: [Policy]?
    let incidents: [Incident]?
    let signals: [CredibilitySignal]

    init(consortium: Consortium, panel: Panel, national: NationalContext, assessor: Assessor) {
        self.consortium = consortium
        self.panel = panel
        self.national = national
        rules = assessor.rules
        year = assessor.year
        parameters = assessor.parameters
        policies = national.policies(of: consortium)
        incidents = national.incidents(of: consortium)
        signals = national.signals[consortium.id, default: []]

        let policyValues = policies.map { Value.list($0.map(RuleVocabulary.value(of:))) } ?? .null
        var contexts: [ReportingYear: Context] = [:]
        var windows: [YearWindow: [Context]] = [:]
        for window in YearWindow.allCases {
            for year in Self.years(of: window, consortium, rules, year) {
                let context =
                    contexts[year] ?? rules.measures.context(panel: panel, year: year, policies: policyValues)
                contexts[year] = context
                windows[window, default: []].append(context)
            }
        }
        self.contexts = contexts
        inputs = RuleInputs(
            assessed: year, designatedOn: consortium.designatedOn, policies: policyValues,
            incidents: incidents.map { .list($0.map(RuleVocabulary.value(of:))) } ?? .null,
            signals: .list(signals.map(RuleVocabulary.value(of:))), windows: windows,
            parameters: parameters)
    }

    /// The years of a window for this consortium.
    func years(of window: YearWindow) -> [ReportingYear] {
        Self.years(of: window, consortium, rules, year)
    }

    private static func years(
        of window: YearWindow, _ consortium: Consortium, _ rules: RuleBook, _ year: ReportingYear
    ) -> [ReportingYear] {
        window.years(
            assessed: year, base: rules.edition.baseYear,
            designated: consortium.designatedOn.map { ReportingYear($0.year) })
    }

    func assessment(trends: [Trend]) -> ConsortiumAssessment {
        // Closures, not `map(check)`: a method taken as a value copies the subject each time.
        let clauses = rules.clauses.map { check($0) }
        let acceptance = acceptance()
        return ConsortiumAssessment(
            consortium: consortium, year: year, panel: panel, clauses: clauses, acceptance: acceptance,
            trends: trends.filter { $0.n > 0 }, signals: signals,
            verdict: verdict(clauses: clauses, acceptance: acceptance))
    }

    /// A cell as evidence.
    func evidence(_ indicator: Int, _ year: ReportingYear, _ basis: Basis) -> Evidence {
        evidence(indicator, year, basis, panel.value(indicator, year, basis))
    }

    /// A cell as evidence, its value at hand.
    func evidence(_ indicator: Int, _ year: ReportingYear, _ basis: Basis, _ value: ObservedValue) -> Evidence {
        let source = panel.locator(indicator, year, basis).flatMap { locator in
            national.parts[locator.part]?.source(at: locator)
        }
        return Evidence(
            subject: .cell(indicator: rules.edition.indicators[indicator], year: year, basis: basis),
            value: value.text, status: value.status, source: source)
    }
}
