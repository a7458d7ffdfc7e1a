/// The decision table that makes outcomes a verdict: hit policy FIRST, its cells FEEL unary tests.
package struct VerdictTable: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        /// `disqualify`, `hold` …
        package let verdict: String
        /// 建议取消资格 …
        package let title: String
        /// A unary test for each input, in their order.
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
    /// Expressions over the summary of a consortium's outcomes (已触发数, 完整率 …).
    package let inputs: [Formula]
    package let rows: [Row]

    package init(hitPolicy: String, inputs: [Formula], rows: [Row]) {
        self.hitPolicy = hitPolicy
        self.inputs = inputs
        self.rows = rows
    }
}
