internal import FEEL
internal import Foundation
internal import GRDB
internal import Safekeeping
internal import Standards

extension Store {
    /// Where the log is not what the tables make of it now, or does not fit a head that was ever given out.
    static func wrongLog(_ db: Database, _ sweep: RowSweep, _ witness: LogWitness) throws -> [VerifyProblem] {
        guard try db.tableExists("log_leaf") else { return [] }
        var verification = try LogVerification(db, sweep, witness)
        try verification.run()
        return verification.problems.map { VerifyProblem(kind: .log, message: $0) }
    }
}

/// Makes the whole log anew and holds it against every head.
private struct LogVerification {
    private let db: Database
    private let hasher = TreeHasher()
    private let entries: LeafEntries
    private let witness: LogWitness
    private var heads: [Int: [Head]]
    private var size = 0
    private var wrongLeaves = 0
    private var wrongHeads = 0
    private(set) var problems: [String] = []

    /// Wrong leaves, and heads that do not fit, that are named.
    private static let named = 5

    private struct Head {
        let root: TreeHash
        /// As messages begin with it.
        let name: String
        let day: String?
    }

    init(_ db: Database, _ sweep: RowSweep, _ witness: LogWitness) throws {
        self.db = db
        self.witness = witness
        let digests = RowDigests(db)
        let isEmpty = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM log_leaf)") ?? true
        let runRoots = isEmpty ? [:] : try RunTrees(hasher, digests).roots(db)
        entries = try LeafEntries(db, digests, hasher, rowRoots: sweep.roots) { runRoots[$0] ?? [:] }
        heads = [:]
        for head in witness.heads {
            if let key = witness.key, head.head.note.map(key.hasSigned) != true {
                problems.append("\(head.place)没有 \(key.name) 的有效签名")
            }
            add(head.head.size, Head(root: head.head.root, name: head.place, day: nil))
        }
    }

    private mutating func add(_ size: Int, _ head: Head) { heads[size, default: []].append(head) }

    mutating func run() throws {
        try readGivenHeads()
        try readReturnedHeads()
        try walk()
        if wrongHeads > Self.named { problems.append("另有 \(wrongHeads - Self.named) 个日志头与现有数据不符") }
        try findUnlogged()
        for (size, heads) in heads.sorted(by: { $0.key < $1.key }) where size > self.size {
            for head in heads {
                problems.append(
                    "\(head.name)有 \(size) 条，库里的日志只有 \(self.size) 条：其后记入的内容不在库里，或库是从较早的备份恢复的")
            }
        }
    }

    // MARK: - Leaves

    private mutating func walk() throws {
        var frontier = TreeFrontier()
        let rows = try Row.fetchCursor(db, sql: "SELECT id, kind, subject, secret, hash FROM log_leaf ORDER BY id")
        check(frontier)
        while let row = try rows.next() {
            if row[0] as Int != size { problems.append("日志缺第 \(size + 1) 条") }
            let stored = TreeHash(row[4] as Data)
            let made = try hash(row)
            if made == nil || made != stored { note(row, isGone: made == nil) }
            frontier.append(made ?? stored ?? hasher.empty, hasher)
            size += 1
            check(frontier)
        }
        if wrongLeaves > Self.named { problems.append("日志另有 \(wrongLeaves - Self.named) 条与现有数据不符") }
    }

    private func hash(_ row: Row) throws -> TreeHash? {
        guard let kind = LogLeafKind(rawValue: row[1]), let secret = TreeHash(row[3] as Data) else { return nil }
        return try entries.hash(of: LogLeafName(kind, row[2] as String), secret: secret)
    }

    private mutating func note(_ row: Row, isGone: Bool) {
        wrongLeaves += 1
        guard wrongLeaves <= Self.named else { return }
        let kind = LogLeafKind(rawValue: row[1])
        let title = kind?.title ?? (row[1] as String)
        let name = "\(title)（\(described(kind, row[2]))）"
        problems.append("日志第 \(size + 1) 条：\(name)\(isGone ? "不在库里了" : "与记入时不符，已被改动")")
    }

    /// What a leaf is of, in words.
    private func described(_ kind: LogLeafKind?, _ subject: String) -> String {
        let query: String? =
            switch kind {
            case .submission: "SELECT file FROM submission WHERE id = ?"
            case .determination:
                """
                SELECT code || ' ' || clause || '，' || year || '年，' || decided_by FROM determination_entry
                JOIN consortium ON consortium.id = consortium WHERE determination_entry.id = ?
                """
            case .transition:
                """
                SELECT code || '，' || effective_on || '，' || document FROM transition_entry
                JOIN consortium ON consortium.id = consortium WHERE transition_entry.id = ?
                """
            case .run, .result: "SELECT pipeline || '，' || year || '年度' FROM run WHERE id = ?"
            default: nil
            }
        let words = query.flatMap { try? String.fetchOne(db, sql: $0, arguments: [subject]) }
        return words.map { "\($0)，编号 \(subject)" } ?? "编号 \(subject)"
    }

    private mutating func check(_ frontier: TreeFrontier) {
        guard let heads = heads[size] else { return }
        let root = frontier.root(hasher)
        for head in heads where head.root != root {
            wrongHeads += 1
            // One changed leaf is in every later head.
            guard wrongHeads <= Self.named else { continue }
            let day = head.day.map { "，\($0) 给出" } ?? ""
            problems.append("\(head.name)（\(size) 条\(day)）与现有数据算出的不符：其前 \(size) 条所记的内容有改动")
        }
    }

    // MARK: - Heads

    private mutating func readGivenHeads() throws {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM log_head ORDER BY id")
        for (place, row) in rows.enumerated() {
            let head = try LogHead(row)
            let name = "第 \(head.id) 个日志头"
            if head.id != place + 1 { problems.append("日志头第 \(place + 1) 个不见了") }
            add(head.size, Head(root: head.root, name: name, day: ChinaTime.day(of: head.at).description))
            let text = SignedNote(head.note)?.text ?? String(head.note.dropLast())
            let checkpoint = Checkpoint(text)
            guard let checkpoint, checkpoint.size == head.size, checkpoint.root == head.root else {
                problems.append("\(name)的签名文本与它所记的不符，已被改动")
                continue
            }
            guard let key = witness.key, let note = SignedNote(head.note),
                note.signatures.contains(where: { $0.name == key.name && $0.bytes.starts(with: key.id) })
            else { continue }
            if !key.hasSigned(note) { problems.append("\(name)的签名不成立（\(key.name)）") }
        }
    }

    /// A head that somebody typed on a cover proves nothing: it counts where it was known when it came, or is signed by
    /// this log.
    private mutating func readReturnedHeads() throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT head, is_known, file FROM returned_head JOIN submission ON submission.id = submission
                ORDER BY returned_head.id
                """)
        for row in rows {
            guard let head = PrintedHead(row[0] as String) else { continue }
            let isSigned = head.note.flatMap { note in witness.key?.hasSigned(note) } ?? false
            guard row[1] as Bool || isSigned else { continue }
            add(head.size, Head(root: head.root, name: "“\(row[2] as String)”封面上带回的日志头", day: nil))
        }
    }

    // MARK: - What should have a leaf

    /// Things whose ids grow have leaves in the order of their ids: one that has none stands after those that have.
    private mutating func findUnlogged() throws {
        guard size > 0 else { return }
        for (kind, table, condition) in [
            (LogLeafKind.submission, "submission", "TRUE"), (.run, "run", "TRUE"),
            (.result, "run", "status <> 'running'"), (.message, "outbox", "TRUE"),
            (.receipt, "register_receipt", "TRUE"),
        ] {
            let ids = try Int64.fetchAll(
                db,
                sql: """
                    SELECT thing.id FROM \(table) AS thing WHERE \(condition)
                      AND thing.id < (SELECT max(CAST(subject AS INTEGER)) FROM log_leaf WHERE kind = ?1)
                      AND NOT EXISTS (
                        SELECT 1 FROM log_leaf WHERE kind = ?1 AND subject = CAST(thing.id AS TEXT))
                    ORDER BY thing.id LIMIT 5
                    """, arguments: [kind.rawValue])
            for id in ids { problems.append("\(kind.title)（编号 \(id)）没有记入日志，而其后的已经记入") }
        }
    }
}
