import Foundation
import GRDB
import Standards
import Testing

@testable import Store

@Suite("Runs and alerts")
struct RunTests {
    private func start(_ day: Int) -> RunStart {
        RunStart(
            pipeline: "municipal-annual", year: ReportingYear(2025), startedAt: .day(day), ownerPID: 42,
            editionDigest: "s", rulesDigest: "r")
    }

    @Test("a run is noted from its beginning to its end, with its stages")
    func run() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        let run = try store.beginRun(start(0))
        #expect(try store.runs().first?.status == .running)
        let stages = [
            RunStage(name: "collect", startedAt: .day(0), endedAt: .day(0), counts: ["files": 3, "quarantined": 1]),
            RunStage(name: "assess", startedAt: .day(0), endedAt: .day(1), counts: [:]),
        ]
        for stage in stages { try store.append(stage, toRun: run) }
        try store.endRun(run, at: .day(1))
        let record = try #require(try store.runs().first)
        #expect(
            record
                == RunRecord(
                    id: run, start: start(0), status: .finished, endedAt: .day(1), message: nil, stages: stages))
    }

    @Test("a run that died is noted as aborted when the next begins")
    func aborted() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        _ = try store.beginRun(start(0))
        let second = try store.beginRun(start(3))
        try store.endRun(second, at: .day(4), failure: "磁盘已满")
        let runs = try store.runs(limit: 9)
        #expect(runs.map(\.status) == [.failed, .aborted])
        #expect(runs.map(\.endedAt) == [.day(4), .day(3)])
        #expect(runs.map(\.message) == ["磁盘已满", nil])
    }

    @Test("an outcome is written down when it changes, and stays as the run made it")
    func results() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        func verdict(_ id: String) -> VerdictRecord {
            VerdictRecord(consortium: "C001", year: ReportingYear(2025), verdict: id, text: id, line: "{\(id)}")
        }
        func check(_ outcome: String) -> CheckRecord {
            CheckRecord(
                consortium: "C001", year: ReportingYear(2025), list: "negative", clause: "16.3", outcome: outcome,
                text: outcome, line: "{\(outcome)}")
        }
        let found = [("hold", "clear"), ("hold", "clear"), ("hold", "warning"), ("pass", "clear")]
        for (place, outcomes) in found.enumerated() {
            let run = try store.beginRun(start(place))
            try store.record(verdicts: [verdict(outcomes.0)], checks: [check(outcomes.1)], ofRun: run)
        }
        for (place, outcomes) in found.enumerated() {
            #expect(try store.verdicts(after: place + 1) == [verdict(outcomes.0)])
            #expect(try store.checks(after: place + 1) == [check(outcomes.1)])
        }
        #expect(try store.checks(after: 4, consortium: "C002").isEmpty)
        let written = try store.read { db in
            try ["verdict", "check_result"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
        }
        #expect(written == [2, 3])
        #expect(throws: StoreError.failed(path: store.path, detail: "verdict is append-only")) {
            try store.write { try $0.execute(sql: "DELETE FROM verdict") }
        }
    }

    @Test("alerts keep their state, and every notification stays in the log")
    func alerts() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        let raised = AlertRecord(
            fingerprint: "f", state: "triggered", raisedAt: .day(0), changedAt: .day(0), resolvedAt: nil, payload: "{}")
        let resolved = AlertRecord(
            fingerprint: "f", state: "resolved", raisedAt: .day(0), changedAt: .day(2), resolvedAt: .day(2),
            payload: "{\"a\":1}")
        func notification(_ reason: String) -> NotificationRecord {
            NotificationRecord(
                fingerprint: "f", receiver: "省厅", reason: reason, at: .day(0), outcome: "delivered", payload: "{}")
        }
        try store.save(alerts: [raised], notifications: [notification("first")])
        #expect(try store.alerts() == [raised])
        try store.save(alerts: [resolved], notifications: [notification("resolved")])
        #expect(try store.alerts().isEmpty)
        #expect(try store.alerts(includingResolved: true) == [resolved])
        #expect(try store.notifications(of: "f").map(\.reason) == ["first", "resolved"])
        #expect(try store.notifications(of: "g").isEmpty)
    }
}
