package import FEEL

/// A list, report or white paper that is to be published again and again (定期发布), and how long one stays fresh. That one
/// was published stands in the register of documents.
package struct Publication: Sendable, Hashable, Identifiable {
    package enum Renewal: Sendable, Hashable {
        /// So many months after the last one.
        case months(Int)
        /// By this day of the year after the one that the last is for.
        case day(ReportingCalendar.MonthDay)
    }

    /// What else registers call it.
    package let words: [String]
    package let renewal: Renewal
    /// How it is asked of each consortium.
    package let check: ProgrammeCheck
    private let meant: DocumentWords

    package init(words: [String], renewal: Renewal, check: ProgrammeCheck) {
        self.words = words
        self.renewal = renewal
        self.check = check
        meant = DocumentWords([check.id, check.title] + words)
    }

    package var id: String { check.id }
    package var title: String { check.title }

    /// Whether people mean it by `text`, white space and quotes aside.
    package func isMeant(by text: String) -> Bool { meant.contains(text) }

    /// The last day on which the one that was published as `filing` says is fresh.
    package func freshUntil(_ filing: Filing) -> CalendarDate? {
        switch renewal {
        case .months(let months): filing.day.adding(MonthsDuration(months: months))
        case .day(let day): day.date(in: (filing.period?.value ?? filing.day.year) + 1)
        }
    }
}
