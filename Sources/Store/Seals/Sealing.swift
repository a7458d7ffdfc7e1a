internal import GRDB
internal import Safekeeping

/// Puts under each line of the ledger what was read for it: who read it, and the sum of the digests of all its rows.
/// ``Store/verify(editions:)`` makes the sums anew, so that no row can change without being found.
struct Sealing {
    private let db: Database
    let tables: ReceivedTables
    private let digests: RowDigests
    private var sum = RowDigests.Sum()
    /// Tables of which all rows of the line were added as they were written.
    private var added: Set<String> = []

    /// Tables that have no index by submission: their rows are added as they are written.
    static let inserted: Set<String> = ["observation", "document_use"]

    init(_ db: Database, _ tables: ReceivedTables) {
        self.db = db
        self.tables = tables
        digests = RowDigests(db)
    }

    /// Runs `statement`, an insertion into `table` that ends in `RETURNING *`, and adds the row that it writes.
    /// - Returns: whether it wrote one.
    @discardableResult
    mutating func add(_ statement: RawStatement, of table: String) throws -> Bool {
        var isAdded = false
        while try statement.step() {
            guard let table = tables(table) else { continue }
            sum.add(try digests.digest(statement, of: table))
            isAdded = true
        }
        return isAdded
    }

    /// Adds the digests of rows that were written.
    mutating func add(_ digests: RowDigests.Sum) { sum.add(digests) }

    /// Adds the digests of all rows that the line has in `table`.
    mutating func add(_ digests: RowDigests.Sum, ofAll table: String) {
        sum.add(digests)
        added.insert(table)
    }

    /// Seals the rows that were added to a line after it was closed: what it is named by later, when it came again.
    mutating func sealAddition(to submission: Int64) throws {
        try write(submission, edition: "", reader: "")
        sum = RowDigests.Sum()
    }

    /// Closes the line, once all else of it is written.
    mutating func seal(_ submission: Int64, edition: String, reader: String) throws {
        for table in tables.all where !Self.inserted.union(added).contains(table.name) {
            let rows = try RawStatement(db, table.selection(ofOne: true))
            rows.bind(submission, at: 1)
            while try rows.step() { sum.add(try digests.digest(rows, of: table)) }
        }
        try write(submission, edition: edition, reader: reader)
    }

    private func write(_ submission: Int64, edition: String, reader: String) throws {
        try db.run(
            sql: "INSERT INTO reading (submission, edition, reader, digest) VALUES (?, ?, ?, ?)",
            arguments: [submission, edition, reader, sum.text])
    }

    /// The sums of all lines by their ids, made of the rows as they are.
    /// - Parameter visit: sees every row with its digest.
    static func sums(
        _ db: Database, _ digests: RowDigests? = nil,
        visit: (RawStatement, ReceivedTables.Table, RepeatedSHA256.Words) throws -> Void = { _, _, _ in }
    ) throws -> [Int64: RowDigests.Sum] {
        let digests = digests ?? RowDigests(db)
        var sums: [Int64: RowDigests.Sum] = [:]
        for table in try ReceivedTables(db).all {
            let rows = try RawStatement(db, table.selection(ofOne: false))
            while try rows.step() {
                let digest = try digests.digest(rows, of: table)
                sums[rows.integer(Int32(table.submission)), default: .init()].add(digest)
                try visit(rows, table, digest)
            }
        }
        return sums
    }

    /// Seals every line as it is, for rows from before there were seals, or after a migration that changes what older
    /// rows say. Who read them is not known: they are never compared with the files.
    static func sealAll(_ db: Database) throws {
        for (submission, sum) in try sums(db).sorted(by: { $0.key < $1.key }) {
            try db.run(
                sql: "INSERT INTO reading (submission, edition, reader, digest) VALUES (?, '', '', ?)",
                arguments: [submission, sum.text])
        }
    }
}
