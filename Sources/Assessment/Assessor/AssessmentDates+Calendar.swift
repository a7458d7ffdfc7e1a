package import FEEL
package import Standards

extension AssessmentDates {
    /// The days of a calendar for an assessment of `year` as of `today`: the windows of that year and those before it from
    /// `firstYear` on, and the days that verdicts set, by the names of `verdict.yml`.
    package init(
        _ calendar: ReportingCalendar, year: ReportingYear, from firstYear: ReportingYear, today: CalendarDate?
    ) {
        let years = firstYear <= year ? Array(firstYear...year) : [year]
        self.init(
            today: today,
            windowCloses: Dictionary(uniqueKeysWithValues: years.map { ($0, calendar.deadline(for: $0)) }),
            deadlines: [
                "supplement": calendar.supplementDeadline(for: year),
                "rectification": calendar.rectificationDeadline(for: year),
            ],
            filings: Dictionary(
                uniqueKeysWithValues: Set(calendar.duties.compactMap(\.filing)).map { filing in
                    (filing, calendar.windows(of: filing, from: firstYear, through: max(firstYear, year)))
                }))
    }
}
