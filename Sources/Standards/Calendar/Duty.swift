package import FEEL

/// Something that the calendar asks of somebody every year: by when, on whose word.
package struct Duty: Sendable, Hashable, Identifiable {
    /// Where the source says so.
    package struct Reference: Sendable, Hashable {
        /// Id of a document of the edition.
        package let document: String
        /// 正文第三条
        package let place: String

        package init(document: String, place: String) {
            self.document = document
            self.place = place
        }
    }

    /// The year of which a day of the calendar is one, told from the year that the duty is for.
    package enum DayYear: String, Sendable, Hashable, CaseIterable {
        /// The year itself: the plan of 2026 is due in January 2026.
        case same
        /// The year after: the figures of 2026 are due in 2027.
        case next

        func year(for year: ReportingYear) -> Int { self == .same ? year.value : year.value + 1 }
    }

    /// Small letters, digits and hyphens; one of its edition.
    package let id: String
    package let title: String
    /// Who has to do it.
    package let who: DutyParty
    /// Who has to agree before it goes on; nil for nobody.
    package let through: DutyParty?
    /// Who gets it; empty where the source does not say.
    package let to: [DutyParty]
    /// The first day on which it can be done; nil where there is none.
    package let opens: ReportingCalendar.MonthDay?
    /// The last day.
    package let due: ReportingCalendar.MonthDay
    /// The year of both days.
    package let dayYear: DayYear
    /// GB/T 2260 code of the province that alone has it; nil for all.
    package let province: String?
    /// The years that it is for; all where it is nil.
    package let years: ClosedRange<ReportingYear>?
    package let basis: RuleBasis
    package let reference: Reference?
    package let reminders: Reminders
    /// The kind of document that does it, by the register of documents; nil where nothing tells the program that it is
    /// done.
    package let filing: FilingKind.ID?

    package init(
        id: String, title: String, who: DutyParty, through: DutyParty? = nil, to: [DutyParty] = [],
        opens: ReportingCalendar.MonthDay? = nil, due: ReportingCalendar.MonthDay, dayYear: DayYear,
        province: String? = nil, years: ClosedRange<ReportingYear>? = nil, basis: RuleBasis,
        reference: Reference? = nil, reminders: Reminders = .usual, filing: FilingKind.ID? = nil
    ) {
        self.id = id
        self.title = title
        self.who = who
        self.through = through
        self.to = to
        self.opens = opens
        self.due = due
        self.dayYear = dayYear
        self.province = province
        self.years = years
        self.basis = basis
        self.reference = reference
        self.reminders = reminders
        self.filing = filing
    }

    /// What a party has to do with it: 办理、审核同意、接收; nil for nothing.
    package func part(of party: DutyParty) -> String? {
        if party == who { return "办理" }
        if party == through { return "审核同意" }
        return to.contains(party) ? "接收" : nil
    }

    /// Whether it is a duty in a province; nil asks for the country as a whole, which has those of every province.
    package func holds(in province: String?) -> Bool {
        guard let own = self.province, let province else { return true }
        return own == province
    }

    /// The duty for one year; nil where it does not hold for it.
    package func occurrence(for year: ReportingYear) -> DutyOccurrence? {
        guard years?.contains(year) ?? true, let dueOn = due.date(in: dayYear.year(for: year)) else { return nil }
        return DutyOccurrence(
            duty: self, year: year, opensOn: opens?.date(in: dayYear.year(for: year)), dueOn: dueOn)
    }
}

/// A duty for one year, with its days.
package struct DutyOccurrence: Sendable, Hashable {
    package let duty: Duty
    /// The year that it is for.
    package let year: ReportingYear
    package let opensOn: CalendarDate?
    package let dueOn: CalendarDate

    /// One of the calendar's edition, the same whatever its days are moved to: `work-plan/2026`.
    package var id: String { "\(duty.id)/\(year)" }

    /// The days on which people are reminded, each with the working days that lie between it and the last day, negative
    /// after it; in the order of the days.
    package func reminders(_ workdays: Workdays) -> [DutyReminder] {
        duty.reminders.before.map {
            DutyReminder(occurrence: self, day: workdays.day($0, before: dueOn), workingDays: $0)
        }
            + duty.reminders.after.map {
                DutyReminder(occurrence: self, day: workdays.day($0, after: dueOn), workingDays: -$0)
            }
    }
}

/// A day on which people are reminded of a duty.
package struct DutyReminder: Sendable, Hashable {
    package let occurrence: DutyOccurrence
    package let day: CalendarDate
    /// How many working days before the last day it is due, negative for those after.
    package let workingDays: Int
}
