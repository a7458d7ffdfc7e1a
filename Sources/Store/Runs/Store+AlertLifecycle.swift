package import Foundation
internal import GRDB

/// Something that happened to an alert; what it was stands in the payload.
package struct AlertTransitionRecord: Sendable, Hashable {
    package let fingerprint: String
    package let at: Date
    package let kind: String
    /// JSON.
    package let payload: String

    package init(fingerprint: String, at: Date, kind: String, payload: String) {
        self.fingerprint = fingerprint
        self.at = at
        self.kind = kind
        self.payload = payload
    }
}

/// A silence as it was made; whom it mutes stands in the payload.
package struct SilenceRecord: Sendable, Hashable, Identifiable {
    package let id: Int
    package let at: Date
    /// JSON.
    package let payload: String
    /// When and by whom it was ended before its time; nil where it was not.
    package let expired: Expiry?

    package struct Expiry: Sendable, Hashable {
        package let at: Date
        package let by: String
        /// What who ended it signed; nil where nobody signed.
        package let signature: String?
    }
}

extension Store {
    /// What happened to one alert, oldest first.
    package func transitions(of fingerprint: String) throws -> [AlertTransitionRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM alert_transition WHERE fingerprint = ? ORDER BY id", arguments: [fingerprint]
            ).map { row in
                AlertTransitionRecord(
                    fingerprint: row["fingerprint"], at: try Date(storeText: row["at"]), kind: row["kind"],
                    payload: row["payload"])
            }
        }
    }

    /// Everything that people did about alerts and that has a payload of its own, oldest first.
    package func acknowledgements() throws -> [AlertTransitionRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM alert_transition WHERE kind = 'acknowledged' ORDER BY id").map {
                row in
                AlertTransitionRecord(
                    fingerprint: row["fingerprint"], at: try Date(storeText: row["at"]), kind: row["kind"],
                    payload: row["payload"])
            }
        }
    }

    /// All silences that were ever made, oldest first.
    package func silences() throws -> [SilenceRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT silence.*, silence_expiry.at AS expired_at, silence_expiry.by AS expired_by,
                      silence_expiry.signature AS expired_signature
                    FROM silence LEFT JOIN silence_expiry ON silence_expiry.silence = silence.id
                    ORDER BY silence.id
                    """
            ).map { row in
                SilenceRecord(
                    id: row["id"], at: try Date(storeText: row["at"]), payload: row["payload"],
                    expired: try (row["expired_at"] as String?).map {
                        SilenceRecord.Expiry(
                            at: try Date(storeText: $0), by: row["expired_by"], signature: row["expired_signature"])
                    })
            }
        }
    }

    /// Keeps a silence.
    /// - Returns: its number, from 1.
    package func addSilence(at: Date, payload: (Int) throws -> String) throws -> Int {
        try write { db in
            let id = try Int.fetchOne(db, sql: "SELECT ifnull(max(id), 0) + 1 FROM silence") ?? 1
            try db.execute(
                sql: "INSERT INTO silence (id, at, payload) VALUES (?, ?, ?)",
                arguments: [id, at.storeText, try payload(id)])
            return id
        }
    }

    /// Ends a silence before its time. One that was ended already stays as it was.
    package func expireSilence(_ id: Int, at: Date, by: String, signature: String? = nil) throws {
        try write { db in
            try db.execute(
                sql:
                    "INSERT INTO silence_expiry (silence, at, by, signature) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [id, at.storeText, by, signature])
        }
    }
}
