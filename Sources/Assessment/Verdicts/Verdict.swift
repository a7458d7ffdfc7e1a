package import FEEL
package import Standards

/// What follows from all outcomes of a consortium in a year: one row of the verdict table of its standing.
package struct Verdict: Sendable, Hashable {
    /// As the edition's table names it; `none` where no row decides or the edition gives no verdict.
    package let id: String
    /// 建议取消资格 …
    package let title: String
    package let tone: VerdictTone
    /// Where the consortium stood on the last day of the year.
    package let standing: Standing
    /// 1-based row of the table; 0 where there is none.
    package let row: Int
    /// The day that the verdict sets (限期), where the calendar gives it.
    package let deadline: CalendarDate?
    /// Id of the edition whose table decided, where that is not the one under which the rest was assessed.
    package let edition: String?
    /// One sentence for people: the verdict and what brought it about.
    package let text: String
    package let summary: OutcomeSummary
    /// The cases that are open, of the assessed year and of earlier ones, by clause and year.
    package let openCases: [OpenCase]

    package init(
        id: String, title: String, tone: VerdictTone, standing: Standing, row: Int, deadline: CalendarDate? = nil,
        edition: String? = nil, text: String, summary: OutcomeSummary, openCases: [OpenCase] = []
    ) {
        self.id = id
        self.title = title
        self.tone = tone
        self.standing = standing
        self.row = row
        self.deadline = deadline
        self.edition = edition
        self.text = text
        self.summary = summary
        self.openCases = openCases
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
    /// Open cases of earlier years.
    package var openCases = 0
    /// Observation points whose principal figure is reported for the year.
    package var reportedPoints = 0
    /// Observation points less those that are 不适用.
    package var applicablePoints = 0
    /// Criteria (三级指标) of 基础性 and 实质性 that apply, and those of them that are met.
    package var basicCriteriaMet = 0
    package var basicCriteria = 0
    package var substantiveCriteriaMet = 0
    package var substantiveCriteria = 0
    /// Observation points that are rated in words, and those of them that are not yet rated, disputed, or found …
    package var ratedPoints = 0
    package var unratedPoints = 0
    package var disputedPoints = 0
    package var metPoints = 0
    package var partlyMetPoints = 0
    package var notMetPoints = 0
    package var missingLeads = 0

    package init() {}

    /// Reported ÷ applicable; 0 where nothing applies.
    package var completeness: Double {
        applicablePoints == 0 ? 0 : Double(reportedPoints) / Double(applicablePoints)
    }
}
