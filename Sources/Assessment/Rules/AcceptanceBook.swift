import FEEL
import Standards

/// The acceptance conditions of a standard, compiled, an entry an indicator.
struct AcceptanceBook: Sendable {
    struct Requirement: Sendable {
        let rule: AcceptanceRules.Rule
        let program: Program
        let text: TextTemplate
    }

    struct Entry: Sendable {
        /// What holds whether or not a commitment was made: the source's threshold, where it gives one.
        let threshold: Requirement?
        /// What holds where no commitment was made and the source gives no threshold.
        let convention: Requirement?
        /// What holds where a commitment was made.
        let commitment: Requirement?
    }

    /// By ordinal of the indicator.
    let entries: [Entry]

    init(standard: Standard, compiler: FormulaCompiler) {
        let rules = standard.acceptance
        entries = standard.indicators.map { indicator in
            func requirement(_ rule: AcceptanceRules.Rule?, _ name: String) -> Requirement? {
                guard let rule else { return nil }
                let type = indicator.valueType
                let inputs =
                    [(name: RuleVocabulary.actual, type: type), (name: RuleVocabulary.committed, type: type)]
                    + compiler.parameterInputs
                let place = "验收条件 \(indicator.code)（\(name)）"
                guard
                    let compiled = compiler.compile(rule.condition, inputs: inputs, readsCells: false, place: place)
                else { return nil }
                return Requirement(
                    rule: rule, program: compiled.program,
                    text: TextTemplate(rule.text, inputs: inputs, compiler: compiler, place: place))
            }
            return Entry(
                threshold: requirement(rules.byIndicator[indicator.code], "byIndicator"),
                convention: requirement(rules.byKind[indicator.kind], "byKind"),
                commitment: requirement(rules.committed[indicator.kind], "committed"))
        }
    }

    /// What is asked of an indicator: the source's threshold and the commitment where there are such, else the
    /// convention.
    func requirements(of indicator: Int, hasCommitment: Bool) -> [Requirement] {
        let entry = entries[indicator]
        let asked = [entry.threshold, hasCommitment ? entry.commitment : nil].compactMap(\.self)
        return asked.isEmpty ? [entry.convention].compactMap(\.self) : asked
    }

    /// What a figure comes to, and what was asked of it.
    struct Judgement {
        let outcome: AcceptanceOutcome
        let requirements: [Requirement]
        let inputs: [Value]
    }

    /// Judges one figure; `parameters` are their values in the assessed year. What was not reported, or is no figure,
    /// cannot be judged.
    func judge(
        _ indicator: Int, actual: ObservedValue, committed: ObservedValue, parameters: [Value]
    ) -> Judgement {
        let requirements = requirements(of: indicator, hasCommitment: committed.status == .reported)
        let inputs = [RuleVocabulary.value(of: actual), RuleVocabulary.value(of: committed)] + parameters
        let outcome: AcceptanceOutcome =
            switch actual.status {
            case .notApplicable: .notApplicable
            case .missing, .rejected: .undetermined
            case .reported:
                .together(
                    requirements.map { requirement in
                        requirement.program.truth(inputs).map { $0 ? .met : .notMet } ?? .undetermined
                    })
            }
        return Judgement(outcome: outcome, requirements: requirements, inputs: inputs)
    }
}

extension [Parameter] {
    /// The values that hold in `year`; null before the first setting.
    func values(in year: ReportingYear) -> [Value] {
        map { $0.setting(in: year).map { .number($0.value) } ?? .null }
    }
}
