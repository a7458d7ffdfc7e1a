import FEEL
import Standards

/// The verdict table, compiled.
struct VerdictProgram: Sendable {
    private let table: VerdictTable
    private let inputs: [Program]
    private let rows: [[Program]]

    /// What the table's inputs may name, in the order of ``values(of:parameters:)``.
    private static let summaryInputs: [(name: String, type: FEELType)] = [
        ("已触发数", .number), ("疑似数", .number), ("数据不足数", .number), ("完整率", .number),
        ("基础指标全部达标", .boolean), ("实质指标达标率", .number),
    ]

    init(_ table: VerdictTable, compiler: FormulaCompiler) {
        let names = Self.summaryInputs + compiler.parameterInputs
        self.table = table
        inputs = table.inputs.compactMap { input in
            compiler.compile(input.value, inputs: names, readsCells: false, place: "决策表的输入“\(input.name)”")?.program
        }
        rows = []
    }

    /// The first row that holds for `summary`, by the parameters of `year`; nil where none does.
    func row(
        for summary: OutcomeSummary, year: ReportingYear, parameters: [Parameter]
    ) -> (index: Int, row: VerdictTable.Row)? {
        nil
    }
}
