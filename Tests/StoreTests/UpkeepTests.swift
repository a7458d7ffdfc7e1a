import Foundation
import GRDB
import Standards
import Testing

@testable import Store

@Suite("Opening, verifying, backing up")
struct UpkeepTests {
    @Test func `a sound store has no problems`() throws {
        let fixture = try filled()
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test(
        arguments: [
            ("UPDATE panel SET cells = zeroblob(length(cells))", VerifyProblem.Kind.panel),
            ("UPDATE panel SET sources = x''", .panel),
            ("UPDATE panel SET restatement_count = 5", .panel),
            ("DELETE FROM panel", .panel),
            ("INSERT INTO submission_form VALUES (2, 'policies', 4)", .ledger),
            (
                "INSERT INTO policy_entry SELECT 1, 2, 1, 1, 1, 'P', NULL, '', '', '', '', NULL, NULL, NULL, NULL, NULL",
                .ledger
            ),
            ("INSERT INTO finding (submission, kind, severity, \"values\") VALUES (77, '', '', '{}')", .orphan),
            (
                "INSERT INTO source_part VALUES (9, 1, 'x'); INSERT INTO observation "
                    + "SELECT consortium, indicator, year, period, basis, submission, 9, row, column, content, coefficient, "
                    + "exponent, text, evidence, reason, explanation FROM observation LIMIT 1", .orphan
            ),
        ])
    func `verify finds what was tampered with`(sql: String, kind: VerifyProblem.Kind) throws {
        let fixture = try filled()
        try fixture.store.pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; \(sql); PRAGMA foreign_keys = ON")
        }
        let problems = try fixture.store.verify(editions: [.small])
        #expect(problems.contains { $0.kind == kind }, "\(problems)")
    }

    @Test func `a backup holds everything and replaces an older backup, but nothing else`() throws {
        let fixture = try filled()
        let target = fixture.folder.path("backup.sqlite")
        try fixture.store.backup(to: target)
        try fixture.receive(Figure(value: .decimal("8")), day: 7)
        try fixture.store.backup(to: target)
        let copy = try Store(path: target)
        #expect(try copy.submissions() == fixture.store.submissions())
        #expect(try copy.verify(editions: [.small]).isEmpty)

        let other = URL(filePath: fixture.folder.path("笔记.txt"))
        try Data("不要覆盖".utf8).write(to: other)
        #expect(throws: StoreError.occupied(path: other.path)) { try fixture.store.backup(to: other.path) }
        #expect(try Data(contentsOf: other) == Data("不要覆盖".utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        #expect(!names.contains { $0.hasSuffix(".partial") })
    }

    @Test func `a store reopened says what it said`() throws {
        let fixture = try filled()
        let again = try Store.openExisting(path: fixture.path)
        #expect(try again.submissions() == fixture.store.submissions())
        #expect(try again.snapshot(edition: .small).consortia.map(\.id) == ["C001"])
    }

    @Test func `a store that no one has open is read too`() throws {
        let fixture = try filled()
        let copy = fixture.folder.path("copy.sqlite")
        try fixture.store.backup(to: copy)
        let alone = try Store.openExisting(path: copy)
        #expect(try alone.snapshot(edition: .small).consortia.count == 1)
        #expect(throws: StoreError.readOnly(path: copy)) {
            try alone.refreshPanels(edition: Edition(codes: ["1.1.1"]))
        }
    }

    private func filled() throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(year: 2024, value: .decimal("1")), day: 1)
        try fixture.receive(Figure(year: 2024, value: .decimal("2")), Figure(value: .decimal("3")), day: 2)
        return fixture
    }
}
