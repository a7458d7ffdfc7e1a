internal import Foundation
internal import GRDB
package import History
internal import Standards

extension StoreSnapshot {
    /// The figures of years gone by that reports of later years give differently, by consortium, indicator and year.
    package func restatements() throws -> [Restatement] {
        let parts = try sourceParts()
        return try read { db in
            let reader = try ConsortiumHistory.Reader(db, edition: edition.id, within: horizon)
            let restated = try restatedConsortia(db)
            return try places.filter { restated.contains($0.key) }.sorted { $0.value < $1.value }
                .flatMap { id, place in
                    try reader.history(of: id).changes.sorted { $0.reportingYear < $1.reportingYear }
                        .compactMap { restatement($0, of: consortia[place].id, parts) }
                        .sorted { ($0.indicator, $0.year) < ($1.indicator, $1.year) }
                }
        }
    }

    /// Nil where one of the two is no number: only of numbers can be said how far they differ.
    private func restatement(
        _ change: ConsortiumHistory.Change, of consortium: String, _ parts: [Int: SourcePart]
    ) -> Restatement? {
        guard let indicator = scheme.ordinals[change.new.indicator], case .number(let before) = change.old.value,
            case .number(let after) = change.new.value, let oldPart = parts[change.old.locator.part],
            let newPart = parts[change.new.locator.part]
        else { return nil }
        return Restatement(
            consortium: consortium, indicator: indicator, year: ReportingYear(change.new.year), before: before,
            after: after, reason: change.new.reason, beforeSource: oldPart.source(at: change.old.locator),
            afterSource: newPart.source(at: change.new.locator), counts: change.counts)
    }

    /// The consortia whose histories are to be read: those whose panels tell that something was restated. Where panels
    /// do not tell, all that more than one submission reports on; what was restated on a past day may since have been
    /// mended.
    private func restatedConsortia(_ db: Database) throws -> Set<Int64> {
        guard let storedLayout else {
            return try Int64.fetchSet(
                db,
                sql: """
                    SELECT consortium FROM submission_consortium WHERE edition = ?
                    GROUP BY consortium HAVING count(*) > 1
                    """, arguments: [edition.id])
        }
        return try Int64.fetchSet(
            db, sql: "SELECT consortium FROM panel WHERE edition = ? AND (restatement_count > 0 OR layout <> ?)",
            arguments: [edition.id, storedLayout])
    }
}
