internal import Assessment
internal import FEEL
internal import Foundation
internal import Standards

extension ReportingCalendar {
    /// The days that an assessment of `year` speaks of, as they are known at `now`.
    func assessmentDates(from first: ReportingYear, to year: ReportingYear, at now: Date) -> AssessmentDates {
        let years = Array(min(first, year)...year)
        return AssessmentDates(
            today: ChinaTime.day(of: now),
            windowCloses: Dictionary(uniqueKeysWithValues: years.map { ($0, deadline(for: $0)) }),
            deadlines: [
                "supplement": supplementDeadline(for: year), "rectification": rectificationDeadline(for: year),
            ])
    }

    /// When the windows of the years before `year` closed, of those that have at `now`.
    func closes(from first: ReportingYear, before year: ReportingYear, at now: Date) -> [ReportingYear: Date] {
        guard first < year else { return [:] }
        return Dictionary(uniqueKeysWithValues: (first..<year).map { ($0, close(of: $0)) }).filter { $0.value < now }
    }
}
