package import FEEL
package import Standards

/// Days that an assessment speaks of or is bound by, as the calendar gives them. What is not known is left out.
package struct AssessmentDates: Sendable, Hashable {
    /// The day whose knowledge counts (as-of): decisions dated later decide nothing. Nil where nobody asks.
    package var today: CalendarDate?
    /// The last day of the window in which a year is reported, by year.
    package var windowCloses: [ReportingYear: CalendarDate]
    /// The days that verdicts set, by the names that `verdict.yml` gives them (`deadline:`).
    package var deadlines: [String: CalendarDate]
    /// The days on which documents are due, by the id of their kind.
    package var filings: [String: [FilingWindow]]

    package init(
        today: CalendarDate? = nil, windowCloses: [ReportingYear: CalendarDate] = [:],
        deadlines: [String: CalendarDate] = [:], filings: [String: [FilingWindow]] = [:]
    ) {
        self.today = today
        self.windowCloses = windowCloses
        self.deadlines = deadlines
        self.filings = filings
    }
}
