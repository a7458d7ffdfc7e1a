internal import GRDB

/// A transaction that several submissions share.
///
/// Within it every reading and writing of the store is of the transaction, each writing in a savepoint of its own: one
/// that fails leaves nothing behind, and the others stand.
struct Batch: @unchecked Sendable {
    // Safe: it is seen on the thread that runs the transaction alone, while it runs.
    fileprivate let db: Database
    fileprivate let store: ObjectIdentifier

    @TaskLocal static var open: Batch?

    /// The connection of the batch that is open for `store` on this thread; nil where none is.
    static func database(of store: Store) -> Database? {
        open.flatMap { $0.store == ObjectIdentifier(store) ? $0.db : nil }
    }
}

extension Store {
    /// Runs `body` in one transaction. In `body` there are no snapshots of this store.
    ///
    /// - Throws: ``StoreError`` where the transaction was not committed, and what `body` throws: then nothing of it was
    ///   taken in.
    package func batch<Value>(_ body: () throws -> Value) throws -> Value {
        try StoreError.translating(path) {
            try pool.write { db in
                let value = try Batch.$open.withValue(Batch(db: db, store: ObjectIdentifier(self))) { try body() }
                // A full disk ends the transaction before its time.
                guard db.isInsideTransaction else {
                    throw DatabaseError(resultCode: .SQLITE_ABORT, message: "the transaction was rolled back")
                }
                return value
            }
        }
    }
}
