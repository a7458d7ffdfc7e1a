package import FEEL
package import Standards

/// The documents that one consortium sent, held against what the edition asks for and when the calendar does.
///
/// Where an authority has registered a document, its entries alone count, else those of the consortium. Of several
/// sendings of one document the earliest decides whether it came in time: a correction does not make it late. A wrong
/// day is taken back (撤回) before the right one is entered.
package struct FilingBook: Sendable {
    package let consortium: Consortium
    private let filings: [Filing]
    private let kinds: [FilingKind]
    /// The day whose knowledge counts; what is said to be sent later has not been. Nil where nobody asks.
    private let today: CalendarDate?
    private let tenure: Tenure?

    /// - Parameter tenure: of a consortium that has a title only while it stands at 培育 or 通过验收: at other times
    ///   nothing is due. Nil where the day of designation alone counts.
    package init(
        _ consortium: Consortium, filings: [Filing], kinds: [FilingKind], today: CalendarDate?, tenure: Tenure? = nil
    ) {
        self.consortium = consortium
        self.tenure = tenure
        self.kinds = kinds
        self.today = today
        self.filings = filings.filter { filing in today.map { filing.day <= $0 } ?? true }
    }

    /// How a kind of document stands for `year`.
    ///
    /// - Parameter windows: the days of every year on which it is due; empty where it is due on none.
    package func check(_ kind: FilingKind, for year: ReportingYear, windows: [FilingWindow]) -> FilingCheck {
        let own = sendings(of: kind, in: kind.frequency == .year ? year : nil)
        let window =
            kind.frequency == .year
            ? windows.first { $0.year == year }
            // It can be sent in the days of any year: those of the year in which it was.
            : own.first.flatMap { first in windows.first { $0.dueOn.year == first.day.year } }
        func found(_ outcome: AcceptanceOutcome) -> FilingCheck {
            FilingCheck(
                kind: kind, year: year, opensOn: window?.opensOn, dueOn: window?.dueOn, outcome: outcome,
                filing: own.first, later: Array(own.dropFirst()),
                isOverdue: window.map { window in today.map { $0 > window.dueOn } ?? true } ?? true,
                agreement: agreement(to: kind, in: year))
        }
        guard let first = own.first else {
            return found(window.map { isBound(on: $0.dueOn) } ?? true ? .undetermined : .notApplicable)
        }
        guard let window else { return found(.met) }
        let isEarly = kind.frequency == .once && window.opensOn.map { first.day < $0 } ?? false
        if first.day <= window.dueOn { return found(isEarly ? .notMet : .met) }
        // One whose day is blank may have been sent before it was registered.
        return found(own.contains { $0.sentOn == nil } ? .undetermined : .notMet)
    }

    /// The first that an authority registered of the province's agreement; nil where none did.
    private func agreement(to kind: FilingKind, in year: ReportingYear) -> Filing? {
        filings.filter { filing in
            filing.reportedBy == nil && filing.period == year && kind.isAgreement(filing.kind)
        }.min { $0.day < $1.day }
    }

    /// Whether it owes anything that is due on `day`.
    private func isBound(on day: CalendarDate) -> Bool {
        guard let tenure else { return consortium.designatedOn.map { $0 <= day } ?? true }
        return [.cultivation, .accepted].contains(tenure.standing(on: day))
    }

    /// What was sent of a kind, the earliest first.
    private func sendings(of kind: FilingKind, in year: ReportingYear?) -> [Filing] {
        let all = filings.filter { filing in
            (year == nil || filing.period == year) && kinds.named(filing.kind) == kind
        }
        let official = all.filter { $0.reportedBy == nil }
        return (official.isEmpty ? all : official).enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

/// The days of one year on which a kind of document can be sent.
package struct FilingWindow: Sendable, Hashable {
    /// The year that the document is for.
    package let year: ReportingYear
    package let opensOn: CalendarDate?
    package let dueOn: CalendarDate

    package init(year: ReportingYear, opensOn: CalendarDate?, dueOn: CalendarDate) {
        self.year = year
        self.opensOn = opensOn
        self.dueOn = dueOn
    }
}

extension ReportingCalendar {
    /// When a kind of document is due, for the years from `first` through `last`.
    package func windows(
        of filing: String, from first: ReportingYear, through last: ReportingYear
    ) -> [FilingWindow] {
        guard first <= last else { return [] }
        return duties.filter { $0.filing == filing }.flatMap { duty in
            (first...last).compactMap { duty.occurrence(for: $0) }
        }.map { FilingWindow(year: $0.year, opensOn: $0.opensOn, dueOn: $0.dueOn) }.sorted { $0.dueOn < $1.dueOn }
    }
}
