import FEEL
import History
import Standards

/// A clause in a year that a close may have recommended on.
struct RememberedCase: Hashable, Sendable {
    let clause: String
    let year: ReportingYear
}

/// One consortium under assessment: its panel, its years, and what the nation's registers say of it.
struct Subject: Sendable {
    let consortium: Consortium
    /// All of its register entries, in the order of the days they hold from; itself where there is one.
    let entries: [Consortium]
    private(set) var panel: Panel
    let national: NationalContext
    let assessor: Assessor
    let year: ReportingYear
    let tenure: Tenure
    let policies: [Policy]
    let incidents: [Incident]
    let signals: [CredibilitySignal]
    private(set) var determinations: DeterminationBook
    /// The same consortium by what had been received at the close of a year's window and on later days, in their order,
    /// where that is at hand.
    var closings: [ReportingYear: [Moment]] = [:]
    /// What ``closings`` come to, where that was found before.
    var remembered: [RememberedCase: Bool] = [:]
    /// Those of which it came that are judged themselves.
    var predecessors: [(subject: Subject, ancestor: Ancestor)] = []
    /// The measures of every year that some rule may look at.
    private var contexts: [ReportingYear: Context]
    private let policyValues: Value
    private let incidentValues: Value

    var rules: RuleBook { assessor.rules }

    init(
        consortium: Consortium, entries: [Consortium]? = nil, ancestors: [Ancestor] = [], panel: Panel,
        national: NationalContext, assessor: Assessor, today: CalendarDate? = nil
    ) {
        let entries = entries ?? [consortium]
        self.entries = entries
        self.consortium = consortium
        self.panel = panel
        self.national = national
        self.assessor = assessor
        year = assessor.year
        let rules = assessor.rules
        let tenure = Tenure(
            consortium, entries: entries, transitions: national.transitions(of: consortium),
            earliest: rules.edition.baseYear, level: rules.edition.countsFrom, today: today ?? assessor.dates.today)
        self.tenure = tenure
        policies = national.policies(of: entries) + national.unplacedPolicies(for: consortium)
        incidents =
            national.incidents(of: consortium, ancestors) + national.unassignedIncidents(for: consortium)
        signals = national.signals(of: consortium, ancestors)
        determinations = DeterminationBook(
            national.determinations(of: consortium, ancestors), incidents: incidents, ranks: national.ranks,
            today: today ?? assessor.dates.today)

        let policyValues = Value.list(policies.map(RuleVocabulary.value(of:)))
        self.policyValues = policyValues
        incidentValues = .list(incidents.map(RuleVocabulary.value(of:)))
        contexts = [:]
        if rules.edition.baseYear <= assessor.year {
            // The base year of one that is designated later has a context too, for clauses that only ask which it is.
            for year in Set(rules.edition.baseYear...assessor.year).union([tenure.baseYear]) {
                contexts[year] = context(of: year)
            }
        }
        if determinations.isBound(of: consortium.id) {
            let digests = self
            determinations.hold(to: digests.caseDigest, of: consortium.id)
        }
    }

    /// What the measures of a year are evaluated over; nil for a year that no rule looks at.
    func measureInputs(_ year: ReportingYear) -> [Value]? {
        guard contexts[year] != nil else { return nil }
        return rules.measures.inputs(
            year: year, policies: policyValues,
            unregisteredPolicies: national.covers(.policies, year, entries) ? .boolean(false) : .null,
            parameters: assessor.parameters(of: consortium, in: min(year, assessor.year)))
    }

    /// The same with measures of the assessed year greater by so much.
    func raising(_ raised: [String: Decimal128]) -> Subject {
        var other = self
        other.contexts[year] = context(of: year, raised: raised)
        return other
    }

    private func context(of year: ReportingYear, raised: [String: Decimal128] = [:]) -> Context {
        rules.measures.context(
            panel: panel, year: year, policies: policyValues,
            unregisteredPolicies: national.covers(.policies, year, entries) ? .boolean(false) : .null,
            parameters: assessor.parameters(of: consortium, in: min(year, assessor.year)), raised: raised)
    }

    /// The same consortium with another panel, in which measures can differ in `years` only.
    func with(_ panel: Panel, changedIn years: Set<ReportingYear>) -> Subject {
        var other = self
        other.panel = panel
        for year in years where other.contexts[year] != nil { other.contexts[year] = other.context(of: year) }
        return other
    }

