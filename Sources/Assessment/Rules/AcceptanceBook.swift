import FEEL
import Standards

/// The acceptance conditions of a standard, compiled, an entry an indicator.
struct AcceptanceBook: Sendable {
    /// A class: outcomes without number refer to it.
    final class Requirement: Sendable {
        let rule: AcceptanceRules.Rule
        let program: Program
        let text: TextTemplate

        init(rule: AcceptanceRules.Rule, program: Program, text: TextTemplate) {
            self.rule = rule
            self.program = program
            self.text = text
        }
    }

    /// What is asked of an indicator: the source's threshold and the commitment where there are such, else the
    /// convention.
    struct Entry: Sendable {
        /// Where no commitment was made.
        let uncommitted: [Requirement]
        /// Where one was made.
        let committed: [Requirement]

        func requirements(hasCommitment: Bool) -> [Requirement] { hasCommitment ? committed : uncommitted }
    }

    /// By ordinal of the indicator.
    let entries: [Entry]

    init(edition: Edition, compiler: FormulaCompiler) {
        let rules = edition.acceptance
        // A rule of many indicators is compiled once for each type of value.
        var compiled: [Key: Requirement?] = [:]
        func requirement(_ rule: AcceptanceRules.Rule?, of indicator: Indicator, _ list: String) -> Requirement? {
            guard let rule else { return nil }
            let key = Key(rule: rule, kind: indicator.kind, unit: indicator.unit)
            if let known = compiled[key] { return known }
            let type = indicator.valueType
            let schema = compiler.schema(
                inputs: [(RuleVocabulary.actual, type), (RuleVocabulary.committed, type)] + compiler.parameterInputs)
            let place = "验收条件 \(indicator.code)（\(list)）"
            let requirement = compiler.compile(rule.condition, schema: schema, place: place).map {
                Requirement(
                    rule: rule, program: $0.program,
                    text: TextTemplate(rule.text, schema: schema, compiler: compiler, place: place))
            }
            compiled.updateValue(requirement, forKey: key)
            return requirement
        }
        entries = edition.indicators.map { indicator in
            let threshold = requirement(rules.byIndicator[indicator.code], of: indicator, "byIndicator")
            let convention = requirement(rules.byKind[indicator.kind], of: indicator, "byKind")
            let commitment = requirement(rules.committed[indicator.kind], of: indicator, "committed")
            func asked(_ requirements: [Requirement?]) -> [Requirement] {
                let asked = requirements.compactMap(\.self)
                return asked.isEmpty ? [convention].compactMap(\.self) : asked
            }
            return Entry(uncommitted: asked([threshold]), committed: asked([threshold, commitment]))
        }
    }

    /// A rule, and the type of the values it judges.
    private struct Key: Hashable {
        let rule: AcceptanceRules.Rule
        let kind: IndicatorKind
        let unit: String
    }
}

/// The values that acceptance conditions are evaluated over: the actual and the committed figure, then the parameters.
/// The room is used again for every figure.
struct AcceptanceInputs {
    private(set) var values: [Value]

    /// `parameters` are their values in the assessed year.
    init(parameters: [Value]) {
        values = [.null, .null] + parameters
    }

    mutating func set(actual: ObservedValue, committed: ObservedValue) {
        values[0] = RuleVocabulary.value(of: actual)
        values[1] = RuleVocabulary.value(of: committed)
    }
}

extension [AcceptanceBook.Requirement] {
    /// What a figure comes to. What was not reported, or is no figure, cannot be judged.
    func outcome(of status: ObservationStatus, _ inputs: AcceptanceInputs) -> AcceptanceOutcome {
        switch status {
        case .notApplicable: .notApplicable
        case .missing, .rejected: .undetermined
        case .reported:
            .together(
                lazy.map { requirement in
                    requirement.program.truth(inputs.values).map { $0 ? .met : .notMet } ?? .undetermined
                })
        }
    }
}

extension [Parameter] {
    /// The values that hold in `year`; null before the first setting.
    func values(in year: ReportingYear) -> [Value] {
        map { $0.setting(in: year).map { .number($0.value) } ?? .null }
    }
}
