import FEEL
import Standards

/// The verdict tables of an edition, compiled, one a standing: decision tables over what the outcomes of a consortium
/// come to.
struct VerdictProgram: Sendable {
    struct Entry: Sendable {
        let table: VerdictTable
        let compiled: CompiledDecisionTable?
        /// Of the rows that speak of open cases, by their place.
        let openTitles: [Int: TextTemplate]
    }

    private let entries: [Standing: Entry]
    /// What the tables may name beside parameters, in the order of the values.
    private let figures: [VerdictRules.Figure]
    /// Their names.
    let names: [String]

    /// Compiles the tables; faults go to the compiler.
    init(_ rules: VerdictRules, compiler: FormulaCompiler) {
        figures = VerdictRules.Figure.allCases.filter { rules.names[$0] != nil }
        names = figures.compactMap { rules.names[$0] }
        let inputs = zip(names, figures).map { (name: $0, type: $1 == .basicMet ? FEELType.boolean : .number) }
        let schema = compiler.schema(inputs: inputs + compiler.parameterInputs)
        let titleSchema = compiler.schema(inputs: [(RuleVocabulary.openYears, .string)])
        entries = Dictionary(
            uniqueKeysWithValues: rules.tables.map { table in
                let place = "综合结论的决策表（\(table.standing.title)）"
                let titles = table.rows.enumerated().compactMap { index, row in
                    row.openTitle.map {
                        (index, TextTemplate($0, schema: titleSchema, compiler: compiler, place: place))
                    }
                }
                let compiled =
                    table.rows.isEmpty
                    ? nil : compiler.compile(Self.decisionTable(table), schema: schema, place: place)
                return (
                    table.standing,
                    Entry(
                        table: table, compiled: compiled, openTitles: Dictionary(uniqueKeysWithValues: titles))
                )
            })
    }

    private static func decisionTable(_ table: VerdictTable) -> DecisionTable {
        func cell(_ formula: Formula) -> DecisionTable.Cell {
            DecisionTable.Cell(formula.text, line: formula.line, column: formula.column)
        }
        return DecisionTable(
            "综合结论", hitPolicy: DecisionTable.HitPolicy(table.hitPolicy) ?? .first,
            inputs: table.inputs.map { DecisionTable.Input(cell($0.value), label: $0.name) },
            outputs: [DecisionTable.Output("结论", type: .string)],
            rules: table.rows.map { row in
                DecisionTable.Rule(row.cells.map(cell), [DecisionTable.Cell("\"\(row.verdict)\"")])
            })
    }

    /// A row that decided.
    struct Hit {
        /// From 0.
        let index: Int
        let row: VerdictTable.Row
        let openTitle: TextTemplate?
    }

    /// The row that decides for `summary`; nil where none does. `parameters` are their values in the year.
    func row(for summary: OutcomeSummary, standing: Standing, parameters: [Value]) -> Hit? {
        row(forValues: figures.map { Self.value(of: $0, summary) }, standing: standing, parameters: parameters)
    }

    /// The row that decides for values of ``names``.
    func row(forValues values: [Value], standing: Standing, parameters: [Value]) -> Hit? {
        guard let entry = entries[standing],
            let row = entry.compiled?.evaluate(values + parameters).rows.first
        else { return nil }
        return Hit(index: row - 1, row: entry.table.rows[row - 1], openTitle: entry.openTitles[row - 1])
    }

    private static func value(of figure: VerdictRules.Figure, _ summary: OutcomeSummary) -> Value {
        switch figure {
        case .triggered: .number(Decimal128(summary.triggered))
        case .waived: .number(Decimal128(summary.waived))
        case .suspected: .number(Decimal128(summary.suspected))
        case .undetermined: .number(Decimal128(summary.undetermined))
        case .warning: .number(Decimal128(summary.warning))
        case .openCases: .number(Decimal128(summary.openCases))
        case .completeness: share(summary.reportedPoints, of: summary.applicablePoints)
        case .basicMet: .boolean(summary.basicCriteriaMet == summary.basicCriteria)
        case .substantiveShare: share(summary.substantiveCriteriaMet, of: summary.substantiveCriteria)
        case .ratedPoints: .number(Decimal128(summary.ratedPoints))
        case .unratedPoints: .number(Decimal128(summary.unratedPoints))
        case .disputedPoints: .number(Decimal128(summary.disputedPoints))
        case .met: .number(Decimal128(summary.metPoints))
        case .partlyMet: .number(Decimal128(summary.partlyMetPoints))
        case .notMet: .number(Decimal128(summary.notMetPoints))
        case .missingLeads: .number(Decimal128(summary.missingLeads))
        }
    }

    /// An exact share; 0 of nothing.
    private static func share(_ part: Int, of whole: Int) -> Value {
        .number(whole == 0 ? .zero : Decimal128(part) / Decimal128(whole))
    }
}
