import Foundation
import GRDB
import Safekeeping
import Standards
import TestSupport
import Testing

@testable import Store

/// The log of a store: its leaves, its heads, and what does not fit them.
@Suite("The log")
struct LogTests {
    /// A store with a row in every table that leaves are of, its log, and the head that left it.
    static func logged() throws -> (fixture: StoreFixture, head: LogHead) {
        let fixture = try StoreFixture()
        try fixture.receiveOneOfEach()
        try fixture.runOnce()
        return (fixture, try fixture.extendLog(day: 9))
    }

    /// Every column of every table of what people sent, of runs and of what was told.
    static let columns: [TamperedColumn] = {
        let ofRuns: [String: [String]] = [
            "run": [
                "pipeline", "edition", "year", "status", "started_at", "ended_at", "edition_digest", "rules_digest",
            ],
            "outbox": ["key", "message_id", "receiver", "channel", "content", "planned_at", "settled_at", "state"],
        ]
        let whole = [
            "verdict", "check_result", "run_stage", "outbox_alert", "outbox_attachment", "alert_transition",
            "notification_log", "silence", "silence_expiry", "actors_file",
        ]
        let columns: [TamperedColumn]? = try? logged().fixture.store.read { db in
            try whole.flatMap { table in
                try LogTable(db, table).table.columns.map { TamperedColumn(table: table, column: $0.name) }
            }
        }
        return (columns ?? []).filter { $0.description != "actors_file.recorded_at" }
            + ofRuns.flatMap { table, names in names.map { TamperedColumn(table: table, column: $0) } }
            + TamperingTests.columns.filter { $0.description != "reading.digest" }
    }()

    @Test func `everything has one leaf, and heads go on from each other`() throws {
        let (fixture, first) = try Self.logged()
        let store = fixture.store
        #expect(try store.unloggedCount() == 0)
        let kinds = try store.read { Set(try String.fetchAll($0, sql: "SELECT DISTINCT kind FROM log_leaf")) }
        #expect(kinds == Set(LogLeafKind.allCases.map(\.rawValue)))
        #expect(try fixture.extendLog(day: 9).root == first.root)
        try fixture.receive(Figure(value: .decimal("7")), day: 10)
        let second = try fixture.extendLog(day: 10)
        #expect(second.size == first.size + 1)
        let tree = HashTree(
            try store.read { try Data.fetchAll($0, sql: "SELECT hash FROM log_leaf ORDER BY id") }
                .compactMap { TreeHash($0) })
        #expect(tree.root == second.root && tree.root(ofFirst: first.size) == first.root)
        for head in [first, second] {
            let witness = LogWitness(heads: [.init(place: "日志头", head: head.printed)])
            #expect(try store.verify(editions: [.small], witness: witness).isEmpty)
        }
    }

    /// In one copy, each edit taken back before the next.
    @Test func `every edit of every column is found by the log alone`() throws {
        let (fixture, _) = try Self.logged()
        let copy = try TamperedStore(fixture)
        let columns = Self.columns
        #expect(columns.count > 200)
        try copy.connection { db in
            for edited in columns {
                try db.inSavepoint {
                    guard try TamperedStore.edit(edited, db) else { return .rollback }
                    let problems = try Store.wrongLog(db, RowSweep(db), LogWitness())
                    #expect(!problems.isEmpty, "\(edited)")
                    return .rollback
                }
            }
        }
    }

    @Test(arguments: [
        "DELETE FROM log_leaf WHERE id = 3", "DELETE FROM log_leaf WHERE id = (SELECT max(id) FROM log_leaf)",
        "UPDATE log_leaf SET hash = zeroblob(32) WHERE id = 2",
        "UPDATE log_leaf SET secret = zeroblob(32) WHERE id = 2",
        "UPDATE log_leaf SET subject = '99' WHERE id = 0", "UPDATE log_leaf SET kind = 'x' WHERE id = 1",
        "UPDATE log_head SET root = zeroblob(32)", "UPDATE log_head SET size = size - 1",
        "UPDATE log_head SET note = substr(note, 1, 5)",
        "INSERT INTO submission SELECT 0, status, file, path, sha256, size, authority, 'x', sender, consortium, "
            + "received_at, recorded_at, sequence, migrated, document, revision, reason FROM submission WHERE id = 1",
    ])
    func `a log that was edited itself is found`(sql: String) throws {
        let (fixture, _) = try Self.logged()
        let copy = try TamperedStore(fixture)
        try copy.run(sql)
        let problems = try copy.connection { try Store.wrongLog($0, RowSweep($0), LogWitness()) }
        #expect(!problems.isEmpty)
    }

