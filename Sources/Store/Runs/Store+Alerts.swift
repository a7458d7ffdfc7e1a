internal import Foundation
internal import GRDB

extension Store {
    /// Alerts that are not resolved, or all that ever were, by fingerprint.
    package func alerts(includingResolved: Bool = false) throws -> [AlertRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM alert WHERE ? OR resolved_at IS NULL ORDER BY fingerprint",
                arguments: [includingResolved]
            ).map { row in
                AlertRecord(
                    fingerprint: row["fingerprint"], state: row["state"],
                    raisedAt: try Date(storeText: row["raised_at"]),
                    changedAt: try Date(storeText: row["changed_at"]),
                    resolvedAt: try (row["resolved_at"] as String?).map { try Date(storeText: $0) },
                    payload: row["payload"])
            }
        }
    }

    /// The notifications sent, in the order they were logged; of one alert where its fingerprint is given.
    package func notifications(of fingerprint: String? = nil) throws -> [NotificationRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM notification_log WHERE ?1 IS NULL OR fingerprint = ?1 ORDER BY id",
                arguments: [fingerprint]
            ).map { row in
                NotificationRecord(
                    fingerprint: row["fingerprint"], receiver: row["receiver"], reason: row["reason"],
                    at: try Date(storeText: row["at"]), outcome: row["outcome"], payload: row["payload"])
            }
        }
    }

    /// Keeps alerts as they now are and adds to the log, in one transaction.
    package func save(alerts: [AlertRecord], notifications: [NotificationRecord] = []) throws {
        try write { db in
            for alert in alerts {
                try db.execute(
                    sql: """
                        INSERT INTO alert (fingerprint, state, raised_at, changed_at, resolved_at, payload)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (fingerprint) DO UPDATE SET
                          state = excluded.state, raised_at = excluded.raised_at, changed_at = excluded.changed_at,
                          resolved_at = excluded.resolved_at, payload = excluded.payload
                        """,
                    arguments: [
                        alert.fingerprint, alert.state, alert.raisedAt.storeText, alert.changedAt.storeText,
                        alert.resolvedAt?.storeText, alert.payload,
                    ])
            }
            for notification in notifications {
                try db.execute(
                    sql: """
                        INSERT INTO notification_log (fingerprint, receiver, reason, at, outcome, payload)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        notification.fingerprint, notification.receiver, notification.reason,
                        notification.at.storeText, notification.outcome, notification.payload,
                    ])
            }
        }
    }
}
