import Assessment
import Foundation
internal import Standards
internal import Store

extension AnnualRun {
    /// What earlier runs have come to, as far as the day's work depends on it.
    struct Standing {
        let edition: String
        let rules: String
        /// The last run of the pipeline that finished, for any year.
        let lastRun: RunRecord?
        /// The last that finished for the year of this run.
        let lastRunOfYear: RunRecord?
    }

    func standing(_ store: Store, _ rules: RuleBook, year: ReportingYear) throws -> Standing {
        func last(_ year: ReportingYear?) throws -> RunRecord? {
            try store.lastFinishedRun(pipeline: definition.id, edition: rules.edition.id, year: year)
        }
        return Standing(
            edition: rules.edition.digest, rules: rules.digest, lastRun: try last(nil), lastRunOfYear: try last(year))
    }

    /// Whether the pages of the last run may stay as they are: the calendar has nothing for the day, nobody asked for a
    /// year, an inbox or a folder of reports, all could be written, and neither data nor edition nor rules are others than that run saw.
    func rests(on day: DayPlan, _ store: Store, _ standing: Standing) throws -> Bool {
        guard day.isQuiet, year == nil, inbox == nil, reports == nil, let last = standing.lastRunOfYear,
            last.start.editionDigest == standing.edition, last.start.rulesDigest == standing.rules,
            last.stages.allSatisfy({ $0.name != "assess" || $0.counts["failed"] == nil }),
            FileManager.default.fileExists(atPath: overview(day.year).path)
        else { return false }
        return try !store.hasRecorded(after: last.start.startedAt)
    }
}

extension DayPlan {
    /// What the run record counts.
    var counts: [String: Int] {
        ["events": events.count, "reminders": reminders.count, "final": isFinalRun ? 1 : 0]
    }
}
