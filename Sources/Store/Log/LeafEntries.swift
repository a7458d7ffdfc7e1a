internal import Foundation
internal import GRDB
internal import Safekeeping

/// Makes the entries of the log from what the tables say now: canonical JSON with what the leaf is of, its salt, and the
/// row, column by column, ids replaced by what they stand for. Nothing of it is read from the log.
final class LeafEntries {
    private let db: Database
    private let received: ReceivedTables
    private let digests: RowDigests
    private let hasher: TreeHasher
    /// By submission, and by run and table.
    private let rowRoots: [Int64: TreeHash]
    private let runRoots: (Int64) throws -> [String: TreeHash]
    private var tables: [String: LogTable] = [:]

    init(
        _ db: Database, _ digests: RowDigests, _ hasher: TreeHasher, rowRoots: [Int64: TreeHash],
        runRoots: @escaping (Int64) throws -> [String: TreeHash]
    ) throws {
        self.db = db
        self.digests = digests
        self.hasher = hasher
        self.rowRoots = rowRoots
        self.runRoots = runRoots
        received = try ReceivedTables(db)
    }

    /// The hash of a leaf; nil where what it is of is not there.
    func hash(of name: LogLeafName, secret: TreeHash) throws -> TreeHash? {
        try entry(of: name, secret: secret).map { hasher.leaf($0) }
    }

    /// What is hashed; nil where what the leaf is of is not there.
    func entry(of name: LogLeafName, secret: TreeHash) throws -> [UInt8]? {
        guard var fields = try fields(of: name) else { return nil }
        fields["kind"] = .text(name.kind.rawValue)
        fields["subject"] = .text(name.subject)
        // A hash of the secret, which itself also hides the rows.
        fields["salt"] = .text(SHA256.digest(of: secret.bytes + Array("entry".utf8)))
        return CanonicalJSON.object(fields).bytes
    }

    private func fields(of name: LogLeafName) throws -> [String: CanonicalJSON]? {
        let id = Int64(name.subject)
        switch name.kind {
        case .submission: return try id.flatMap(submission)
        case .evidence: return try evidence(name.subject)
        case .receipt: return try id.flatMap { try row("register_receipt", $0) }
        case .determination: return try id.flatMap { try row("determination_entry", $0) }
        case .transition: return try id.flatMap { try row("transition_entry", $0) }
        case .actors: return try actors(name.subject)
        case .run: return try id.flatMap(run)
        case .result: return try id.flatMap(result)
        case .message: return try id.flatMap(message)
        case .delivery: return try id.flatMap(delivery)
        case .alerts: return try alerts(name.subject)
        case .expiry: return try id.flatMap { try row("silence_expiry", $0, key: "silence") }
        }
    }

    // MARK: - What was sent

