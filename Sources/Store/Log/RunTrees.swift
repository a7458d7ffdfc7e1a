internal import GRDB
internal import Safekeeping

/// The trees over what runs found: the verdicts and checks that each wrote down, by consortium.
struct RunTrees {
    private let hasher: TreeHasher
    private let digests: RowDigests

    private static let tables = ["verdict", "check_result"]

    init(_ hasher: TreeHasher, _ digests: RowDigests) {
        self.hasher = hasher
        self.digests = digests
    }

    /// The roots by run and table; a run that wrote nothing down is not among them.
    /// - Parameter run: only of this one.
    func roots(_ db: Database, of run: Int64? = nil) throws -> [Int64: [String: TreeHash]] {
        var roots: [Int64: [String: TreeHash]] = [:]
        for name in Self.tables {
            let table = try LogTable(db, name)
            guard let edition = table.place("edition"), let consortium = table.place("consortium"),
                let owner = table.place("run")
            else { continue }
            // In the order of the key, which begins with edition and consortium.
            let rows = try RawStatement(
                db, table.selection + " WHERE ?1 IS NULL OR run = ?1 ORDER BY edition, consortium")
            rows.bind(run, at: 1)
            var trees = GroupedTrees(hasher, isSorted: false)
            var group: [UInt8] = []
            while try rows.step() {
                let name = Array(rows.textBytes(edition)) + [0x1F] + Array(rows.textBytes(consortium))
                if name != group {
                    trees.begin(name)
                    group = name
                }
                trees.add(
                    hasher.leaf(TreeHash(try digests.digest(rows, of: table.table)).bytes), to: rows.integer(owner))
            }
            for (run, leaves) in trees.finish() { roots[run, default: [:]][name] = HashTree(leaves, hasher).root }
        }
        return roots
    }
}

/// A table whose rows are digested as those of ``ReceivedTables`` are.
struct LogTable {
    let table: ReceivedTables.Table

    init(_ db: Database, _ name: String) throws {
        let columns = try String.fetchAll(
            db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [name])
        table = ReceivedTables.Table(
            name: name, columns: columns.map { ReceivedTables.Column(name: $0, dimension: nil) }, submission: 0)
    }

    /// Every row, in whatever order.
    var selection: String { table.selection(ofOne: false) }

    func place(_ column: String) -> Int32? {
        table.columns.firstIndex { $0.name == column }.map(Int32.init)
    }
}
