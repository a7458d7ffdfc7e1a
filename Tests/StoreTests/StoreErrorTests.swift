import Foundation
import GRDB
import Standards
import TestSupport
import Testing

@testable import Store

@Suite("What the file system refuses")
struct StoreErrorTests {
    @Test func `reading a store that is not there`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("none.sqlite")
        #expect(throws: StoreError.missing(path: path)) { try Store.openExisting(path: path) }
    }

    @Test func `a file that is no database is not touched`() throws {
        let folder = try TemporaryFolder()
        let file = URL(filePath: folder.path("报表.txt"))
        let bytes = Data(String(repeating: "这不是数据库。", count: 200).utf8)
        try bytes.write(to: file)
        #expect(throws: StoreError.notADatabase(path: file.path)) { try Store(path: file.path) }
        #expect(throws: StoreError.notADatabase(path: file.path)) { try Store.openExisting(path: file.path) }
        #expect(try Data(contentsOf: file) == bytes)
    }

    @Test func `another program's database is not touched`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("other.sqlite")
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
        #expect(throws: StoreError.notAStore(path: path)) { try Store(path: path) }
        #expect(try other.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") } == ["theirs"])
    }

    @Test func `a file of a newer version is not opened`() throws {
        let fixture = try StoreFixture()
        try fixture.store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99-later')") }
        #expect(throws: StoreError.newerSchema(path: fixture.path)) { try Store(path: fixture.path) }
        #expect(throws: StoreError.newerSchema(path: fixture.path)) { try Store.openExisting(path: fixture.path) }
    }

    @Test func `a path below a file, and a folder in the file's place`() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(filePath: folder.path("file")))
        let below = folder.path("file/monitor.sqlite")
        #expect(throws: StoreError.cannotOpen(path: below)) { try Store(path: below) }
        #expect(throws: StoreError.cannotOpen(path: folder.path)) { try Store(path: folder.path) }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
    func `a folder that may not be written to`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        let path = folder.path("monitor.sqlite")
        #expect(throws: StoreError.readOnly(path: path)) { try Store(path: path) }
    }

    @Test func `a file system that nobody may write to`() {
        let path = "/proc/consortium-monitor/monitor.sqlite"
        let error = #expect(throws: StoreError.self) { try Store(path: path) }
        #expect(error == .cannotOpen(path: path) || error == .readOnly(path: path))
    }

    @Test func `a full disk undoes the load and leaves the store whole`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("monitor.sqlite")
        let store = try Store(path: path, patience: 1, maximumPageCount: 160)
        let load = SubmissionLoad(
            file: SubmissionFile(name: "a", path: "a", sha256: "a", size: 1, origin: .ministry, receivedAt: .day(0)),
            forms: [.observations])
        let figures = (0..<20_000).lazy.map { row in
            Figure(value: .decimal("\(row)")).observation(
                source: CellSource(file: "a", sha256: "a", sheet: nil, row: row, column: 1))
        }
        #expect(throws: StoreError.diskFull(path: path)) {
            try store.load(load, observations: figures, edition: .small, recordedAt: .day(0))
        }
        #expect(try store.submissions().isEmpty)
        #expect(try store.verify(editions: [.small]).isEmpty)
        let outcome = try store.load(load, observations: figures.prefix(5), edition: .small, recordedAt: .day(0))
        #expect(outcome == .accepted(id: 1, revision: 1, observationCount: 5))
    }

    @Test func `a writer that finds another at work says so; readers do not wait`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: fixture.path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let file = SubmissionFile(name: "a", path: "a", sha256: nil, size: 0, origin: .ministry, receivedAt: .day(0))
        #expect(throws: StoreError.locked(path: fixture.path)) {
            try Store(path: fixture.path, patience: 0.1).recordQuarantine(file, reason: "无法读取", recordedAt: .day(0))
        }
        #expect(try Store.openExisting(path: fixture.path).snapshot(edition: .small).consortia.count == 1)
        try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
        try fixture.register("C002")
        #expect(try fixture.store.snapshot(edition: .small).consortia.count == 2)
    }

    @Test(
        arguments: [
            StoreError.missing(path: "var/a"), .locked(path: "var/a"), .diskFull(path: "var/a"),
            .readOnly(path: "var/a"), .cannotOpen(path: "var/a"), .notADatabase(path: "var/a"),
            .notAStore(path: "var/a"), .newerSchema(path: "var/a"), .damaged(path: "var/a", detail: "x"),
            .occupied(path: "var/a"), .failed(path: "var/a", detail: "x"),
        ])
    func `every message names the file`(error: StoreError) {
        #expect(error.description.contains("var/a"))
    }
}
