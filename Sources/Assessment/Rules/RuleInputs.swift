import FEEL
import Standards

/// The values that the rules of one clause are evaluated over, in the order of their declaration.
struct RuleInputs {
    /// Names and types: the year, the consortium's standing, the registers, the windows, then the parameters.
    static func declarations(measures: MeasureBook, compiler: FormulaCompiler) -> [(name: String, type: FEELType)] {
        let year = FEELType.context(measures.type)
        var inputs: [(name: String, type: FEELType)] = [
            (RuleVocabulary.assessedYear, .number(unit: "年")),
            (RuleVocabulary.firstYear, .number(unit: "年")),
            (RuleVocabulary.designatedOn, .date),
            (RuleVocabulary.standing, .string),
            (RuleVocabulary.acceptedOn, .date),
            (RuleVocabulary.transitions, .list(.context(RuleVocabulary.transitionType))),
            (RuleVocabulary.policies, .list(.context(RuleVocabulary.policyType))),
            (RuleVocabulary.incidents, .list(.context(RuleVocabulary.incidentType))),
            (RuleVocabulary.unregisteredIncidents, .boolean),
            (RuleVocabulary.signals, .list(.context(RuleVocabulary.signalType))),
            (RuleVocabulary.determinations, .list(.context(RuleVocabulary.determinationType))),
            (RuleVocabulary.bothYearsCount, .boolean),
            (RuleVocabulary.workPlans, .list(.context(RuleVocabulary.workPlanType))),
        ]
        inputs += YearWindow.allCases.map { ($0.rawValue, $0.isList ? .list(year) : year) }
        return inputs + compiler.parameterInputs
    }

    private static let incidentsIndex = 7
    private static let signalsIndex = 9
    private static let determinationsIndex = 10
    private static let bothYearsCountIndex = 11
    private static let windowsIndex = 13

    private(set) var values: [Value]

    /// What is known of a consortium for one year, beside its windows.
    struct Facts {
        let assessed: ReportingYear
        let tenure: Tenure
        let policies: Value
        let incidents: Value
        let unregisteredIncidents: Value
        let signals: Value
        let workPlans: Value
        let parameters: [Value]
    }

    init(_ facts: Facts, windows: [YearWindow: [Context]]) {
        let (year, tenure) = (facts.assessed, facts.tenure)
        values = [
            .number(Decimal128(year.value)), .number(Decimal128(tenure.firstYear.value)),
            RuleVocabulary.date(tenure.designatedOn), .string(tenure.standing(in: year).title),
            RuleVocabulary.date(tenure.acceptedOn(by: year)),
            .list(tenure.transitions.filter { $0.on.year <= year.value }.map(RuleVocabulary.value(of:))),
            facts.policies, facts.incidents, facts.unregisteredIncidents, facts.signals, .list([]),
            .boolean(windows[.lastTwo]?.count == 2), facts.workPlans,
        ]
        values += YearWindow.allCases.map { Self.value(of: $0, windows[$0, default: []]) }
        values += facts.parameters
    }

    private static func value(of window: YearWindow, _ contexts: [Context]) -> Value {
        if window.isList { return .list(contexts.map(Value.context)) }
        return contexts.first.map(Value.context) ?? .null
    }

    /// Puts the determinations of one clause in their place.
    mutating func set(determinations: [Determination]) {
        values[Self.determinationsIndex] = .list(determinations.map(RuleVocabulary.value(of:)))
    }

    mutating func set(_ window: YearWindow, _ contexts: [Context]) {
        guard let place = YearWindow.allCases.firstIndex(of: window) else { return }
        values[Self.windowsIndex + place] = Self.value(of: window, contexts)
        if window == .lastTwo { values[Self.bothYearsCountIndex] = .boolean(contexts.count == 2) }
    }

    /// Whether nobody knows of some incident whose it is.
    var hasUnassignedIncidents: Bool {
        values[Self.incidentsIndex] != RuleVocabulary.assigned(values[Self.incidentsIndex])
    }

    /// `values` with those incidents alone that are known to be the consortium's.
    static func assigned(_ values: [Value]) -> [Value] {
        var values = values
        values[incidentsIndex] = RuleVocabulary.assigned(values[incidentsIndex])
        return values
    }

    /// The values with the incidents `incidents` in the place of its own.
    func values(withIncidents incidents: Value) -> [Value] {
        var values = values
        values[Self.incidentsIndex] = incidents
        return values
    }

    /// `values` without the entries of registers of these ids.
    static func without(_ ids: Set<String>, _ values: [Value]) -> [Value] {
        values.map { value in
            guard case .list(let entries) = value else { return value }
            return .list(
                entries.filter { entry in
                    guard case .context(let context) = entry, case .string(let id)? = context[RuleVocabulary.id] else {
                        return true
                    }
                    return !ids.contains(id)
                })
        }
    }

    /// The same with those incidents and signals alone that are wanted.
    func keeping(_ isWanted: (_ id: String, _ day: CalendarDate?) -> Bool) -> RuleInputs {
        var other = self
        other.values = values(keeping: isWanted)
        return other
    }

    /// The values with those incidents and signals alone that are wanted, by their ids and the days they happened; a signal
    /// has none.
    func values(keeping isWanted: (_ id: String, _ day: CalendarDate?) -> Bool) -> [Value] {
        var values = values
        for index in [Self.incidentsIndex, Self.signalsIndex] {
            guard case .list(let entries) = values[index] else { continue }
            values[index] = .list(
                entries.filter { entry in
                    guard case .context(let context) = entry, case .string(let id)? = context[RuleVocabulary.id] else {
                        return true
                    }
                    guard case .date(let day)? = context[RuleVocabulary.day] else { return isWanted(id, nil) }
                    return isWanted(id, day)
                })
        }
        return values
    }
}
