package import Foundation
internal import GRDB

/// What the process does that sends. There is one at a time: who calls these holds the lock of delivery.
extension Store {
    /// How an attempt ended.
    package struct AttemptEnd: Sendable {
        package let state: OutboxRecord.State
        package let reason: String
        /// When the next attempt is due.
        package let dueAt: Date
        package let isFailure: Bool
        /// Until when the service takes no more from the account.
        package let closedUntil: Date?

        package init(
            _ state: OutboxRecord.State, reason: String = "", dueAt: Date, isFailure: Bool = false,
            closedUntil: Date? = nil
        ) {
            self.state = state
            self.reason = reason
            self.dueAt = dueAt
            self.isFailure = isFailure
            self.closedUntil = closedUntil
        }
    }

    /// Takes back what a process had in hand that is no more: what had not left goes again, what may have is in doubt.
    /// - Parameter doubt: what is noted of the latter.
    /// - Returns: how many messages there were.
    @discardableResult
    package func recoverOutbox(at now: Date, doubt: String) throws -> Int {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE delivery_attempt SET ended_at = ?, outcome = 'cutOff' WHERE ended_at IS NULL
                    """, arguments: [now.milliseconds])
            try db.execute(
                sql: """
                    UPDATE outbox SET in_doubt = in_doubt OR state = 'finishing',
                      reason = iif(state = 'finishing', ?, reason), due_at = ?,
                      state = iif(in_doubt OR state = 'finishing', 'uncertain', 'queued')
                    WHERE state IN ('attempting', 'finishing')
                    """, arguments: [doubt, now.milliseconds])
            return db.changesCount
        }
    }

    /// The first message of each receiver that is not done with yet, in the order of their times: later ones wait for it, so
    /// that nobody hears of an end before the beginning.
    ///
    /// - Parameter editions: only those that tell of alerts of these editions, and those that tell of none: what another
    ///   pipeline wrote is for receivers of its own, though one of them may have the same name. Nil for all.
    package func nextMessages(of editions: Set<String>? = nil) throws -> [OutboxRecord] {
        let list = try editions.map { String(decoding: try JSONEncoder().encode($0.sorted()), as: UTF8.self) }
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM outbox WHERE id IN (
                      SELECT min(id) FROM outbox WHERE state NOT IN ('sent', 'dead') AND (
                        ?1 IS NULL OR NOT EXISTS (SELECT 1 FROM outbox_alert WHERE message = outbox.id)
                        OR EXISTS (
                          SELECT 1 FROM outbox_alert JOIN alert USING (fingerprint)
                          WHERE message = outbox.id AND alert.edition IN (SELECT value FROM json_each(?1))))
                      GROUP BY receiver)
                    ORDER BY due_at, id
                    """, arguments: [list]
            ).map(OutboxRecord.init)
        }
    }

    /// When messages of an account were last tried, the latest first, and until when the service takes no more of it.
    package func attempts(of account: String, last count: Int) throws -> (times: [Date], closedUntil: Date?) {
        try read { db in
            let times = try Int.fetchAll(
                db, sql: "SELECT at FROM delivery_attempt WHERE account = ? ORDER BY at DESC LIMIT ?",
                arguments: [account, count])
            let closed = try Int.fetchOne(
                db, sql: "SELECT max(closed_until) FROM delivery_attempt WHERE account = ?", arguments: [account])
            return (times.map(Date.init(milliseconds:)), closed.map(Date.init(milliseconds:)))
        }
    }

    /// Takes a message in hand.
    /// - Returns: the number of the attempt; nil where the message is in hand, or done with.
    package func beginAttempt(_ message: Int, account: String, at now: Date) throws -> Int? {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE outbox SET state = 'attempting', attempts = attempts + 1
                    WHERE id = ? AND state IN ('queued', 'retry', 'uncertain')
                    """, arguments: [message])
            guard db.changesCount == 1 else { return nil }
            try db.execute(
                sql: "INSERT INTO delivery_attempt (message, account, at) VALUES (?, ?, ?)",
                arguments: [message, account, now.milliseconds])
            return Int(db.lastInsertedRowID)
        }
    }

    /// Notes that the last byte of a message is about to leave.
    package func willFinish(_ message: Int) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE outbox SET state = 'finishing' WHERE id = ? AND state = 'attempting'", arguments: [message]
            )
            guard db.changesCount == 1 else { throw DatabaseError(message: "the message is not in hand") }
        }
    }

    /// Notes how an attempt ended, with `entries` in the log where the message is done with.
    package func endAttempt(
        _ attempt: Int, of message: Int, _ end: AttemptEnd, entries: [NotificationRecord], at now: Date
    ) throws {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE delivery_attempt SET ended_at = ?, outcome = ?, detail = ?, closed_until = ? WHERE id = ?
                    """,
                arguments: [
                    now.milliseconds, end.state.rawValue, end.reason, end.closedUntil?.milliseconds, attempt,
                ])
            let isSettled = end.state == .sent || end.state == .dead
            try db.execute(
                sql: """
                    UPDATE outbox SET state = ?, reason = ?, due_at = ?, failures = failures + ?,
                      in_doubt = in_doubt OR ?, settled_at = ? WHERE id = ?
                    """,
                arguments: [
                    end.state.rawValue, end.reason, end.dueAt.milliseconds, end.isFailure ? 1 : 0,
                    end.state == .uncertain, isSettled ? now.storeText : nil, message,
                ])
            try NotificationWriter(db: db).insert(entries)
        }
    }

    /// Gives a message up that cannot even be tried.
    package func giveUp(_ message: Int, reason: String, entries: [NotificationRecord], at now: Date) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE outbox SET state = 'dead', reason = ?, settled_at = ? WHERE id = ? AND state <> 'sent'",
                arguments: [reason, now.storeText, message])
            try NotificationWriter(db: db).insert(entries)
        }
    }
}
