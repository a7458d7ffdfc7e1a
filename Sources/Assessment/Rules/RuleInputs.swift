import FEEL
import Standards

/// The values that the rules of one clause are evaluated over, in the order of their declaration.
struct RuleInputs {
    /// Names and types: the year, the windows, the registers, then the parameters.
    static func declarations(measures: MeasureBook, compiler: FormulaCompiler) -> [(name: String, type: FEELType)] {
        let year = FEELType.context(measures.type)
        var inputs: [(name: String, type: FEELType)] = [
            (RuleVocabulary.assessedYear, .number(unit: "年")),
            (RuleVocabulary.designatedOn, .date),
            (RuleVocabulary.policies, .list(.context(RuleVocabulary.policyType))),
            (RuleVocabulary.incidents, .list(.context(RuleVocabulary.incidentType))),
            (RuleVocabulary.determinations, .list(.context(RuleVocabulary.determinationType))),
            (RuleVocabulary.signals, .list(.context(RuleVocabulary.signalType))),
        ]
        inputs += YearWindow.allCases.map { ($0.rawValue, $0.isList ? .list(year) : year) }
        return inputs + compiler.parameterInputs
    }

    /// Position of 认定, the one input that differs from clause to clause.
    static let determinationsIndex = 4

    private(set) var values: [Value]

    init(
        assessed: ReportingYear, designatedOn: CalendarDate?, policies: Value, incidents: Value, signals: Value,
        windows: [YearWindow: [Context]], parameters: [Value]
    ) {
        values = [
            .number(Decimal128(assessed.value)), RuleVocabulary.date(designatedOn), policies, incidents, .list([]),
            signals,
        ]
        values += YearWindow.allCases.map { window in
            let contexts = windows[window, default: []]
            if window.isList { return .list(contexts.map(Value.context)) }
            return contexts.first.map(Value.context) ?? .null
        }
        values += parameters
    }

    /// The same inputs with the determinations of one clause.
    func with(determinations: [Determination]) -> [Value] {
        guard !determinations.isEmpty else { return values }
        var values = values
        values[Self.determinationsIndex] = .list(determinations.map(RuleVocabulary.value(of:)))
        return values
    }
}
