import FEEL
import Standards

/// The verdict table, compiled: a decision table over what the outcomes of a consortium come to.
struct VerdictProgram: Sendable {
    private let table: VerdictTable
    private let compiled: CompiledDecisionTable?

    /// What the table may name beside parameters, in the order of ``row(for:year:parameters:)``'s values.
    private static let summaryInputs: [(name: String, type: FEELType)] = [
        ("已触发数", .number), ("疑似数", .number), ("数据不足数", .number), ("完整率", .number),
        ("基础指标全部达标", .boolean), ("实质指标达标率", .number),
    ]

    /// Compiles the table; faults go to the compiler.
    init(_ table: VerdictTable, compiler: FormulaCompiler) {
        self.table = table
        compiled = compiler.compile(
            Self.decisionTable(table), schema: compiler.schema(inputs: Self.summaryInputs + compiler.parameterInputs),
            place: "综合结论的决策表")
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

    /// The row that decides for `summary`, by the parameters of `year`; nil where none does.
    func row(
        for summary: OutcomeSummary, year: ReportingYear, parameters: [Parameter]
    ) -> (index: Int, row: VerdictTable.Row)? {
        let values: [Value] = [
            .number(Decimal128(summary.triggered)), .number(Decimal128(summary.suspected)),
            .number(Decimal128(summary.undetermined)), Self.share(summary.reportedPoints, of: summary.applicablePoints),
            .boolean(summary.basicRowsMet == summary.basicRows),
            Self.share(summary.substantiveRowsMet, of: summary.substantiveRows),
        ]
        return row(forValues: values, year: year, parameters: parameters)
    }

    /// The names of the values that the table looks at beside parameters.
    static var summaryNames: [String] { summaryInputs.map(\.name) }

    /// The row that decides for values of ``summaryNames``.
    func row(
        forValues values: [Value], year: ReportingYear, parameters: [Parameter]
    ) -> (index: Int, row: VerdictTable.Row)? {
        let decision = compiled?.evaluate(values + parameters.values(in: year))
        guard let row = decision?.rows.first else { return nil }
        return (row - 1, table.rows[row - 1])
    }

    /// An exact share; 0 of nothing.
    private static func share(_ part: Int, of whole: Int) -> Value {
        .number(whole == 0 ? .zero : Decimal128(part) / Decimal128(whole))
    }
}
