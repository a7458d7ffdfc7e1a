import Foundation
import GRDB
import Safekeeping

@testable import Store

/// Somebody with the database and the program's own code, who covers up an edit: seals, hashes and heads are made anew so
/// that they fit what the tables say now. What he cannot change is a head that left.
struct Forger {
    let db: Database

    func coverUp() throws {
        try reseal()
        try relog()
    }

    private func reseal() throws {
        let sums = try Sealing.sums(db)
        try db.execute(sql: "UPDATE reading SET digest = ?", arguments: [RowDigests.Sum().text])
        for (submission, sum) in sums {
            try db.execute(
                sql: """
                    UPDATE reading SET digest = ?
                    WHERE id = (SELECT min(id) FROM reading WHERE submission = ?)
                    """, arguments: [sum.text, submission])
        }
    }

    private func relog() throws {
        let hasher = TreeHasher()
        let digests = RowDigests(db)
        let runs = try RunTrees(hasher, digests).roots(db)
        let entries = try LeafEntries(db, digests, hasher, rowRoots: RowSweep(db).roots) { runs[$0] ?? [:] }
        var frontier = TreeFrontier()
        for row in try Row.fetchAll(db, sql: "SELECT id, kind, subject, secret, hash FROM log_leaf ORDER BY id") {
            let kind = LogLeafKind(rawValue: row["kind"])
            let secret = TreeHash(row["secret"] as Data)
            var hash = TreeHash(row["hash"] as Data) ?? hasher.empty
            if let kind, let secret,
                let made = try entries.hash(of: LogLeafName(kind, row["subject"] as String), secret: secret)
            {
                hash = made
            }
            try db.execute(
                sql: "UPDATE log_leaf SET hash = ? WHERE id = ?", arguments: [Data(hash.bytes), row["id"] as Int])
            frontier.append(hash, hasher)
            let root = frontier.root(hasher)
            try db.execute(
                sql: "UPDATE log_head SET root = ?, frontier = ?, note = ? WHERE size = ?",
                arguments: [
                    Data(root.bytes), Data(frontier.bytes),
                    Checkpoint(origin: "log", size: frontier.size, root: root).text + "\n", frontier.size,
                ])
        }
    }
}
