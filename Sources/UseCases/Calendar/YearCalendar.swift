import FEEL
internal import Reports
package import Standards

/// What falls due in one year of the calendar, for one party in one province or for all.
package struct YearCalendar: Sendable {
    package struct Entry: Sendable {
        package let occurrence: DutyOccurrence
        /// What the party has to do with it; who does it where no party is asked for.
        package let part: String
        package let isWorkingDay: Bool
        /// In the order of their days.
        package let reminders: [DutyReminder]
    }

    /// The year in which the days lie.
    package let year: Int
    package let edition: Edition
    package let party: DutyParty?
    /// The province's name.
    package let province: String?
    /// By the last day.
    package let entries: [Entry]
    /// What is to be known of the days: years whose holidays are not listed.
    package let warnings: [String]
    package let workdays: Workdays

    /// 2026年日历　市域产教联合体建设标准（试行）　秘书处　湖南省
    package var title: String {
        (["\(year)年日历", edition.title, party?.title, province].compactMap(\.self)).joined(separator: "　")
    }
}

extension Workspace {
    /// What falls due in a year.
    /// - Parameters:
    ///   - year: the year of the days; nil for the one that goes on.
    ///   - province: GB/T 2260 code.
    package func yearCalendar(year text: String?, party: DutyParty?, province: String?) throws -> YearCalendar {
        let edition = try installation.edition(edition)
        let year =
            try text.map { text throws(Failure) in
                guard let year = ReportingYear(text: text) else {
                    throw Failure(.configuration, "--year 应为四位年份，如 2026，读到“\(text)”。")
                }
                return year.value
            } ?? ChinaTime.day(of: now).year
        let regions = try installation.regionNames()
        let workdays = try installation.workdays()
        let occurrences = try calendar().occurrences(
            from: ReportingYear(year - 1), through: ReportingYear(year), province: province
        ).filter { $0.dueOn.year == year }
        let entries = occurrences.compactMap { occurrence -> YearCalendar.Entry? in
            guard let part = party.map(occurrence.duty.part) ?? occurrence.duty.who.title else { return nil }
            return YearCalendar.Entry(
                occurrence: occurrence, part: part, isWorkingDay: workdays.isWorking(occurrence.dueOn),
                reminders: occurrence.reminders(workdays).sorted { $0.day < $1.day })
        }
        let days = entries.flatMap { $0.reminders.map(\.day) + [$0.occurrence.dueOn] }
        let unlisted = Set(days.map(\.year)).filter { !workdays.isListed($0) }.sorted()
        return YearCalendar(
            year: year, edition: edition, party: party, province: province.map { regions[$0] }, entries: entries,
            warnings: unlisted.map(Workdays.unlisted), workdays: workdays)
    }
}
