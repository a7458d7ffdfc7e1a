internal import Foundation
internal import GRDB
internal import Synchronization

/// The SQLite file that keeps everything received, everything derived from it, and what the runs found.
///
/// Submissions, observations and register entries are only ever added. The file is in WAL mode with
/// `synchronous = FULL`: a receipt tells the sender that nothing is lost any more, so a submission is on the disk
/// when ``load(_:figures:edition:recordedAt:)`` returns, also if the power fails; that costs one `fsync` a
/// submission. A process killed at any moment leaves a transaction that the next one to open the file never sees.
///
/// Every method throws ``StoreError`` for what SQLite or the file system refuse.
package final class Store: Sendable {
    package let path: String
    let pool: DatabasePool
    let checkpointing: Checkpointing
    /// What is asked beside a load.
    let aside = Mutex<DatabaseQueue?>(nil)
    private let tables = Mutex<ReceivedTables?>(nil)

    /// `PRAGMA application_id` of our files, so that another program's database is never written to: "CMON".
    static let applicationID = 0x434D_4F4E
    static let writersCache = "PRAGMA cache_size = -32768"
    /// How long to wait for another process that is writing, in seconds.
    static let patience: TimeInterval = 5

    /// Opens the store at `path` for reading and writing, creating the file and its folder where they are missing and
    /// bringing an older schema up to date.
    package convenience init(path: String) throws {
        try self.init(path: path, patience: Self.patience)
    }

    /// `maximumPageCount` bounds the file, so that a full disk can be tried out.
    init(path: String, patience: TimeInterval, maximumPageCount: Int? = nil) throws {
        self.path = path
        checkpointing = Checkpointing(path: path)
        pool = try StoreError.translating(path) {
            try FileManager.default.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            var configuration = Self.configuration
            configuration.busyMode = .timeout(patience)
            configuration.prepareDatabase { db in
                try Self.refuseForeignFile(db, path: path)
                if let maximumPageCount { try db.execute(sql: "PRAGMA max_page_count = \(maximumPageCount)") }
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB has set NORMAL, which may lose the last commits when the power fails. Who writes changes the pages that
            // it reads, so it gains nothing by seeing them mapped, and much by having them at hand.
            try pool.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; \(Self.writersCache)")
            }
            let migrator = Migration.migrator
            if try pool.read(migrator.hasBeenSuperseded) { throw StoreError.newerSchema(path: path) }
            if try !pool.read(migrator.hasCompletedMigrations) {
                // Before any table is there: a file with tables and without our mark is another program's.
                try pool.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                }
                try migrator.migrate(pool)
            }
            return pool
        }
    }

    private init(path: String, readingFrom pool: DatabasePool) {
        self.path = path
        self.pool = pool
        checkpointing = Checkpointing(path: path)
    }

    deinit {
        // Those of the pool close last, and take the write-ahead log away.
        checkpointing.finish()
        aside.withLock { connection in
            try? connection?.close()
            connection = nil
        }
    }

    /// Opens a store that must be there already, for commands that only read. Does not wait for a running load.
    package static func openExisting(path: String) throws -> Store {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
        let reading = try StoreError.translating(path) { () -> DatabasePool? in
            var configuration = Self.configuration
            configuration.readonly = true
            configuration.prepareDatabase { try refuseForeignFile($0, path: path) }
            do {
                let pool = try DatabasePool(path: path, configuration: configuration)
                let migrator = Migration.migrator
                if try pool.read(migrator.hasBeenSuperseded) { throw StoreError.newerSchema(path: path) }
                return try pool.read(migrator.hasCompletedMigrations) ? pool : nil
            } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
                // A process was killed while it made the file; only a writer may take back what it began.
                return nil
            }
        }
        guard let reading else { return try Store(path: path) }
        return Store(path: path, readingFrom: reading)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            // Without it INSERT OR REPLACE would go past the triggers that refuse deletion. What is mapped counts as memory
            // of the process, on every connection anew.
            try db.execute(
                sql: "PRAGMA recursive_triggers = ON; PRAGMA cache_size = -8192; PRAGMA mmap_size = 16777216")
        }
        return configuration
    }

    private static func refuseForeignFile(_ db: Database, path: String) throws {
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard tables == 0 || application == applicationID else { throw StoreError.notAStore(path: path) }
    }

    /// The tables of what people sent, looked up once: the schema stays as it is while the store is open.
    func receivedTables(_ db: Database) throws -> ReceivedTables {
        try tables.withLock { known in
            let tables = try known ?? ReceivedTables(db)
            known = tables
            return tables
        }
    }

    /// Lets go of the pages that connections have at hand, where another part of the work begins that reads others.
    package func releaseMemory() {
        pool.releaseMemory()
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StoreError.translating(path) {
            if let db = Batch.database(of: self) { return try body(db) }
            return try pool.read(body)
        }
    }

    /// One transaction, or a savepoint of the batch that is open: all of `body` or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StoreError.translating(path) {
            try Batch.write(to: self, body) ?? pool.write(body)
        }
    }
}
