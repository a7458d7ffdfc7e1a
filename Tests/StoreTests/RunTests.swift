import Foundation
import GRDB
import Standards
import Testing

@testable import Store

@Suite("Runs and alerts")
struct RunTests {
    private func start(_ day: Int, edition: String = "small") -> RunStart {
        RunStart(
            pipeline: "municipal-annual", edition: edition, year: ReportingYear(2025), startedAt: .day(day),
            ownerPID: 42,
            editionDigest: "s", rulesDigest: "r")
    }

    @Test func `a run is noted from its beginning to its end, with its stages`() throws {
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

    @Test func `a run that died is noted as aborted when the next begins`() throws {
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

    @Test func `an outcome is written down when it changes, and stays as the run made it`() throws {
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

    @Test func `outcomes of two editions stand beside each other`() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        func verdict(_ id: String) -> VerdictRecord {
            VerdictRecord(consortium: "C001", year: ReportingYear(2025), verdict: id, text: id, line: "{\(id)}")
        }
        let first = try store.beginRun(start(0))
        try store.record(verdicts: [verdict("pass")], checks: [], ofRun: first)
        let other = try store.beginRun(start(1, edition: "other"))
        try store.record(verdicts: [verdict("hold")], checks: [], ofRun: other)
        let third = try store.beginRun(start(2))
        try store.record(verdicts: [verdict("pass")], checks: [], ofRun: third)

        #expect(try store.verdicts(after: other) == [verdict("hold")])
        #expect(try store.verdicts(after: third) == [verdict("pass")])
        #expect(try store.runs(limit: 9, edition: "other").map(\.id) == [other])
        #expect(try store.runs(limit: 9).map(\.start.edition) == ["small", "other", "small"])
        let written = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM verdict") }
        #expect(written == 2)
    }

    private func alert(_ fingerprint: String, state: String = "firing", resolved: Int? = nil) -> AlertRecord {
        let parts = fingerprint.split(separator: "/").map(String.init)
        return AlertRecord(
            fingerprint: fingerprint, edition: parts[0], consortium: parts[1], clause: parts[2], year: Int(parts[3]),
            state: state, raisedAt: .day(0), changedAt: .day(resolved ?? 0), resolvedAt: resolved.map { .day($0) },
            payload: "{}")
    }

    private func notification(_ fingerprint: String, _ reason: String) -> NotificationRecord {
        NotificationRecord(
            fingerprint: fingerprint, receiver: "省厅", reason: reason, at: .day(0), outcome: "delivered",
            payload: "{}")
    }

    @Test func `alerts keep their state, and every notification stays in the log`() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        let raised = alert("small/C001/16.3/2025")
        let resolved = alert("small/C001/16.3/2025", state: "resolved", resolved: 2)
        try store.save(alerts: [raised], notifications: [notification(raised.fingerprint, "first")])
        #expect(try store.alerts() == [raised])
        try store.save(alerts: [resolved], notifications: [notification(raised.fingerprint, "resolved")])
        #expect(try store.alerts().isEmpty)
        #expect(try store.alerts(includingResolved: true) == [resolved])
        #expect(try store.notifications(of: raised.fingerprint).map(\.reason) == ["first", "resolved"])
        #expect(try store.notifications(of: "g").isEmpty)
    }

    @Test func `alerts and notifications are told of one edition and year alone`() throws {
        let fixture = try StoreFixture()
        let store = fixture.store
        let ids = ["other/C001/16.3/2025", "small/C001/16.3/2024", "small/C001/16.3/2025", "small/C002/16.4/2025"]
        try store.save(alerts: ids.map { alert($0) }, notifications: ids.map { notification($0, "first") })
        #expect(try store.alerts().map(\.fingerprint) == ids)
        #expect(try store.alerts(edition: "small", year: 2025).map(\.fingerprint) == Array(ids.suffix(2)))
        #expect(try store.notifications(edition: "small", year: 2025).map(\.fingerprint) == Array(ids.suffix(2)))
        #expect(try store.notifications(edition: "other").map(\.fingerprint) == [ids[0]])
        #expect(try store.notifications(of: ids[0], edition: "small").isEmpty)
        #expect(try store.notifications().count == 4)
    }
}