    /// With leaves and heads taken away, nothing on the machine tells; the head that left it does.
    @Test func `a log that was cut off is found by a head that left`() throws {
        let (fixture, first) = try Self.logged()
        try fixture.receive(Figure(value: .decimal("7")), day: 10)
        let second = try fixture.extendLog(day: 10)
        let copy = try TamperedStore(fixture)
        try copy.run(
            "DELETE FROM log_head WHERE id = \(second.id); DELETE FROM log_leaf WHERE id >= \(first.size)")
        let store = try Store.openExisting(path: copy.path)
        let others = try store.verify(editions: [.small]).filter { $0.kind != .schema }
        #expect(others.isEmpty)
        let found = try store.verify(
            editions: [.small], witness: LogWitness(heads: [.init(place: "上级保存的日志头", head: second.printed)]))
        #expect(found.contains { $0.message.contains("上级保存的日志头有 \(second.size) 条") })
    }

    /// Who has signed heads cannot be replaced by whoever writes to the file.
    @Test func `a head that the key has not signed is found`() throws {
        let fixture = try StoreFixture()
        try fixture.receiveOneOfEach()
        let own = NoteSigner(name: "log", try #require(Ed25519.PrivateKey()))
        let other = NoteSigner(name: "log", try #require(Ed25519.PrivateKey()))
        _ = try fixture.store.extendLog(origin: "log", signer: own, run: nil, at: .day(9))
        let witness = LogWitness(key: own.publicKey)
        #expect(try fixture.store.verify(editions: [.small], witness: witness).isEmpty)
        let forged = try fixture.store.extendLog(origin: "log", signer: other, run: nil, at: .day(9)).printed
        let held = LogWitness(heads: [.init(place: "日志头", head: forged)], key: own.publicKey)
        #expect(try fixture.store.verify(editions: [.small], witness: held).contains { $0.kind == .log })
    }

    @Test func `a figure is proven without the others, and one that was changed is not`() throws {
        let (fixture, head) = try Self.logged()
        let name = try #require(LogLeafName("submission/2"))
        let proof = try fixture.store.logProof(of: name, cell: LogCell(sheet: nil, row: 2, column: 5))
        let hasher = TreeHasher()
        #expect(
            TreeProof.root(from: hasher.leaf(proof.entry), at: proof.index, in: head.size, by: proof.path) == head.root)
        #expect(proof.cells.count == 1)
        #expect(throws: LogProof.Fault.noCell) {
            try fixture.store.logProof(of: name, cell: LogCell(sheet: nil, row: 99, column: 5))
        }
        #expect(throws: LogProof.Fault.unknown) {
            try fixture.store.logProof(of: LogLeafName(.submission, "99"))
        }
        let copy = try TamperedStore(fixture)
        try copy.run("UPDATE observation SET coefficient = 121 WHERE coefficient = 120")
        #expect(throws: LogProof.Fault.changed) { try Store.openExisting(path: copy.path).logProof(of: name) }
    }

    /// What was received, run and logged in whatever order is as it was.
    @Test func `no store that nobody touched is suspected`() throws {
        var numbers = Campaign.numbers(seed: 20_261_201)
        for _ in 0..<Campaign.count(10) {
            let fixture = try StoreFixture()
            var witness = LogWitness()
            for day in 0..<Int.random(in: 3...9, using: &numbers) {
                let value = Int.random(in: 0...9, using: &numbers)
                switch Int.random(in: 0..<5, using: &numbers) {
                case 0: try fixture.runOnce(day: day)
                case 1:
                    let head = try fixture.extendLog(day: day).printed
                    if head.size > 0 { witness.heads.append(.init(place: "第\(day)天", head: head)) }
                case 2 where day == 2: try fixture.receiveOneOfEach()
                default:
                    try fixture.receive(
                        Figure(value: .decimal("\(value)")), Figure(consortium: "C002", value: .decimal("\(value)")),
                        day: day)
                }
            }
            let copy = fixture.folder.path("copy.sqlite")
            try fixture.store.backup(to: copy)
            for path in [fixture.path, copy] {
                #expect(try Store.openExisting(path: path).verify(editions: [.small], witness: witness).isEmpty)
            }
        }
    }
}
