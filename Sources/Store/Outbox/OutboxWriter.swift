internal import Foundation
internal import GRDB

/// Puts messages into the outbox, within a transaction of somebody else's.
struct OutboxWriter {
    let db: Database

    /// A message whose key is there was planned before, and is left as it is; where it was given up it begins anew.
    func insert(_ entry: OutboxEntry) throws {
        try db.execute(
            sql: """
                UPDATE outbox SET state = iif(in_doubt, 'uncertain', 'queued'), failures = 0, due_at = ?, settled_at = NULL
                WHERE key = ? AND state = 'dead'
                """, arguments: [entry.dueAt.milliseconds, entry.key])
        try db.execute(
            sql: """
                INSERT INTO outbox (key, message_id, receiver, channel, content, planned_at, state, due_at)
                VALUES (?, ?, ?, ?, ?, ?, 'queued', ?) ON CONFLICT (key) DO NOTHING
                """,
            arguments: [
                entry.key, entry.messageID, entry.receiver, entry.channel, entry.content, entry.plannedAt.storeText,
                entry.dueAt.milliseconds,
            ])
        guard db.changesCount > 0 else { return }
        let message = db.lastInsertedRowID
        for (position, alert) in entry.alerts.enumerated() {
            try db.execute(
                sql: "INSERT INTO outbox_alert (message, position, fingerprint, entry) VALUES (?, ?, ?, ?)",
                arguments: [message, position, alert.fingerprint, alert.payload])
        }
        for (position, file) in entry.attachments.enumerated() {
            try db.execute(
                sql: "INSERT INTO outbox_attachment (message, position, name, type, bytes) VALUES (?, ?, ?, ?, ?)",
                arguments: [message, position, file.name, file.type, file.bytes])
        }
        try replaceDead(with: message, receiver: entry.receiver)
    }

    /// A dead message of the same receiver and one of the same alerts has been planned anew: sending it too would tell twice.
    private func replaceDead(with message: Int64, receiver: String) throws {
        try db.execute(
            sql: """
                UPDATE outbox SET replaced_by = ?1
                WHERE state = 'dead' AND replaced_by IS NULL AND receiver = ?2 AND EXISTS (
                  SELECT 1 FROM outbox_alert AS told JOIN outbox_alert AS new USING (fingerprint)
                  WHERE told.message = outbox.id AND new.message = ?1)
                """, arguments: [message, receiver])
    }
}
