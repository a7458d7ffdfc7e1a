internal import Foundation
internal import GRDB
internal import Standards

extension StoreSnapshot {
    /// The figures of years gone by that reports of later years give differently, by consortium, indicator and year.
    package func restatements() throws -> [Restatement] {
        try read { db in
            let codes = try Dictionary(
                uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, code FROM indicator").map { row in
                    (row[0] as Int64, IndicatorCode(row[1]))
                })
            let reader = try ConsortiumHistory.Reader(db, asOf: asOf)
            let restated = try restatedConsortia(db)
            return try places.filter { restated.contains($0.key) }.sorted { $0.value < $1.value }
                .flatMap { id, place in
                    try reader.history(of: id).changes.compactMap { change in
                        codes[change.new.indicator].map {
                            Restatement(change, consortium: consortia[place].id, indicator: $0)
                        }
                    }
                    .sorted { ($0.indicator, $0.year, $0.reportingYear) < ($1.indicator, $1.year, $1.reportingYear) }
                }
        }
    }

    /// The consortia whose histories are to be read. Of a past day all that more than one submission reports on: what
    /// was restated then may since have been mended.
    private func restatedConsortia(_ db: Database) throws -> Set<Int64> {
        try Set(
            Int64.fetchAll(
                db,
                sql: asOf == nil
                    ? "SELECT consortium FROM panel WHERE restatement_count > 0"
                    : "SELECT consortium FROM submission_consortium GROUP BY consortium HAVING count(*) > 1"))
    }
}