    /// The values of the parameters in the assessed year.
    var parameters: [Value] { assessor.parameters(of: consortium, in: year) }

    /// A measure's value in a year; nil in a year that no rule can look at.
    func measure(_ name: String, _ year: ReportingYear) -> Value? { contexts[year]?[name] }

    /// The years of a window for this consortium, seen from `assessed`.
    func years(of window: YearWindow, _ assessed: ReportingYear, waived: Set<ReportingYear> = []) -> [ReportingYear] {
        window.years(assessed: assessed, first: tenure.firstYear, base: tenure.baseYear, waived: waived)
    }

    /// The values that rules are evaluated over for `year`, the assessed one or one before it.
    func inputs(for year: ReportingYear) -> RuleInputs {
        let signals = signals.filter { $0.year <= year }
        let facts = RuleInputs.Facts(
            assessed: year, tenure: tenure, policies: policyValues, incidents: incidentValues,
            unregisteredIncidents: national.covers(.incidents, year, entries) ? .boolean(false) : .null,
            signals: .list(signals.map(RuleVocabulary.value(of:))),
            workPlans: .list(workPlans(through: year).map(RuleVocabulary.value(of:))),
            parameters: assessor.parameters(of: consortium, in: year))
        let windows = YearWindow.allCases.map { window in
            (window, years(of: window, year).compactMap { contexts[$0] })
        }
        return RuleInputs(facts, windows: Dictionary(uniqueKeysWithValues: windows))
    }

    /// The contexts of the years of a window.
    func contexts(of years: [ReportingYear]) -> [Context] { years.compactMap { contexts[$0] } }

    /// The values of the years before the assessed one: every clause looks back over the same.
    var pastInputs: [ReportingYear: RuleInputs] {
        let base = rules.edition.baseYear
        return Dictionary(
            uniqueKeysWithValues: (base < year ? Array(base..<year) : []).map { ($0, inputs(for: $0)) })
    }

    func assessment(
        trends: [Trend], explaining: Bool, weighing: FragilityScope = .nothing
    ) -> ConsortiumAssessment {
        let inputs = inputs(for: year)
        let past = pastInputs
        // Closures, not `map(check)`: a method taken as a value copies the subject each time.
        let clauses = rules.clauses.map { check($0, inputs, past: past, explaining: explaining) }
        let acceptance = acceptance(explaining: explaining)
        let own = verdict(clauses: clauses, acceptance: acceptance)
        let rated = rating()
        return ConsortiumAssessment(
            edition: rules.edition.id, consortium: consortium, year: year, panel: panel, clauses: clauses,
            // Where the edition asks nothing of a point, nothing is said of it.
            acceptance: rules.acceptance.asksAll ? acceptance : acceptance.filter { rules.acceptance.asks($0.point) },
            trends: trends.filter { $0.n > 0 }, signals: signals, filings: filings,
            workPlans: asksForPlans ? shownPlans : [], tasks: tasks, evaluations: evaluations,
            quarters: quarters,
            figures: rules.edition.judges ? [] : rules.edition.indicators.map { evidence($0.ordinal, year, .actual) },
            rating: rated?.rating, proceedings: proceedings(of: clauses),
            verdict: rated.map { $0.subject.verdict(of: $0.rating, beside: own) } ?? own,
            fragilities: fragilities(weighing, clauses: clauses, acceptance: acceptance))
    }

    /// A cell as evidence.
    func evidence(_ indicator: Int, _ year: ReportingYear, _ reading: CellReading) -> Evidence {
        evidence(indicator, year, reading, panel.value(indicator, year, by: reading))
    }

    /// A cell as evidence, its value at hand.
    func evidence(_ indicator: Int, _ year: ReportingYear, _ reading: CellReading, _ value: ObservedValue) -> Evidence {
        let source = panel.locator(indicator, year, by: reading).flatMap { locator in
            national.parts[locator.part]?.source(at: locator)
        }
        return Evidence(
            subject: .cell(indicator: rules.edition.indicators[indicator], year: year, basis: reading.basis),
            value: value.text, status: value.status, source: source)
    }
}
