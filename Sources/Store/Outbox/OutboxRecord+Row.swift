internal import Foundation
internal import GRDB

extension OutboxRecord {
    init(_ row: Row) throws {
        let state = State(rawValue: row["state"])
        guard let state else { throw DatabaseError(message: "an unknown state of the outbox") }
        self.init(
            id: row["id"], key: row["key"], messageID: row["message_id"], receiver: row["receiver"],
            channel: row["channel"], content: row["content"], plannedAt: try Date(storeText: row["planned_at"]),
            state: state, dueAt: Date(milliseconds: row["due_at"]), attempts: row["attempts"],
            failures: row["failures"], isInDoubt: row["in_doubt"], reason: row["reason"],
            settledAt: try (row["settled_at"] as String?).map { try Date(storeText: $0) },
            replacedBy: row["replaced_by"])
    }
}

/// Instants where seconds are too coarse: services count messages a second.
extension Date {
    init(milliseconds: Int) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }
}
