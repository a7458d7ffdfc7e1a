import FEEL
import Standards

/// A clause of a standard, compiled: its conditions, its sentences, and what they rest on.
struct ClauseProgram: Sendable {
    struct Condition: Sendable {
        let formula: Formula
        let expression: Expression
        let program: Program
        let outline: Outline
    }

    struct Remedy: Sendable {
        /// The amounts of the remedy's raises, in their order.
        let amounts: [Program]
        let rule: Clause.Remedy
        let text: TextTemplate
    }

    struct Protection: Sendable {
        let when: Program
        let by: Program
        let text: TextTemplate
        let late: TextTemplate
    }

    /// A cell that the outcome rests on, through a measure, in the years of a window.
    struct CellUse: Hashable, Sendable {
        let window: YearWindow
        let indicator: Int
        let basis: Basis
    }

    let clause: Clause
    let applies: Condition?
    let triggered: Condition?
    let suspected: Condition?
    let warning: Condition?
    /// Those conditions that the clause has, the gravest outcome first.
    let conditions: [(condition: Condition, outcome: ClauseOutcome)]
    let remedy: Remedy?
    let protection: Protection?
    let texts: [ClauseOutcome: TextTemplate]
    let references: RuleReferences
    let cells: [CellUse]
    /// The registers that the conditions consult, themselves or through measures.
    let registers: Set<RegisterKind>

    /// The schemas of a standard's clauses and of the texts of their remedies, the same for all.
    struct Schemas {
        let clause: Schema
        let outliner: Outliner
        private let inputs: [(name: String, type: FEELType)]
        private let compiler: FormulaCompiler

        init(edition: Edition, measures: MeasureBook, compiler: FormulaCompiler) {
            inputs = RuleInputs.declarations(measures: measures, compiler: compiler)
            clause = compiler.schema(inputs: inputs)
            outliner = Outliner(.clause, schema: clause, edition: edition)
            self.compiler = compiler
        }

        /// A remedy's text may name the amount too, which is in `unit`, the measure and its unit.
        func remedyText(unit: String) -> Schema {
            compiler.schema(
                inputs: inputs + [
                    (RuleVocabulary.shortfall, .number(unit: unit.isEmpty ? nil : unit)),
                    (RuleVocabulary.raised, .string), (RuleVocabulary.unit, .string),
                ])
        }
    }

    init(
        _ clause: Clause, edition: Edition, measures: MeasureBook, schemas: Schemas, compiler: FormulaCompiler
    ) {
        func condition(_ formula: Formula?, _ name: String) -> Condition? {
            guard let formula,
                let compiled = compiler.compile(
                    formula, schema: schemas.clause, place: "条款 \(clause.code) 的 \(name)")
            else { return nil }
            return Condition(
                formula: formula, expression: compiled.expression, program: compiled.program,
                outline: schemas.outliner.outline(compiled.program))
        }
        self.clause = clause
        applies = condition(clause.applies, "applies")
        triggered = condition(clause.triggered, "triggered")
        suspected = condition(clause.suspected, "suspected")
        warning = condition(clause.warning, "warning")
        conditions = [(triggered, .triggered), (suspected, .suspected), (warning, .warning)].compactMap {
            (condition: Condition?, outcome: ClauseOutcome) in condition.map { ($0, outcome) }
        }
        remedy = clause.remedy.flatMap { remedy in
            let place = "条款 \(clause.code) 的 remedy"
            let amounts = remedy.raises.compactMap {
                compiler.compile($0.amount, schema: schemas.clause, place: place)?.program
            }
            for raise in remedy.raises where measures.entry(named: raise.measure) == nil {
                compiler.report(raise.amount, place: place, "没有度量“\(raise.measure)”。")
            }
            guard amounts.count == remedy.raises.count else { return nil }
            return Remedy(
                amounts: amounts, rule: remedy,
                text: TextTemplate(
                    remedy.text, schema: schemas.remedyText(unit: remedy.unit), compiler: compiler, place: place))
        }
        protection = clause.protection.flatMap { protection in
            let place = "条款 \(clause.code) 的 protect"
            func program(_ formula: Formula) -> Program? {
                compiler.compile(formula, schema: schemas.clause, place: place)?.program
            }
            func text(_ template: Template) -> TextTemplate {
                TextTemplate(template, schema: schemas.clause, compiler: compiler, place: place)
            }
            guard let when = program(protection.when), let by = program(protection.by) else { return nil }
            return Protection(when: when, by: by, text: text(protection.text), late: text(protection.late))
        }
        texts = clause.texts.reduce(into: [:]) { texts, entry in
            texts[entry.key] = TextTemplate(
                entry.value, schema: schemas.clause, compiler: compiler,
                place: "条款 \(clause.code) 的 texts.\(entry.key.rawValue)")
        }

        let references = RuleReferences([triggered, suspected, warning].compactMap { $0?.expression })
        self.references = references
        cells = Self.cells(references, edition: edition, measures: measures)
        registers = references.measures.reduce(references.registers) { $0.union(measures.registers(of: $1.measure)) }
    }

    private static func cells(
        _ references: RuleReferences, edition: Edition, measures: MeasureBook
    ) -> [CellUse] {
        var uses: Set<CellUse> = []
        for use in references.measures {
            for cell in measures.cells(of: use.measure) {
                guard let indicator = edition.indicator(cell.code) else { continue }
                uses.insert(CellUse(window: use.window, indicator: indicator.ordinal, basis: cell.reading.basis))
            }
        }
        return uses.sorted {
            ($0.indicator, $0.basis.rawValue, $0.window.rawValue)
                < ($1.indicator, $1.basis.rawValue, $1.window.rawValue)
        }
    }
}
