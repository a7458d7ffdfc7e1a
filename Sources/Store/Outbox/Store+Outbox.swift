package import Foundation
internal import GRDB

/// What people ask the outbox.
extension Store {
    /// The messages in any of `states`, in the order in which they were planned.
    /// - Parameter includingReplaced: whether dead ones come along that a later message has replaced.
    package func outbox(_ states: Set<OutboxRecord.State>, includingReplaced: Bool = false) throws -> [OutboxRecord] {
        let names = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        let condition = includingReplaced ? "" : "AND replaced_by IS NULL"
        return try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM outbox WHERE state IN (\(names)) \(condition) ORDER BY id")
                .map(OutboxRecord.init)
        }
    }

    package func outboxMessage(_ id: Int) throws -> OutboxRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM outbox WHERE id = ?", arguments: [id]).map(OutboxRecord.init)
        }
    }

    /// How many messages there are in each state; dead ones that were replaced are not counted.
    package func outboxCounts() throws -> [OutboxRecord.State: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT state, count(*) AS count FROM outbox WHERE replaced_by IS NULL GROUP BY state")
            return Dictionary(
                rows.compactMap { row in OutboxRecord.State(rawValue: row["state"]).map { ($0, row["count"]) } },
                uniquingKeysWith: +)
        }
    }

    /// The alerts that a message tells: entries of the log, as JSON.
    package func outboxAlerts(of message: Int) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db, sql: "SELECT entry FROM outbox_alert WHERE message = ? ORDER BY position", arguments: [message])
        }
    }

    package func outboxAttachments(of message: Int) throws -> [OutboxEntry.Attachment] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM outbox_attachment WHERE message = ? ORDER BY position", arguments: [message]
            ).map { OutboxEntry.Attachment(name: $0["name"], type: $0["type"], bytes: $0["bytes"]) }
        }
    }

    /// Takes up messages again, at once: dead ones begin anew, with `entries` in the log, and what waits for its time is due.
    /// - Returns: how many were changed. What is replaced or sent never is.
    @discardableResult
    package func revive(_ ids: [Int], entries: [NotificationRecord], at now: Date) throws -> Int {
        try write { db in
            var changed = 0
            for id in ids {
                try db.execute(
                    sql: """
                        UPDATE outbox SET state = CASE state WHEN 'dead' THEN iif(in_doubt, 'uncertain', 'queued')
                          ELSE state END, failures = iif(state = 'dead', 0, failures), due_at = ?, settled_at = NULL
                        WHERE id = ? AND replaced_by IS NULL AND state IN ('dead', 'retry', 'uncertain', 'queued')
                        """, arguments: [now.milliseconds, id])
                changed += db.changesCount
            }
            try NotificationWriter(db: db).insert(entries)
            return changed
        }
    }
}
