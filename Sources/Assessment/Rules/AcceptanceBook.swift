import FEEL
import Standards

/// The acceptance conditions of a standard, compiled, an entry an indicator.
struct AcceptanceBook: Sendable {
    /// A class: outcomes without number refer to it.
    final class Requirement: Sendable {
        let rule: AcceptanceRules.Rule
        let applies: Program?
        let program: Program
        let text: TextTemplate
        let outline: Outline

        init(
            rule: AcceptanceRules.Rule, applies: Program?, program: Program, text: TextTemplate, outline: Outline
        ) {
            self.rule = rule
            self.outline = outline
            self.applies = applies
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
        /// Whether the figure sets no floor.
        let isHonour: Bool
        /// Whether the figure decides also in years in which it is not yet due.
        let isRequired: Bool
        /// The unit of the figure, as sentences read it.
        let unit: Value

        func requirements(hasCommitment: Bool) -> [Requirement] { hasCommitment ? committed : uncommitted }
    }

    /// By ordinal of the indicator; empty where the edition accepts nothing.
    let entries: [Entry]
    /// Whether something is asked of every indicator.
    let asksAll: Bool

    /// Whether something is asked of a point.
    func asks(_ point: ObservationPoint) -> Bool {
        point.indicators.contains { !entries[$0].uncommitted.isEmpty }
    }

    init(edition: Edition, compiler: FormulaCompiler) {
        guard let rules = edition.acceptance else {
            entries = []
            asksAll = true
            return
        }
        // A rule of many indicators is compiled once for each type of value.
        var compiled: [Key: Requirement?] = [:]
        func requirement(_ rule: AcceptanceRules.Rule?, of indicator: Indicator, _ list: String) -> Requirement? {
            guard let rule else { return nil }
            let key = Key(rule: rule, kind: indicator.kind, unit: indicator.unit)
            if let known = compiled[key] { return known }
            let schema = compiler.schema(
                inputs: AcceptanceInputs.declarations(of: indicator.valueType) + compiler.parameterInputs,
                readsCells: true)
            let place = "验收条件 \(indicator.code)（\(list)）"
            let applies = rule.applies.flatMap { compiler.compile($0, schema: schema, place: place)?.program }
            let requirement = compiler.compile(rule.condition, schema: schema, place: place).map {
                Requirement(
                    rule: rule, applies: applies, program: $0.program,
                    text: TextTemplate(rule.text, schema: schema, compiler: compiler, place: place),
                    outline: Outliner(.acceptance, schema: schema, edition: edition).outline($0.program))
            }
            compiled.updateValue(requirement, forKey: key)
            return requirement
        }
        entries = edition.indicators.map { indicator in
            if let honours = rules.honours, honours.indicators.contains(indicator.code) {
                let asked = [requirement(honours.rule, of: indicator, "honours")].compactMap(\.self)
                return Entry(
                    uncommitted: asked, committed: asked, isHonour: true, isRequired: false,
                    unit: .string(indicator.unit))
            }
            let own = rules.byIndicator[indicator.code]
            let threshold = requirement(own, of: indicator, "byIndicator")
            let convention = requirement(rules.byKind[indicator.kind], of: indicator, "byKind")
            let commitment = requirement(rules.committed[indicator.kind], of: indicator, "committed")
            func asked(_ requirements: [Requirement?]) -> [Requirement] {
                let asked = requirements.compactMap(\.self)
                return asked.isEmpty ? [convention].compactMap(\.self) : asked
            }
            return Entry(
                uncommitted: asked([threshold]), committed: asked([threshold, commitment]), isHonour: false,
                isRequired: own?.isRequired ?? false, unit: .string(indicator.unit))
        }
        asksAll = entries.allSatisfy { !$0.uncommitted.isEmpty }
    }

    /// A rule, and the type of the values it judges.
    private struct Key: Hashable {
        let rule: AcceptanceRules.Rule
        let kind: IndicatorKind
        let unit: String
    }
}

/// The values that acceptance conditions are evaluated over: the actual and the committed figure, that of the base year,
/// the years, then the parameters. The room is used again for every figure.
struct AcceptanceInputs {
    private(set) var values: [Value]
    /// What `actual` and `committed` read: the assessed year.
    let cells: YearCells

    static func declarations(of type: FEELType) -> [(name: String, type: FEELType)] {
        [
            (RuleVocabulary.actual, type), (RuleVocabulary.committed, type), (RuleVocabulary.baseValue, type),
            (RuleVocabulary.assessedYear, .number(unit: "年")), (RuleVocabulary.baseYear, .number(unit: "年")),
            (RuleVocabulary.unit, .string),
        ]
    }

    /// `parameters` are their values in the assessed year.
    init(cells: YearCells, base: ReportingYear, parameters: [Value]) {
        self.cells = cells
        values =
            [
                .null, .null, .null, .number(Decimal128(cells.year.value)), .number(Decimal128(base.value)),
                .string(""),
            ] + parameters
    }

    mutating func set(actual: ObservedValue, committed: ObservedValue, base: ObservedValue, unit: Value) {
        values[0] = RuleVocabulary.value(of: actual)
        values[1] = RuleVocabulary.value(of: committed)
        values[2] = RuleVocabulary.value(of: base)
        values[5] = unit
    }
}

extension [AcceptanceBook.Requirement] {
    /// What a figure comes to. What was not reported, or is no figure, cannot be judged.
    func outcome(of status: ObservationStatus, _ inputs: AcceptanceInputs) -> AcceptanceOutcome {
        let applies = allSatisfy { $0.applies?.truth(inputs.values, host: inputs.cells) != false }
        guard applies, !isEmpty else { return .notApplicable }
        switch status {
        case .notApplicable: return .notApplicable
        case .missing, .rejected: return .undetermined
        case .reported:
            return .together(
                lazy.map { requirement in
                    requirement.program.truth(inputs.values, host: inputs.cells).map { $0 ? .met : .notMet }
                        ?? .undetermined
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
