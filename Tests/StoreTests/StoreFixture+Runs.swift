import Foundation
import GRDB
import Safekeeping
import Standards

@testable import Store

extension StoreFixture {
    func extendLog(day: Int) throws -> LogHead {
        try store.extendLog(origin: "log", signer: nil, run: nil, at: .day(day))
    }

    /// A run that finds something and tells of it, by a list of people; a silence that is ended.
    func runOnce(day: Int = 8) throws {
        let people = Data("actors: [] # \(day)".utf8)
        try store.keep(actors: people, sha256: SHA256.digest(of: people), at: .day(day))
        let run = try store.beginRun(
            RunStart(
                pipeline: "municipal-annual", edition: "small", year: ReportingYear(2025), startedAt: .day(day),
                ownerPID: 42, editionDigest: "s", rulesDigest: "r", actorsDigest: SHA256.digest(of: people)))
        try store.append(
            RunStage(name: "collect", startedAt: .day(day), endedAt: .day(day), counts: ["files": 3]), toRun: run)
        try store.record(
            verdicts: ["C001", "C002"].map {
                VerdictRecord(
                    consortium: $0, year: ReportingYear(2025), verdict: "hold", text: "暂缓", line: "{\"day\":\(day)}")
            },
            checks: [
                CheckRecord(
                    consortium: "C001", year: ReportingYear(2025), list: "negative", clause: "16.3", outcome: "clear",
                    text: "未触发", line: "{\"run\":\(day)}")
            ], ofRun: run)
        try store.endRun(run, at: .day(day))
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO alert (fingerprint, edition, consortium, clause, year, state, raised_at,
                      changed_at, payload) VALUES ('a', 'small', 'C001', '16.3', 2025, 'firing', 'x', 'x', '{}');
                    INSERT INTO alert_transition (fingerprint, at, kind, payload) VALUES ('a', 'x', 'raised', '{}');
                    INSERT INTO notification_log (fingerprint, receiver, reason, at, outcome, payload)
                      VALUES ('a', '值班台', 'first', 'x', 'sent', '{}');
                    INSERT INTO silence (at, payload) VALUES ('x', '{}');
                    INSERT INTO silence_expiry (silence, at, by) SELECT max(id), 'x', '示例运维甲（虚构）' FROM silence;
                    INSERT INTO outbox (key, message_id, receiver, channel, content, planned_at, state, due_at,
                      settled_at) VALUES ('k\(run)', 'm\(run)', '值班台', 'stdout', '{}', 'x', 'sent', 0, 'x');
                    INSERT INTO outbox_alert (message, position, fingerprint, entry)
                      SELECT max(id), 0, 'a', '{}' FROM outbox;
                    INSERT INTO outbox_attachment (message, position, name, type, bytes)
                      SELECT max(id), 0, '回执.xlsx', 'x', x'00' FROM outbox;
                    """)
        }
    }
}
