internal import GRDB
internal import Safekeeping

/// The trees over the rows of submissions. A row is hidden behind a salt of its own, so that one can be shown without the
/// others; rows of figures stand by consortium, all other rows together.
///
///     salt = SHA-256(secret ‖ digest)        digest: of ``RowEncoder``
///     leaf = SHA-256(0x00 ‖ salt ‖ digest)
struct RowTrees {
    private let hasher: TreeHasher
    /// By submission; rows of others are passed over.
    private let secrets: [Int64: TreeHash]
    private var others: GroupedTrees
    private var figures: GroupedTrees
    private var consortium: Int64?

    /// Rows of these are added after a line was closed, and are leaves of the log themselves.
    static let added: Set<String> = ["evidence_link", "register_receipt"]
    static let figureTable = "observation"

    init(_ secrets: [Int64: TreeHash], _ hasher: TreeHasher) {
        self.hasher = hasher
        self.secrets = secrets
        others = GroupedTrees(hasher, isSorted: true)
        figures = GroupedTrees(hasher, isSorted: true)
    }

    /// Adds the row that `statement` stands on. Figures of one consortium come together, consortia in the order of their
    /// ids.
    mutating func add(
        _ digest: TreeHash, _ statement: RawStatement, of table: ReceivedTables.Table, _ digests: RowDigests
    ) throws {
        guard !Self.added.contains(table.name) else { return }
        let submission = statement.integer(Int32(table.submission))
        guard let secret = secrets[submission] else { return }
        let leaf = Self.leaf(digest, secret, hasher)
        guard table.name == Self.figureTable else { return others.add(leaf, to: submission) }
        // The first column of its key.
        let consortium = statement.integer(0)
        if consortium != self.consortium {
            figures.begin(try digests.text(consortium, of: .consortium))
            self.consortium = consortium
        }
        figures.add(leaf, to: submission)
    }

    static func leaf(_ digest: TreeHash, _ secret: TreeHash, _ hasher: TreeHasher) -> TreeHash {
        hasher.leaf(hasher.pair(secret, digest), digest)
    }

    /// The roots by submission.
    mutating func finish() -> [Int64: TreeHash] {
        let (others, figures) = (others.finish(), figures.finish())
        return others.merging(figures) { $0 + $1 }.mapValues { HashTree($0, hasher).root }
    }
}

extension RowTrees {
    /// The roots of submissions that are not in the log yet, each after `last`, by their secrets.
    static func roots(
        _ db: Database, of secrets: [Int64: TreeHash], after last: Int64, _ digests: RowDigests, _ hasher: TreeHasher
    ) throws -> [Int64: TreeHash] {
        guard !secrets.isEmpty else { return [:] }
        var trees = RowTrees(secrets, hasher)
        let tables = try ReceivedTables(db)
        func add(_ rows: RawStatement, _ table: ReceivedTables.Table) throws {
            while try rows.step() {
                try trees.add(TreeHash(digests.digest(rows, of: table)), rows, of: table, digests)
            }
        }
        for table in tables.all where !added.contains(table.name) && table.name != figureTable {
            let owner = "\"\(table.columns[table.submission].name)\""
            // Without an index by submission all its rows are looked at once.
            if Sealing.inserted.contains(table.name) {
                let rows = try RawStatement(db, table.selection(ofOne: false) + " WHERE \(owner) > ?1")
                rows.bind(last, at: 1)
                try add(rows, table)
                continue
            }
            for submission in secrets.keys.sorted() {
                let rows = try RawStatement(db, table.selection(ofOne: true))
                rows.bind(submission, at: 1)
                try add(rows, table)
            }
        }
        guard let table = tables(figureTable) else { return trees.finish() }
        let consortia = try Int64.fetchAll(
            db, sql: "SELECT DISTINCT consortium FROM submission_consortium WHERE submission > ? ORDER BY 1",
            arguments: [last])
        for consortium in consortia {
            let rows = try RawStatement(
                db, table.selection(ofOne: false) + " WHERE consortium = ?1 AND submission > ?2")
            rows.bind(consortium, at: 1)
            rows.bind(last, at: 2)
            try add(rows, table)
        }
        return trees.finish()
    }
}
