/// What follows from all outcomes of a consortium in a year: one row of the verdict table.
package struct Verdict: Sendable, Hashable {
    /// `disqualify`, `hold`, `incomplete`, `pass`, `rectify` or `fail`, as the standard's table names them.
    package let id: String
    /// 建议取消资格 …
    package let title: String
    /// 1-based row of the table.
    package let row: Int
    /// One sentence for people: the verdict and what brought it about.
    package let text: String
    package let summary: OutcomeSummary

    package init(id: String, title: String, row: Int, text: String, summary: OutcomeSummary) {
        self.id = id
        self.title = title
        self.row = row
        self.text = text
        self.summary = summary
    }
}

/// What the verdict table looks at.
package struct OutcomeSummary: Sendable, Hashable {
    /// Clauses triggered and not waived, and so on; waived ones are counted apart.
    package var triggered = 0
    package var waived = 0
    package var suspected = 0
    package var undetermined = 0
    package var warning = 0
    /// Observation points reported for the year, all of a point's components being there.
    package var reportedPoints = 0
    /// Observation points less those that are 不适用.
    package var applicablePoints = 0
    package var basicRowsMet = 0
    package var basicRows = 0
    package var substantiveRowsMet = 0
    package var substantiveRows = 0

    package init() {}

    /// Reported ÷ applicable; 0 where nothing applies.
    package var completeness: Double {
        applicablePoints == 0 ? 0 : Double(reportedPoints) / Double(applicablePoints)
    }
}
