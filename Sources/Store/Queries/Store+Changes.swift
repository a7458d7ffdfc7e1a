package import FEEL
package import Foundation
internal import GRDB
package import Standards

/// When something came by which what had been known before became another.
extension Store {
    /// The days in China, after that of `instant`, on which something of the figures of years up to `year` was received,
    /// or taken back, or a change of their plans was decided, by consortium.
    /// - Parameters:
    ///   - until: nil for whatever came.
    ///   - recordedBy: nil for whatever was taken in.
    package func figureChanges(
        after instant: Date, until: Date? = nil, recordedBy: Date? = nil, upTo year: ReportingYear, edition: Edition
    ) throws -> [String: Set<CalendarDate>] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE later AS MATERIALIZED (
                        SELECT id, date(received_at, '+8 hours') AS day FROM submission
                        WHERE received_at > :instant AND (:until IS NULL OR received_at <= :until)
                          AND (:recordedBy IS NULL OR recorded_at <= :recordedBy)),
                      touched (submission, day) AS (
                        SELECT id, day FROM later
                        UNION
                        SELECT target, day FROM withdrawal JOIN touched ON withdrawal.submission = touched.submission
                        WHERE target IS NOT NULL)
                    SELECT code, day FROM touched
                    JOIN submission_consortium AS noted ON noted.submission = touched.submission
                    JOIN consortium ON consortium.id = noted.consortium
                    WHERE noted.edition = :edition AND earliest_year <= :year
                    UNION
                    SELECT code, day FROM touched
                    JOIN determination_entry AS entry ON entry.submission = touched.submission
                    JOIN consortium ON consortium.id = entry.consortium
                    WHERE decision IN ('acceptPlanChange', 'withdraw')
                    UNION
                    SELECT code, day FROM later JOIN withdrawal ON later.id = withdrawal.submission
                    JOIN determination_entry AS entry ON withdrawal.entry = entry.determination
                    JOIN consortium ON consortium.id = entry.consortium
                    WHERE form = 'determinations' AND decision IN ('acceptPlanChange', 'withdraw')
                    """,
                arguments: [
                    "instant": instant.storeText, "until": until?.storeText, "recordedBy": recordedBy?.storeText,
                    "edition": edition.id, "year": year.value,
                ]
            ).reduce(into: [:]) { changes, row in
                if let day = CalendarDate(row[1] as String) { changes[row[0], default: []].insert(day) }
            }
        }
    }

    /// The days in China on which a register that rules consult was received, or something was taken back, in their
    /// order.
    /// - Parameters:
    ///   - until: nil for whatever came.
    ///   - recordedBy: nil for whatever was taken in.
    package func registerDays(until: Date? = nil, recordedBy: Date? = nil) throws -> [CalendarDate] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT date(received_at, '+8 hours') AS day FROM submission
                    WHERE status = 'accepted' AND (?1 IS NULL OR received_at <= ?1)
                      AND (?2 IS NULL OR recorded_at <= ?2) AND (
                      id IN (SELECT submission FROM withdrawal) OR id IN (
                        SELECT submission FROM submission_form
                        WHERE form IN ('consortia', 'policies', 'incidents', 'determinations', 'transitions')))
                    UNION
                    SELECT date(received_at, '+8 hours') FROM register_receipt
                    WHERE (?1 IS NULL OR received_at <= ?1) AND (?2 IS NULL OR recorded_at <= ?2)
                    ORDER BY day
                    """, arguments: [until?.storeText, recordedBy?.storeText]
            ).compactMap { CalendarDate($0) }
        }
    }
}
