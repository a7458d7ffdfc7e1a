/// The decision table that makes outcomes a verdict, for consortia of one standing: hit policy FIRST, its cells FEEL
/// unary tests. Those of a standing that is listed and not judged have no rows, but words for it.
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
        package let tone: VerdictTone
        /// The title where open cases of earlier years bring the row about; it may use `未决年度`. Nil where the row
        /// does not speak of them.
        package let openTitle: Template?
        /// The calendar's name of the day that the row sets (限期 …); nil where it sets none.
        package let deadline: String?
        /// A unary test for each input, in their order; `-` where the row does not look at it.
        package let cells: [Formula]
        package let basis: RuleBasis
        package let reference: String

        package init(
            verdict: String, title: String, tone: VerdictTone, openTitle: Template? = nil, deadline: String? = nil,
            cells: [Formula], basis: RuleBasis, reference: String
        ) {
            self.verdict = verdict
            self.title = title
            self.tone = tone
            self.openTitle = openTitle
            self.deadline = deadline
            self.cells = cells
            self.basis = basis
            self.reference = reference
        }
    }

    package let standing: Standing
    package let hitPolicy: String
    package let inputs: [Input]
    package let rows: [Row]
    /// What is said of those who are not judged; nil where there are rows.
    package let listed: String?

    package init(standing: Standing, hitPolicy: String, inputs: [Input], rows: [Row], listed: String? = nil) {
        self.standing = standing
        self.hitPolicy = hitPolicy
        self.inputs = inputs
        self.rows = rows
        self.listed = listed
    }
}

/// How a verdict is shown, the gravest first: 建议通过 may stand above 限期整改 in a table.
package enum VerdictTone: String, Sendable, CaseIterable, Comparable {
    case disqualify, fail, hold, rectify, incomplete, pass, keep, other

    package static func < (left: VerdictTone, right: VerdictTone) -> Bool { left.gravity < right.gravity }

    private var gravity: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
