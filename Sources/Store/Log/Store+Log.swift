package import Foundation
internal import GRDB
package import Safekeeping

extension Store {
    /// Adds a leaf for everything that has none yet, and the head of the tree that this makes, in one transaction.
    ///
    /// - Parameters:
    ///   - origin: the name of the log, as checkpoints begin with it.
    ///   - signer: nil where the log has no key: the head is written down unsigned.
    /// - Complexity: O(rows of what is new + log of what is there).
    package func extendLog(origin: String, signer: NoteSigner?, run: Int?, at now: Date) throws -> LogHead {
        let hasher = TreeHasher()
        let leaves = try read { db in try Unlogged(db).leaves(hasher) }
        return try write { db in
            var frontier = try Self.frontier(db, hasher)
            let insertion = try db.cachedStatement(
                sql: "INSERT INTO log_leaf (id, kind, subject, secret, hash) VALUES (?, ?, ?, ?, ?)")
            for leaf in leaves {
                try insertion.execute(arguments: [
                    frontier.size, leaf.name.kind.rawValue, leaf.name.subject, Data(leaf.secret.bytes),
                    Data(leaf.hash.bytes),
                ])
                frontier.append(leaf.hash, hasher)
            }
            let root = frontier.root(hasher)
            let text = Checkpoint(origin: origin, size: frontier.size, root: root).text
            let note = SignedNote(text: text, signatures: signer.map { [$0.signature(of: text)] } ?? [])
            try db.run(
                sql: "INSERT INTO log_head (size, root, frontier, at, run, note) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    frontier.size, Data(root.bytes), Data(frontier.bytes), now.storeText, run, note.note,
                ])
            return LogHead(
                id: Int(db.lastInsertedRowID), size: frontier.size, root: root, at: now, run: run, note: note.note)
        }
    }

    /// How the tree goes on: as the last head keeps it, or made anew of the leaves where that does not fit them.
    private static func frontier(_ db: Database, _ hasher: TreeHasher) throws -> TreeFrontier {
        let size = try Int.fetchOne(db, sql: "SELECT ifnull(max(id) + 1, 0) FROM log_leaf") ?? 0
        let last = try Row.fetchOne(db, sql: "SELECT size, frontier FROM log_head ORDER BY id DESC LIMIT 1")
        if let last, last[0] == size, let frontier = TreeFrontier(size: size, bytes: Array(last[1] as Data)) {
            return frontier
        }
        var frontier = TreeFrontier()
        let hashes = try Data.fetchCursor(db, sql: "SELECT hash FROM log_leaf ORDER BY id")
        while let hash = try hashes.next() {
            if let leaf = TreeHash(hash) { frontier.append(leaf, hasher) }
        }
        return frontier
    }

    /// Adds what others signed of a head to its note.
    package func cosign(_ head: LogHead, by lines: [String]) throws {
        try write { db in
            for line in lines {
                try db.run(
                    sql: "INSERT INTO log_cosignature (head, line) VALUES (?, ?)", arguments: [head.id, line])
            }
        }
    }

    /// The head that was given out last; nil where none was.
    package func lastLogHead() throws -> LogHead? {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM log_head ORDER BY id DESC LIMIT 1") else {
                return nil
            }
            return try LogHead(
                row,
                cosignatures: String.fetchAll(
                    db, sql: "SELECT line FROM log_cosignature WHERE head = ? ORDER BY id", arguments: [row["id"]]))
        }
    }

    /// How many things have no leaf yet.
    package func unloggedCount() throws -> Int {
        try read { try Unlogged($0).names().count }
    }

    /// Whether this head was given out by the store.
    static func hasGivenOut(_ head: PrintedHead, _ db: Database) throws -> Bool {
        try db.one(
            Bool.self, sql: "SELECT EXISTS (SELECT 1 FROM log_head WHERE size = ? AND root = ?)",
            arguments: [head.size, Data(head.root.bytes)]) ?? false
    }

    /// Keeps a list of people as a run goes by it.
    package func keep(actors content: Data, sha256: String, at now: Date) throws {
        try write { db in
            try db.run(
                sql: "INSERT OR IGNORE INTO actors_file (sha256, content, recorded_at) VALUES (?, ?, ?)",
                arguments: [sha256, content, now.storeText])
        }
    }
}
