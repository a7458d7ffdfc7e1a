package import FEEL

/// What a day is in the calendar of an edition, and what a run on it has to do.
///
/// A night without a finished run is made good by the next: what opened, closed or was to be reminded of on the days since
/// counts for today, a reminder once and in its latest form.
package struct DayPlan: Sendable, Hashable {
    /// Where a day lies among the windows of a year.
    package enum Phase: String, Sendable, Hashable, CaseIterable {
        case reporting, supplement, rectification, outside

        package var title: String {
            switch self {
            case .reporting: "报送期"
            case .supplement: "补报期"
            case .rectification: "整改期"
            case .outside: "窗口外"
            }
        }
    }

    /// That a duty opens or is due for the last time.
    package struct Event: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable {
            case opens, closes
        }

        package let kind: Kind
        package let occurrence: DutyOccurrence

        /// The day that it happens on: today, or one of a night that was missed.
        package var day: CalendarDate {
            kind == .opens ? occurrence.opensOn ?? occurrence.dueOn : occurrence.dueOn
        }
    }

    package let day: CalendarDate
    /// The year whose windows count.
    package let year: ReportingYear
    package let isWorkingDay: Bool
    package let phase: Phase
    /// The last day of the phase; nil outside of the windows.
    package let phaseEnds: CalendarDate?
    /// In the order of their days.
    package let events: [Event]
    /// In the order of the days that they fall on, one for each duty and year.
    package let reminders: [DutyReminder]
    /// The closing day where this is the first run after it: what it finds is final (终稿).
    package let finalAfter: CalendarDate?
    /// The day of the last finished run where nights were missed since.
    package let lastRun: CalendarDate?

    /// The first run after the closing day.
    package var isFinalRun: Bool { finalAfter != nil }

    /// Whether nothing falls on the day: what has arrived is collected, and where that is nothing, no pages are made.
    package var isQuiet: Bool { phase == .outside && events.isEmpty && reminders.isEmpty && !isFinalRun }

    /// - Parameters:
    ///   - lastRun: the day of the last run of the pipeline that finished, for whatever year; nil where none has.
    ///   - lastRunOfYear: the same of those for `year`.
    package init(
        _ day: CalendarDate, year: ReportingYear, calendar: ReportingCalendar, workdays: Workdays,
        lastRun: CalendarDate? = nil, lastRunOfYear: CalendarDate? = nil
    ) {
        self.day = day
        self.year = year
        isWorkingDay = workdays.isWorking(day)
        (phase, phaseEnds) = Self.phase(of: day, year, calendar)
        let yesterday = day.adding(days: -1)
        let since = lastRun ?? yesterday
        self.lastRun = since < yesterday ? since : nil
        let deadline = calendar.deadline(for: year)
        finalAfter = deadline < day && lastRunOfYear.map { $0 <= deadline } ?? true ? deadline : nil
        // Duties of the year that goes on, of those that are told of afterwards, and of the next whose time nears.
        let occurrences = calendar.occurrences(
            from: ReportingYear(day.year - 2), through: ReportingYear(day.year + 1))
        func isNew(_ date: CalendarDate) -> Bool { since < date && date <= day }
        events = occurrences.flatMap { occurrence in
            [Event(kind: .opens, occurrence: occurrence), Event(kind: .closes, occurrence: occurrence)].filter {
                ($0.kind == .closes || occurrence.opensOn != nil) && isNew($0.day)
            }
        }.sorted { ($0.day, $0.occurrence.id, $0.kind.rawValue) < ($1.day, $1.occurrence.id, $1.kind.rawValue) }
        reminders = occurrences.compactMap { occurrence in
            occurrence.reminders(workdays).last { isNew($0.day) }
        }.sorted { ($0.day, $0.occurrence.id) < ($1.day, $1.occurrence.id) }
    }

    private static func phase(
        of day: CalendarDate, _ year: ReportingYear, _ calendar: ReportingCalendar
    ) -> (Phase, CalendarDate?) {
        if day < calendar.opening(for: year) { return (.outside, nil) }
        let ends: [(Phase, CalendarDate)] = [
            (.reporting, calendar.deadline(for: year)), (.supplement, calendar.supplementDeadline(for: year)),
            (.rectification, calendar.rectificationDeadline(for: year)),
        ]
        return ends.first { day <= $0.1 } ?? (.outside, nil)
    }
}
