internal import FEEL
internal import GRDB
package import Standards

/// Holds a file that was read once more against the rows that are stored of it.
///
/// Every row must be one that the file gives: what the file gives beyond them was refused, repeated or contested when it
/// came, and that is sealed with the rows. Rows that name no cell are not compared.
package final class Rereading {
    private let scratch: DatabaseQueue
    private let store: Store

    /// Ids are another store's own.
    private static let own: Set<String> = ["id", "submission", "edition"]
    private static let registers = [
        "policy_entry", "incident_entry", "determination_entry", "transition_entry", "register_entry", "form_field",
        "consortium_entry",
    ]

    package init(_ store: Store) throws {
        self.store = store
        scratch = try DatabaseQueue()
        try Migration.migrator.migrate(scratch)
    }

    /// The lines of the ledger that the reader of this version has read, by id, with the edition.
    package func lines(reader: String) throws -> [Int: String] {
        try store.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT submission, edition FROM reading WHERE reader = ?", arguments: [reader])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int, $0[1] as String) })
        }
    }

    /// How many rows are stored of a line of the ledger that `load` and `observations`, read anew, do not give.
    package func strangers(
        in submission: Int, _ load: SubmissionLoad, observations: some Sequence<Observation>, edition: Edition
    ) throws -> Int {
        var given: Set<[UInt8]> = []
        try scratch.inDatabase { db in
            try db.inSavepoint {
                var writer = try SubmissionWriter(
                    db, file: load.file, edition: edition, recordedAt: load.file.receivedAt,
                    sealing: Sealing(db, ReceivedTables(db)))
                try writer.write(entriesOf: load)
                try writer.write(observations: observations)
                given = Set(try Self.rows(db, of: writer.submission, touching: Array(writer.touched)))
                return .rollback
            }
        }
        return try store.read { db in
            let consortia = try Int64.fetchAll(
                db, sql: "SELECT consortium FROM submission_consortium WHERE submission = ?", arguments: [submission])
            return try Self.rows(db, of: Int64(submission), touching: consortia)
        }.count { !given.contains($0) }
    }

    /// Digests of the rows of a submission that come from its cells.
    private static func rows(_ db: Database, of submission: Int64, touching consortia: [Int64]) throws -> [[UInt8]] {
        let tables = try ReceivedTables(db)
        let digests = RowDigests(db)
        var rows: [[UInt8]] = []
        for name in registers {
            guard let table = tables(name) else { continue }
            let statement = try RawStatement(db, table.selection(ofOne: true))
            statement.bind(submission, at: 1)
            while try statement.step() { rows.append(try digests.digest(statement, of: table, leavingOut: own)) }
        }
        guard let table = tables("observation") else { return rows }
        // By consortium, as the rows stand: there is no index by submission.
        let statement = try RawStatement(db, table.selection(ofOne: true) + " AND consortium = ?2")
        for consortium in consortia {
            statement.bind(submission, at: 1)
            statement.bind(consortium, at: 2)
            while try statement.step() { rows.append(try digests.digest(statement, of: table, leavingOut: own)) }
        }
        return rows
    }
}
