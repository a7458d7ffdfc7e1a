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
            standardDigest: "s", rulesDigest: "r")
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

    @Test("verdicts and checks stay as the run made them")
    func results() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        let run = try store.beginRun(start(0))
        let verdict = VerdictRecord(
            consortium: "C001", year: ReportingYear(2025), verdict: "hold", text: "暂缓", line: "{}")
        let check = CheckRecord(
            consortium: "C001", year: ReportingYear(2025), list: "negative", clause: "16.3", outcome: "clear",
            text: "未触发", line: "{}")
        try store.record(verdicts: [verdict], checks: [check], ofRun: run)
        #expect(try store.verdicts(ofRun: run) == [verdict])
        #expect(try store.checks(ofRun: run) == [check])
        #expect(try store.checks(ofRun: run, consortium: "C002").isEmpty)
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
        func notification(_ reason: NotificationRecord.Reason) -> NotificationRecord {
            NotificationRecord(
                fingerprint: "f", receiver: "省厅", reason: reason, at: .day(0), outcome: "delivered", payload: "{}")
        }
        try store.save(alerts: [raised], notifications: [notification(.first)])
        #expect(try store.alerts() == [raised])
        try store.save(alerts: [resolved], notifications: [notification(.resolved)])
        #expect(try store.alerts().isEmpty)
        #expect(try store.alerts(includingResolved: true) == [resolved])
        #expect(try store.notifications(of: "f").map(\.reason) == [.first, .resolved])
        #expect(try store.notifications(of: "g").isEmpty)
    }
}