    private func submission(_ id: Int64) throws -> [String: CanonicalJSON]? {
        guard var fields = try row("submission", id), let root = rowRoots[id] else { return nil }
        fields["rows"] = .text(root.hexadecimal)
        let reading = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT edition, reader FROM reading WHERE submission = ? ORDER BY id LIMIT 1"),
            arguments: [id])
        fields["edition"] = .text(reading?[0] ?? "")
        fields["reader"] = .text(reading?[1] ?? "")
        return fields
    }

    private func evidence(_ subject: String) throws -> [String: CanonicalJSON]? {
        let parts = subject.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        return try row(
            "evidence_link", where: "submission = ? AND evidence = ? AND row = ? AND sheet = ?",
            [Int64(parts[0]), Int64(parts[1]), Int64(parts[2]), String(parts[3])])
    }

    // MARK: - What runs went by and found

    private func actors(_ sha256: String) throws -> [String: CanonicalJSON]? {
        let content = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT content FROM actors_file WHERE sha256 = ?"), arguments: [sha256])
        return content.map { ["content": .text(SHA256.digest(of: $0))] }
    }

    private func run(_ id: Int64) throws -> [String: CanonicalJSON]? {
        try row("run", id).map { fields in
            guard case .object(var columns)? = fields["row"] else { return fields }
            // What is not known when it begins.
            for later in ["status", "ended_at", "message", "owner_pid"] { columns[later] = nil }
            return ["row": .object(columns)]
        }
    }

    private func result(_ id: Int64) throws -> [String: CanonicalJSON]? {
        let ended = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT status, ended_at, message FROM run WHERE id = ? AND status <> 'running'"),
            arguments: [id])
        guard let ended else { return nil }
        var fields: [String: CanonicalJSON] = [
            "status": .text(ended[0]), "endedAt": .text(ended[1] ?? ""), "message": .text(ended[2] ?? ""),
            "stages": .list(try rows("run_stage", "run", id)),
        ]
        for (table, root) in try runRoots(id) { fields[table] = .text(root.hexadecimal) }
        return fields
    }

    // MARK: - What was told

    private func message(_ id: Int64) throws -> [String: CanonicalJSON]? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT key, message_id, receiver, channel, content, planned_at FROM outbox WHERE id = ?"),
            arguments: [id])
        guard let row else { return nil }
        return [
            "key": .text(row[0]), "messageID": .text(row[1]), "receiver": .text(row[2]), "channel": .text(row[3]),
            "content": .text(SHA256.digest(of: (row[4] as String).utf8)), "plannedAt": .text(row[5]),
            "alerts": .list(try rows("outbox_alert", "message", id)),
            "attachments": .list(try rows("outbox_attachment", "message", id)),
        ]
    }

    private func delivery(_ id: Int64) throws -> [String: CanonicalJSON]? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT settled_at, attempts, in_doubt, key FROM outbox WHERE id = ? AND state = 'sent'"),
            arguments: [id])
        return row.map { row in
            [
                "settledAt": .text(row[0] ?? ""), "attempts": .integer(row[1]), "inDoubt": .integer(row[2]),
                "key": .text(row[3]),
            ]
        }
    }

    /// Tables of alerts that are only ever added to, by ids that grow.
    static let alertTables = ["alert_transition", "notification_log", "silence"]

    private func alerts(_ subject: String) throws -> [String: CanonicalJSON]? {
        let parts = subject.split { "/-".contains($0) }
        guard parts.count == 3, let first = Int64(parts[1]), let last = Int64(parts[2]), first <= last,
            Self.alertTables.contains(String(parts[0]))
        else { return nil }
        let table = try table(String(parts[0]))
        let rows = try RawStatement(db, table.selection + " WHERE id BETWEEN ?1 AND ?2 ORDER BY id")
        rows.bind(first, at: 1)
        rows.bind(last, at: 2)
        var leaves: [TreeHash] = []
        while try rows.step() { leaves.append(hasher.leaf(try digest(rows, table).bytes)) }
        return ["rows": .text(HashTree(leaves, hasher).root.hexadecimal), "count": .integer(Int64(leaves.count))]
    }

    // MARK: - Rows

    private func table(_ name: String) throws -> LogTable {
        let table = try tables[name] ?? LogTable(db, name)
        tables[name] = table
        return table
    }

    private func digest(_ row: RawStatement, _ table: LogTable) throws -> TreeHash {
        TreeHash(try digests.digest(row, of: table.table))
    }

    /// The digests of the rows that belong to one, in the order of their key.
    private func rows(_ name: String, _ owner: String, _ id: Int64) throws -> [CanonicalJSON] {
        let table = try table(name)
        let rows = try RawStatement(db, table.selection + " WHERE \"\(owner)\" = ?1 ORDER BY position")
        rows.bind(id, at: 1)
        var found: [CanonicalJSON] = []
        while try rows.step() { found.append(.text(try digest(rows, table).hexadecimal)) }
        return found
    }

    private func row(_ table: String, _ id: Int64, key: String = "id") throws -> [String: CanonicalJSON]? {
        try row(table, where: "\(key) = ?", [id])
    }

    /// The columns of a row that are not NULL, as `row`; nil where there is no such row.
    private func row(
        _ name: String, where condition: String, _ arguments: StatementArguments
    ) throws -> [String: CanonicalJSON]? {
        let found = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM \"\(name)\" WHERE \(condition)"), arguments: arguments)
        guard let found else { return nil }
        let dimensions = Dictionary(
            uniqueKeysWithValues: (received(name)?.columns ?? []).map { ($0.name, $0.dimension) })
        var columns: [String: CanonicalJSON] = [:]
        for (column, value) in found {
            if case .int64(let id) = value.storage, let dimension = dimensions[column] ?? nil {
                columns[column] = .text(String(decoding: try digests.text(id, of: dimension), as: UTF8.self))
                continue
            }
            switch value.storage {
            case .null: continue
            case .int64(let number): columns[column] = .integer(number)
            case .double(let number): columns[column] = .text("\(number)")
            case .string(let text): columns[column] = .text(text)
            case .blob(let data): columns[column] = .text(SHA256.digest(of: data))
            }
        }
        return ["row": .object(columns)]
    }
}
