internal import Foundation
internal import GRDB

/// Adds to the log of notifications, within a transaction of somebody else's.
struct NotificationWriter {
    let db: Database

    func insert(_ notifications: [NotificationRecord]) throws {
        for notification in notifications {
            try db.execute(
                sql: """
                    INSERT INTO notification_log (fingerprint, receiver, reason, at, outcome, payload)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    notification.fingerprint, notification.receiver, notification.reason, notification.at.storeText,
                    notification.outcome, notification.payload,
                ])
        }
    }
}
