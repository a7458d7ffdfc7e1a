internal import GRDB

/// A transaction that several submissions share.
///
/// Within it every reading and writing of the store is of the transaction, each writing in a savepoint of its own: one
/// that fails leaves nothing behind, and the others stand.
struct Batch: @unchecked Sendable {
    // Safe: it is seen on the thread that runs the transaction alone, while it runs.
    fileprivate let db: Database
    fileprivate let store: ObjectIdentifier
    /// How many rows the connection had ever changed when it was opened.
    fileprivate let changes: Int
    /// What made a writing fail that has no savepoint; nil where each has one.
    fileprivate let failure: Failure?

    fileprivate final class Failure {
        var error: (any Error)?
    }

    @TaskLocal static var open: Batch?

    /// The batch that is open for `store` on this thread; nil where none is.
    private static func open(for store: Store) -> Batch? {
        open.flatMap { $0.store == ObjectIdentifier(store) ? $0 : nil }
    }

    /// Its connection.
    static func database(of store: Store) -> Database? { open(for: store)?.db }

    /// Whether one is open that has written anything, which nobody else sees yet.
    static func hasWritten(to store: Store) -> Bool {
        open(for: store).map { $0.db.totalChangesCount != $0.changes } ?? false
    }

    /// Whether it is one that takes nothing but figures.
    static func isOfFigures(_ store: Store) -> Bool { open(for: store)?.failure != nil }

    /// Writes within the batch that is open: all of `body` or nothing. Nil where none is open.
    static func write<Value>(to store: Store, _ body: (Database) throws -> Value) throws -> Value? {
        guard let batch = open(for: store) else { return nil }
        if let failure = batch.failure {
            do {
                return try body(batch.db)
            } catch {
                failure.error = failure.error ?? error
                throw error
            }
        }
        var value: Value?
        try batch.db.inSavepoint {
            value = try body(batch.db)
            return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT, message: "savepoint") }
        return value
    }
}

extension Store {
    /// Runs `body` in one transaction. In `body` there are no snapshots of this store.
    ///
    /// - Throws: ``StoreError`` where the transaction was not committed, and what `body` throws: then nothing of it was
    ///   taken in.
    package func batch<Value>(_ body: () throws -> Value) throws -> Value {
        try StoreError.translating(path) {
            try pool.write { try run(body, on: $0, failure: nil) }
        }
    }

    /// The same for one large file that has nothing but figures. It has no savepoint, which would keep a copy of every
    /// page that stood before: where a writing fails, nothing of the transaction stands. And SQLite does not look up what
    /// each row points to: that was looked up or added in this very transaction, and nothing is ever removed, so it is
    /// there (`verify` looks at all of it anew). What it leaves in the write-ahead log is brought to its place meanwhile. It
    /// goes through each table in order and comes back to few pages, so a small cache does.
    package func batchOfFigures<Value>(_ body: () throws -> Value) throws -> Value {
        try StoreError.translating(path) {
            try pool.writeWithoutTransaction { db in
                try db.execute(
                    sql: "PRAGMA foreign_keys = OFF; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -8192")
                let result = Result {
                    var value: Value?
                    try db.inTransaction(.immediate) {
                        value = try run(body, on: db, failure: Batch.Failure())
                        return .commit
                    }
                    guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT, message: "transaction") }
                    return value
                }
                try db.execute(
                    sql: "PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 1000; \(Self.writersCache)")
                checkpointing.begin()
                return try result.get()
            }
        }
    }

    private func run<Value>(_ body: () throws -> Value, on db: Database, failure: Batch.Failure?) throws -> Value {
        let batch = Batch(
            db: db, store: ObjectIdentifier(self), changes: db.totalChangesCount, failure: failure)
        let value = try Batch.$open.withValue(batch) { try body() }
        if let error = failure?.error { throw error }
        // A full disk ends the transaction before its time.
        guard db.isInsideTransaction else {
            throw DatabaseError(resultCode: .SQLITE_ABORT, message: "the transaction was rolled back")
        }
        return value
    }
}
