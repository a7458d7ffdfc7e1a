internal import GRDB
internal import Safekeeping

/// What of the store has no leaf in the log yet.
struct Unlogged {
    private let db: Database
    /// The last submission that has a leaf.
    private let lastSubmission: Int64

    struct Leaf {
        let name: LogLeafName
        let secret: TreeHash
        let hash: TreeHash
    }

    init(_ db: Database) throws {
        self.db = db
        lastSubmission =
            try Int64.fetchOne(
                db, sql: "SELECT max(CAST(subject AS INTEGER)) FROM log_leaf WHERE kind = 'submission'") ?? 0
    }

    /// In the order in which their leaves are added: what a decision rests on stands before it.
    func names() throws -> [LogLeafName] {
        try submissions().flatMap { submission in
            try [LogLeafName(.submission, submission)]
                + entries(.determination, "determination_entry", of: submission)
                + entries(.transition, "transition_entry", of: submission)
        }
            + missing(
                .evidence, "evidence_link", "submission || '/' || evidence || '/' || row || '/' || sheet",
                order: "submission, sheet, row, evidence")
            + missing(.receipt, "register_receipt", "id")
            + missing(.actors, "actors_file", "sha256", order: "recorded_at, sha256")
            + missing(.run, "run", "id")
            + missing(.result, "run", "id", where: "status <> 'running'")
            + missing(.message, "outbox", "id")
            + missing(.delivery, "outbox", "id", where: "state = 'sent'")
            + LeafEntries.alertTables.flatMap(batch)
            + missing(.expiry, "silence_expiry", "silence", order: "silence")
    }

    /// The leaves themselves.
    func leaves(_ hasher: TreeHasher) throws -> [Leaf] {
        var random = SystemRandomNumberGenerator()
        func secret() -> TreeHash { TreeHash((random.next(), random.next(), random.next(), random.next())) }
        let names = try names().map { (name: $0, secret: secret()) }
        let secrets = Dictionary(
            uniqueKeysWithValues: names.compactMap { name, secret in
                name.kind == .submission ? Int64(name.subject).map { ($0, secret) } : nil
            })
        let digests = RowDigests(db)
        // What a run found is looked for in all that was ever found: for several runs at once.
        let trees = RunTrees(hasher, digests)
        let results = names.count { $0.name.kind == .result }
        let ofAll = results > 1 ? try trees.roots(db) : nil
        let entries = try LeafEntries(
            db, digests, hasher,
            rowRoots: RowTrees.roots(db, of: secrets, after: lastSubmission, digests, hasher),
            runRoots: { try (ofAll ?? trees.roots(db, of: $0))[$0] ?? [:] })
        return try names.compactMap { name, secret in
            try entries.hash(of: name, secret: secret).map { Leaf(name: name, secret: secret, hash: $0) }
        }
    }

    private func submissions() throws -> [Int64] {
        try Int64.fetchAll(db, sql: "SELECT id FROM submission WHERE id > ? ORDER BY id", arguments: [lastSubmission])
    }

    private func entries(_ kind: LogLeafKind, _ table: String, of submission: Int64) throws -> [LogLeafName] {
        let ids = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM \(table) WHERE submission = ? ORDER BY id"),
            arguments: [submission])
        return ids.map { LogLeafName(kind, $0) }
    }

    private func missing(
        _ kind: LogLeafKind, _ table: String, _ subject: String, where condition: String = "TRUE",
        order: String = "id"
    ) throws -> [LogLeafName] {
        try String.fetchAll(
            db,
            sql: """
                WITH candidate AS (
                  SELECT CAST(\(subject) AS TEXT) AS name, row_number() OVER (ORDER BY \(order)) AS place
                  FROM \(table) WHERE \(condition))
                SELECT name FROM candidate
                WHERE NOT EXISTS (SELECT 1 FROM log_leaf WHERE kind = ? AND subject = candidate.name)
                ORDER BY place
                """, arguments: [kind.rawValue]
        ).map { LogLeafName(kind, $0) }
    }

    /// The rows of a table that were added since its last leaf, as one.
    private func batch(_ table: String) throws -> [LogLeafName] {
        let last = try String.fetchOne(
            db,
            sql: """
                SELECT subject FROM log_leaf WHERE kind = 'alerts' AND subject GLOB ? || '/*' ORDER BY id DESC LIMIT 1
                """,
            arguments: [table])
        let logged = last.flatMap { Int64($0.split(separator: "-").last ?? "") } ?? 0
        let range = try Row.fetchOne(
            db, sql: "SELECT min(id), max(id) FROM \(table) WHERE id > ?", arguments: [logged])
        guard let range, let first: Int64 = range[0], let end: Int64 = range[1] else { return [] }
        return [LogLeafName(.alerts, "\(table)/\(first)-\(end)")]
    }
}
