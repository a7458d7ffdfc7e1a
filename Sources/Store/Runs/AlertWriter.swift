internal import Foundation
internal import GRDB

/// Writes what a plan leaves, within one transaction: see ``Store/saveAlerts(_:)``.
package struct AlertWriter {
    let db: Database

    /// Keeps an alert as it now is.
    package func keep(_ alert: AlertRecord) throws {
        try db.execute(
            sql: """
                INSERT INTO alert
                  (fingerprint, edition, consortium, clause, year, state, raised_at, changed_at, resolved_at, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (fingerprint) DO UPDATE SET
                  state = excluded.state, raised_at = excluded.raised_at, changed_at = excluded.changed_at,
                  resolved_at = excluded.resolved_at, payload = excluded.payload
                """,
            arguments: [
                alert.fingerprint, alert.edition, alert.consortium, alert.clause, alert.year, alert.state,
                alert.raisedAt.storeText, alert.changedAt.storeText, alert.resolvedAt?.storeText, alert.payload,
            ])
    }

    /// Says what has happened to an alert.
    package func append(_ transition: AlertTransitionRecord) throws {
        try db.execute(
            sql: "INSERT INTO alert_transition (fingerprint, at, kind, payload) VALUES (?, ?, ?, ?)",
            arguments: [transition.fingerprint, transition.at.storeText, transition.kind, transition.payload])
    }

    /// Adds to the log of what receivers were told.
    package func append(_ notification: NotificationRecord) throws {
        try NotificationWriter(db: db).insert([notification])
    }

    /// Puts a message into the outbox.
    package func queue(_ message: OutboxEntry) throws {
        try OutboxWriter(db: db).insert(message)
    }
}
