package import History
package import Standards

/// All that was found of one consortium for one year under one edition.
package struct ConsortiumAssessment: Sendable {
    /// Id of the edition.
    package let edition: String
    package let consortium: Consortium
    package let year: ReportingYear
    package let panel: Panel
    /// The clauses of every list, in the order of the standard.
    package let clauses: [ClauseCheck]
    /// Every observation point of 基础性 and 实质性, in the order of the standard; empty where the edition accepts nothing.
    package let acceptance: [AcceptanceCheck]
    /// Every numeric indicator with a reported value, in the order of the standard.
    package let trends: [Trend]
    package let signals: [CredibilitySignal]
    /// How the documents stand that the edition asks for, in its order.
    package let filings: [FilingCheck]
    /// How the annual work plans stand: those that have items, in the order of their years; empty where the edition asks
    /// for none.
    package let workPlans: [WorkPlanCheck]
    /// The tasks of its members of the year and the one after, by year and last day.
    package let tasks: [TaskCheck]
    /// What it was given for the year by each way of evaluation, in the order of the edition; empty where by none.
    package let evaluations: [EvaluationCheck]
    /// How the year and the one after stand by quarters; nothing rests on it.
    package let quarters: [QuarterCheck]
    /// The year's figure of every indicator of an edition that does not judge, by ordinal; empty for one that does, whose
    /// checks have them.
    package let figures: [Evidence]
    /// How it is rated, where its standing has it rated: then ``verdict`` follows from that.
    package let rating: RatingAssessment?
    /// What the cases of the year, and earlier ones that are open, have gone through; those of which there is anything
    /// to tell.
    package let proceedings: [Proceedings]
    package let verdict: Verdict
    /// How little would make the outcomes others; nil where nobody asked.
    package let fragilities: Fragilities?

    package init(
        edition: String, consortium: Consortium, year: ReportingYear, panel: Panel, clauses: [ClauseCheck],
        acceptance: [AcceptanceCheck], trends: [Trend], signals: [CredibilitySignal], filings: [FilingCheck] = [],
        workPlans: [WorkPlanCheck] = [], tasks: [TaskCheck] = [], evaluations: [EvaluationCheck] = [],
        quarters: [QuarterCheck] = [], figures: [Evidence] = [], rating: RatingAssessment? = nil,
        proceedings: [Proceedings] = [], verdict: Verdict, fragilities: Fragilities? = nil
    ) {
        self.edition = edition
        self.consortium = consortium
        self.year = year
        self.panel = panel
        self.clauses = clauses
        self.acceptance = acceptance
        self.trends = trends
        self.signals = signals
        self.filings = filings
        self.workPlans = workPlans
        self.tasks = tasks
        self.evaluations = evaluations
        self.quarters = quarters
        self.figures = figures
        self.rating = rating
        self.proceedings = proceedings
        self.verdict = verdict
        self.fragilities = fragilities
    }
}
