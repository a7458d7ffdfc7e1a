internal import Foundation
internal import GRDB
internal import Safekeeping

extension Store {
    /// Proves that a leaf is in the tree of the last head, and that a figure is in it.
    ///
    /// - Parameter cell: of the submission that the leaf is of.
    /// - Throws: ``LogProof/Fault`` where that cannot be proven; nothing that does not hold is returned.
    package func logProof(of name: LogLeafName, cell: LogCell? = nil) throws -> LogProof {
        guard let head = try lastLogHead() else { throw LogProof.Fault.noHead }
        return try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT id, secret, hash FROM log_leaf WHERE kind = ? AND subject = ?",
                arguments: [name.kind.rawValue, name.subject])
            guard let row, let index: Int = row[0], index < head.size, let secret = TreeHash(row[1] as Data) else {
                throw LogProof.Fault.unknown
            }
            let hasher = TreeHasher()
            let proven = try ProvenRows(db, name, secret, hasher)
            let entries = try LeafEntries(db, RowDigests(db), hasher, rowRoots: proven.roots) {
                try RunTrees(hasher, RowDigests(db)).roots(db, of: $0)[$0] ?? [:]
            }
            guard let entry = try entries.entry(of: name, secret: secret),
                hasher.leaf(entry) == TreeHash(row[2] as Data)
            else { throw LogProof.Fault.changed }
            let leaves = try Data.fetchAll(
                db, sql: "SELECT hash FROM log_leaf WHERE id < ? ORDER BY id", arguments: [head.size]
            ).compactMap { TreeHash($0) }
            guard let path = HashTree(leaves, hasher).inclusionProof(of: index, in: head.size),
                TreeProof.root(from: hasher.leaf(entry), at: index, in: head.size, by: path, hasher) == head.root
            else { throw LogProof.Fault.otherHead }
            return LogProof(
                head: head, name: name, index: index, entry: entry, path: path,
                cells: try cell.map { try proven.cells(at: $0) } ?? [])
        }
    }
}

/// The rows of one submission with their tree, as a proof needs them.
private struct ProvenRows {
    private let secret: TreeHash
    private let hasher: TreeHasher
    /// Those of figures by their encodings; of all others their hashes alone.
    private var groups: [Group] = []
    private let submission: Int64

    private struct Group {
        let name: [UInt8]
        var leaves: [TreeHash] = []
        var rows: [(bytes: [UInt8], digest: TreeHash, cell: LogCell)] = []
    }

    init(_ db: Database, _ name: LogLeafName, _ secret: TreeHash, _ hasher: TreeHasher) throws {
        self.secret = secret
        self.hasher = hasher
        submission = name.kind == .submission ? Int64(name.subject) ?? 0 : 0
        guard submission > 0 else { return }
        let digests = RowDigests(db)
        let tables = try ReceivedTables(db)
        var others = Group(name: [])
        for table in tables.all where table.name != RowTrees.figureTable && !RowTrees.added.contains(table.name) {
            let rows = try RawStatement(db, table.selection(ofOne: true))
            rows.bind(submission, at: 1)
            while try rows.step() {
                others.leaves.append(RowTrees.leaf(TreeHash(try digests.digest(rows, of: table)), secret, hasher))
            }
        }
        groups = others.leaves.isEmpty ? [] : [others]
        try readFigures(db, digests, tables)
    }

    private mutating func readFigures(_ db: Database, _ digests: RowDigests, _ tables: ReceivedTables) throws {
        guard let table = tables(RowTrees.figureTable),
            let part = table.columns.firstIndex(where: { $0.name == "part" }),
            let line = table.columns.firstIndex(where: { $0.name == "row" }),
            let column = table.columns.firstIndex(where: { $0.name == "column" })
        else { return }
        let sheets = try RawStatement(db, "SELECT sheet FROM source_part WHERE id = ?1")
        let consortia = try Int64.fetchAll(
            db, sql: "SELECT DISTINCT consortium FROM submission_consortium WHERE submission = ? ORDER BY 1",
            arguments: [submission])
        for consortium in consortia {
            let rows = try RawStatement(
                db, table.selection(ofOne: false) + " WHERE consortium = ?1 AND submission = ?2")
            rows.bind(consortium, at: 1)
            rows.bind(submission, at: 2)
            var group = Group(name: try digests.text(consortium, of: .consortium))
            while try rows.step() {
                let digest = TreeHash(try digests.digest(rows, of: table))
                sheets.bind(rows.integer(Int32(part)), at: 1)
                let cell = LogCell(
                    sheet: try sheets.only { $0.optionalText(0) } ?? nil, row: Int(rows.integer(Int32(line))),
                    column: Int(rows.integer(Int32(column))))
                group.leaves.append(RowTrees.leaf(digest, secret, hasher))
                group.rows.append((try digests.encoded(rows, of: table), digest, cell))
            }
            if !group.leaves.isEmpty { groups.append(group) }
        }
    }

    private var upper: HashTree {
        HashTree(
            groups.map { GroupedTrees.leaf($0.name, HashTree($0.leaves.sorted(), hasher).root, hasher) }, hasher)
    }

    var roots: [Int64: TreeHash] { groups.isEmpty ? [:] : [submission: upper.root] }

    /// The figures that were read in a cell: one, but where a cell is read as two.
    func cells(at wanted: LogCell) throws -> [LogProof.Cell] {
        let upper = upper
        var found: [LogProof.Cell] = []
        for (place, group) in groups.enumerated() {
            let rows = group.rows.filter { $0.cell == wanted }
            guard !rows.isEmpty, let groupPath = upper.inclusionProof(of: place) else { continue }
            let tree = HashTree(group.leaves.sorted(), hasher)
            for row in rows {
                let leaf = RowTrees.leaf(row.digest, secret, hasher)
                guard let index = tree.leaves.firstIndex(of: leaf), let path = tree.inclusionProof(of: index) else {
                    continue
                }
                found.append(
                    LogProof.Cell(
                        row: row.bytes, salt: hasher.pair(secret, row.digest), index: index, size: tree.leaves.count,
                        path: path, group: String(decoding: group.name, as: UTF8.self), groupIndex: place,
                        groupCount: groups.count, groupPath: groupPath))
            }
        }
        guard !found.isEmpty else { throw LogProof.Fault.noCell }
        return found
    }
}
