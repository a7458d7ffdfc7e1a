internal import Foundation
internal import GRDB
internal import Safekeeping

/// Everything that people sent, looked at once: the sums that the seals are held against, and the roots that the log is.
struct RowSweep {
    let sums: [Int64: RowDigests.Sum]
    /// Of the submissions that have a leaf.
    let roots: [Int64: TreeHash]

    init(_ db: Database) throws {
        let secrets = try Self.secrets(db)
        let digests = RowDigests(db)
        var trees = RowTrees(secrets, TreeHasher())
        sums = try Sealing.sums(db, digests) { row, table, digest in
            guard !secrets.isEmpty else { return }
            try trees.add(TreeHash(digest), row, of: table, digests)
        }
        roots = trees.finish()
    }

    private static func secrets(_ db: Database) throws -> [Int64: TreeHash] {
        guard try db.tableExists("log_leaf") else { return [:] }
        let rows = try Row.fetchAll(db, sql: "SELECT subject, secret FROM log_leaf WHERE kind = 'submission'")
        return Dictionary(
            rows.compactMap { row in
                guard let id = Int64(row[0] as String), let secret = TreeHash(row[1] as Data) else { return nil }
                return (id, secret)
            }, uniquingKeysWith: { first, _ in first })
    }
}
