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
}
