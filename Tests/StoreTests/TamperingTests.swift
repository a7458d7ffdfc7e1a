import Foundation
import GRDB
import Standards
import TestSupport
import Testing

@testable import Store

/// Whoever can write to the file can drop its triggers. What people sent is found changed all the same.
@Suite("Tampering with what people sent")
struct TamperingTests {
    /// A store with a row in every table of what people sent, some of it quarantined.
    static func filled() throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.receiveOneOfEach()
        return fixture
    }

    /// Every column of every such table, from the schema: a column that is added later is among them.
    static let columns: [TamperedColumn] = {
        do {
            let fixture = try filled()
            return try fixture.store.read { db in
                let received = try ReceivedTables(db).all.flatMap { table in
                    table.columns.map { TamperedColumn(table: table.name, column: $0.name) }
                }
                let codes =
                    [("consortium", "code"), ("indicator", "edition"), ("indicator", "code")]
                    + ["sha256", "name", "size", "recorded_at"].map { ("evidence_file", $0) }
                return received + codes.map { TamperedColumn(table: $0.0, column: $0.1) }
                    + ["edition", "reader", "digest"].map { TamperedColumn(table: "reading", column: $0) }
            }
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    @Test func `the table holds what people sent`() {
        let tables = Set(Self.columns.map(\.table))
        let expected: Set = [
            "submission", "source_part", "submission_form", "submission_consortium", "finding", "observation",
            "document_use", "consortium_entry", "policy_entry", "incident_entry", "determination_entry",
            "transition_entry", "register_entry", "form_field", "withdrawal", "evidence_link", "register_receipt",
            "returned_head",
        ]
        #expect(tables.isSuperset(of: expected), "\(expected.subtracting(tables))")
        #expect(Self.columns.count > 140)
    }

    @Test(arguments: columns)
    func `every edit of every column of every row is found`(edited: TamperedColumn) throws {
        let fixture = try Self.filled()
        let rows = try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(edited.table)") ?? 0 }
        try #require(rows > 0, "no row to edit")
        // The edition and version of a reading decide what it is compared with, and are no word of a sender.
        if edited.table == "reading", edited.column != "digest" { return }
        for row in 0..<min(rows, 3) {
            let copy = try TamperedStore(fixture)
            guard try copy.edit(edited, row: row) else { continue }
            let problems = try copy.problems()
            #expect(!problems.isEmpty, "\(edited) of row \(row)")
        }
    }

    @Test(arguments: columns.map(\.table).uniqued)
    func `every row that is taken away is found`(table: String) throws {
        let fixture = try Self.filled()
        let gone = try TamperedStore(fixture)
        let key = TamperedStore.key(of: table)
        try gone.run("DELETE FROM \(table) WHERE (\(key)) = (SELECT \(key) FROM \(table) ORDER BY \(key) DESC LIMIT 1)")
        #expect(try !gone.problems().isEmpty)
    }

    @Test(
        arguments: [
            "DROP TRIGGER observation_is_never_updated", "DROP INDEX submission_once", "DROP VIEW observation_text",
            "CREATE TABLE mine (a)", "CREATE TRIGGER t AFTER INSERT ON finding BEGIN SELECT 1; END",
            "DROP TRIGGER finding_is_never_deleted; "
                + "CREATE TRIGGER finding_is_never_deleted BEFORE DELETE ON finding BEGIN SELECT 1; END",
            "ALTER TABLE observation ADD COLUMN mine TEXT",
        ])
    func `a schema that is not this version's is found`(sql: String) throws {
        let fixture = try Self.filled()
        let copy = try TamperedStore(fixture, droppingTriggers: false)
        try copy.run(sql)
        let problems = try Store.openExisting(path: copy.path).verify(editions: [.small])
        #expect(problems.contains { $0.kind == .schema })
        withExtendedLifetime(fixture) {}
    }

    /// Bits that are flipped in the file are found, or change nothing that people sent.
    @Test func `a flipped bit is found or without effect`() throws {
        let fixture = try Self.filled()
        let copy = fixture.folder.path("sound.sqlite")
        try fixture.store.backup(to: copy)
        let sound = try Data(contentsOf: URL(filePath: copy))
        let before = try TamperedStore.received(copy)
        var numbers = Campaign.numbers(seed: 20_261_128)
        for _ in 0..<Campaign.count(120) {
            let path = fixture.folder.path("flipped.sqlite")
            var bytes = sound
            bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            try bytes.write(to: URL(filePath: path))
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            let isFound = (try? Store.openExisting(path: path).verify(editions: [.small]).isEmpty) != true
            guard !isFound else { continue }
            #expect(try TamperedStore.received(path) == before)
        }
    }
}

/// A column of a table of what people sent.
struct TamperedColumn: Sendable, CustomStringConvertible {
    let table: String
    let column: String
    var description: String { "\(table).\(column)" }
}

/// A copy of a store, in the hands of somebody who has dropped the triggers.
struct TamperedStore {
    let path: String

    init(_ fixture: StoreFixture, droppingTriggers: Bool = true) throws {
        path = fixture.folder.path("\(UUID().uuidString).sqlite")
        try fixture.store.backup(to: path)
        guard droppingTriggers else { return }
        try connection { db in
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
        }
    }

    func connection<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return try DatabaseQueue(path: path, configuration: configuration).inDatabase(body)
    }

    func run(_ sql: String) throws {
        try connection { try $0.execute(sql: sql) }
    }

    /// Changes one value to another of its type; false where the schema lets no other in.
    func edit(_ edited: TamperedColumn, row: Int) throws -> Bool {
        try connection { try Self.edit(edited, $0, row: row) }
    }

    static func edit(_ edited: TamperedColumn, _ db: Database, row: Int = 0) throws -> Bool {
        let (table, column, key) = (edited.table, "\"\(edited.column)\"", key(of: edited.table))
        let value = """
            CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 1 WHEN 'null' THEN NULL
              ELSE iif(json_valid(\(column)), json_array(\(column)), \(column) || 'x') END
            """
        func change(to value: String) throws -> Bool {
            let before = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
            do {
                try db.execute(
                    sql: """
                        UPDATE \(table) SET \(column) = \(value)
                        WHERE (\(key)) = (SELECT \(key) FROM \(table) ORDER BY \(key) LIMIT 1 OFFSET \(row))
                        """)
            } catch let error as DatabaseError
                where [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(error.resultCode)
            {
                return false
            }
            return try Row.fetchAll(db, sql: "SELECT * FROM \(table)") != before
        }
        return try change(to: value) || change(to: "1") || change(to: "'quarantined'") || change(to: "'secretariat'")
    }

    /// Without the triggers, which are missed for themselves.
    func problems() throws -> [VerifyProblem] {
        try Store.openExisting(path: path).verify(editions: [.small]).filter { $0.kind != .schema }
    }

    /// What tells the rows of a table apart.
    static func key(of table: String) -> String {
        switch table {
        case "observation": "consortium, indicator, year, period, basis, submission, part, row, column"
        case "document_use": "hash, consortium, indicator, year, period, basis, submission, part, row, column"
        case "submission_form": "submission, form"
        case "submission_consortium": "consortium, edition, submission"
        case "evidence_link": "submission, sheet, row, evidence"
        case "run_stage": "run, position"
        case "verdict": "edition, consortium, year, run"
        case "check_result": "edition, consortium, year, list, clause, run"
        case "outbox_alert", "outbox_attachment": "message, position"
        case "silence_expiry": "silence"
        case "actors_file": "sha256"
        default: "id"
        }
    }

    /// Everything that people sent, as text.
    static func received(_ path: String) throws -> [String] {
        let store = try Store.openExisting(path: path)
        return try store.read { db in
            try ReceivedTables(db).all.flatMap { table in
                try Row.fetchAll(db, sql: table.selection(ofOne: false)).map { "\(table.name) \($0)" }
            }
        }.sorted()
    }
}

extension [String] {
    fileprivate var uniqued: [String] { Set(self).sorted() }
}
