package import FEEL
package import Standards

/// Which outcomes alert and how gravely, as `alerts.yml` says.
package struct AlertRules: Sendable, Hashable {
    /// The outcomes of clauses that alert.
    package let outcomes: [ClauseOutcome: Severity]
    /// The verdicts that alert, by the ids of the standard's table.
    package let verdicts: [String: Severity]
    /// How grave it is that a duty is not done, or that its day comes near.
    package let duties: [DutyStanding.Outcome: Severity]
    /// The day of the assessed year until which a remedy counts.
    package let deadline: DayOfYear?

    package init(
        outcomes: [ClauseOutcome: Severity], verdicts: [String: Severity],
        duties: [DutyStanding.Outcome: Severity] = [:],
        deadline: DayOfYear?
    ) {
        self.outcomes = outcomes
        self.verdicts = verdicts
        self.duties = duties
        self.deadline = deadline
    }
}

/// A day that every year has: `12-31`.
package struct DayOfYear: Sendable, Hashable {
    package let month: Int
    package let day: Int

    /// Reads `12-31`; nil where not every year has such a day.
    package init?(_ text: String) {
        guard let date = CalendarDate("2001-\(text)") else { return nil }
        month = date.month
        day = date.day
    }

    package func date(in year: ReportingYear) -> CalendarDate? {
        CalendarDate(year: year.value, month: month, day: day)
    }
}
