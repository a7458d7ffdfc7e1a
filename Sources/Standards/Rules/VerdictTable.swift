/// The decision table that makes outcomes a verdict: hit policy FIRST, its cells FEEL unary tests.
package struct VerdictTable: Sendable, Hashable {
    /// An expression over the summary of a consortium's outcomes (已触发数, 完整率 …), with the name of its column.
    package struct Input: Sendable, Hashable {
        package let name: String
        package let value: Formula

        package init(name: String, value: Formula) {
            self.name = name
            self.value = value
        }
    }

    package struct Row: Sendable, Hashable {
        /// `disqualify`, `hold` …
        package let verdict: String
        /// 建议取消资格 …
        package let title: String
        /// A unary test for each input, in their order; `-` where the row does not look at it.
        package let cells: [Formula]
        package let basis: RuleBasis
        package let reference: String

        package init(verdict: String, title: String, cells: [Formula], basis: RuleBasis, reference: String) {
            self.verdict = verdict
            self.title = title
            self.cells = cells
            self.basis = basis
            self.reference = reference
        }
    }

    package let hitPolicy: String
    package let inputs: [Input]
    package let rows: [Row]

    package init(hitPolicy: String, inputs: [Input], rows: [Row]) {
        self.hitPolicy = hitPolicy
        self.inputs = inputs
        self.rows = rows
    }
}
