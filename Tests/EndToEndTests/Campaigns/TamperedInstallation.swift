import Collection
import FEEL
import Foundation
import GRDB
import Safekeeping
import Standards
import TestSupport
import UseCases

@testable import Store

/// A copy of an installation's store, in the hands of somebody who may write to its file.
struct TamperedInstallation {
    let database: String
    private let original: Workplace
    private let folder: TemporaryFolder

    /// - Parameter sound: the bytes of the store.
    init(of original: Workplace, _ sound: Data) throws {
        self.original = original
        folder = try TemporaryFolder()
        database = folder.url.appending(path: "monitor.sqlite").path
        try sound.write(to: URL(filePath: database))
    }

    private func workspace() throws -> Workspace {
        guard let now = ChinaTime.instant(Workplace.now) else { preconditionFailure("no instant") }
        return Workspace(
            installation: Installation(data: Repository.root.appending(path: "data")), database: database,
            edition: Installation.defaultEdition, now: now, stillness: Stillness(from: now))
    }

    /// Whether `verify` ends with anything but "as it was received".
    func isFound() -> Bool {
        guard
            let found = try? workspace().verify(
                archive: original.path("var/received"), quarantine: original.path("var/quarantine"))
        else { return true }
        let kept = [found.archive, found.quarantine]
        return !found.problems.isEmpty
            || kept.contains { !$0.missing.isEmpty || !$0.damaged.isEmpty || !$0.unknown.isEmpty }
    }

    /// All that people are shown of what was sent: outcomes of two years, now and as of a past day, every page, what is
    /// reported and what is wrong with it.
    func outputs() async throws -> [String: String] {
        let workspace = try workspace()
        var outputs: [String: String] = [:]
        for (year, day) in [("2025", nil), ("2024", nil), ("2025", "2026-03-31")] {
            var lines: [UInt8] = []
            let asOf = day.flatMap { CalendarDate($0) }.map { ChinaTime.end(of: $0) }
            _ = try await workspace.assess(year: year, asOf: asOf) { lines += $0 }
            outputs["assess \(year) \(day ?? "")"] = String(decoding: lines, as: UTF8.self)
        }
        outputs["status"] = try workspace.status(year: "2025").json(workspace.installation.regionNames())
        let pages = folder.url.appending(path: "pages")
        _ = try await workspace.report(year: "2025", to: pages, progress: UseCases.Progress(.silent))
        for name in try FileManager.default.subpathsOfDirectory(atPath: pages.path) where name.hasSuffix(".html") {
            outputs[name] = try String(contentsOf: pages.appending(path: name), encoding: .utf8)
        }
        return outputs
    }

    /// Makes an edit at random, with the triggers dropped before it and made anew after it.
    /// - Returns: what was done.
    func edit(_ numbers: inout SeededNumbers, withRuns: Bool = false) throws -> String {
        try withoutTriggers { db in
            var done: String?
            while done == nil {
                let edit = try StoreEdit(db, &numbers, withRuns: withRuns)
                if try edit.changes(db) { done = edit.sql }
            }
            return done ?? ""
        }
    }

    /// Makes seals, leaves and heads fit what the tables say now.
    func forge() throws {
        try withoutTriggers { try Forger(db: $0).coverUp() }
    }

    /// Whether the store alone is found changed, by a head that left it: kept files would tell more.
    func isFound(by witness: LogWitness) -> Bool {
        let editions = try? workspace().installation.editionIDs.map { try workspace().installation.edition($0) }
        guard let editions,
            let found = try? Store.openExisting(path: database).verify(editions: editions, witness: witness)
        else { return true }
        return !found.isEmpty
    }

    /// What past runs found, and what was told of it.
    func record() throws -> [String: String] {
        let store = try Store.openExisting(path: database)
        var record: [String: String] = [:]
        for run in try store.runs(limit: 99) {
            let stages = run.stages.map { stage in
                "\(stage.name) \(stage.startedAt) \(stage.endedAt) \(stage.counts.sorted { $0.key < $1.key })"
            }
            record["run \(run.id)"] = "\(run.status) \(run.start.edition) \(stages)"
            record["verdicts of run \(run.id)"] = "\(try store.verdicts(after: run.id))"
            record["checks of run \(run.id)"] = "\(try store.checks(after: run.id))"
        }
        record["notifications"] = "\(try store.notifications())"
        record["sent"] = "\(try store.outbox([.sent]))"
        return record
    }

    private func withoutTriggers<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: database, configuration: configuration)
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"") }
            let value = try body(db)
            for trigger in triggers { try db.execute(sql: trigger["sql"]) }
            return value
        }
    }
}
