package import Foundation
internal import GRDB
package import Standards

extension Store {
    /// Notes that a run begins and returns its id. The caller holds the lock of runs, so a run that is still noted as
    /// running has died: it is noted as aborted.
    package func beginRun(_ start: RunStart) throws -> Int {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET status = 'aborted', ended_at = ? WHERE status = 'running'",
                arguments: [start.startedAt.storeText])
            try db.execute(
                sql: """
                    INSERT INTO run
                      (pipeline, edition, year, status, started_at, owner_pid, edition_digest, rules_digest,
                       actors_digest)
                    VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    start.pipeline, start.edition, start.year.value, start.startedAt.storeText,
                    start.ownerPID, start.editionDigest, start.rulesDigest, start.actorsDigest,
                ])
            return Int(db.lastInsertedRowID)
        }
    }

    /// The editions that runs have finished under.
    package func editionsRun() throws -> Set<String> {
        try read { db in
            Set(try String.fetchAll(db, sql: "SELECT DISTINCT edition FROM run WHERE status = 'finished'"))
        }
    }

    package func append(_ stage: RunStage, toRun run: Int) throws {
        try write { db in
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            try db.execute(
                sql: """
                    INSERT INTO run_stage (run, position, name, started_at, ended_at, counts)
                    VALUES (?1, (SELECT 1 + count(*) FROM run_stage WHERE run = ?1), ?2, ?3, ?4, ?5)
                    """,
                arguments: [
                    run, stage.name, stage.startedAt.storeText, stage.endedAt.storeText,
                    String(decoding: try encoder.encode(stage.counts), as: UTF8.self),
                ])
        }
    }

    /// Notes that a run ended; with a `message` it failed.
    package func endRun(_ run: Int, at end: Date, failure message: String? = nil) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET status = ?, ended_at = ?, message = ? WHERE id = ?",
                arguments: [message == nil ? "finished" : "failed", end.storeText, message, run])
        }
    }

    /// Keeps what a run found, in one transaction. What an earlier run found in the very same words is not written
    /// down again, so a nightly run adds only what changed.
    package func record(
        verdicts: some Sequence<VerdictRecord>, checks: some Sequence<CheckRecord>, ofRun run: Int
    ) throws {
        try write { db in
            let verdict = try db.makeStatement(
                sql: """
                    INSERT INTO verdict (edition, run, consortium, year, verdict, text, line)
                    SELECT run.edition, ?1, ?2, ?3, ?4, ?5, ?6 FROM run WHERE run.id = ?1 AND ?6 IS NOT (
                      SELECT line FROM verdict WHERE edition = run.edition AND consortium = ?2 AND year = ?3
                      ORDER BY run DESC LIMIT 1)
                    """)
            for record in verdicts {
                try verdict.execute(arguments: [
                    run, record.consortium, record.year.value, record.verdict, record.text, record.line,
                ])
            }
            let check = try db.makeStatement(
                sql: """
                    INSERT INTO check_result (edition, run, consortium, year, list, clause, outcome, text, line)
                    SELECT run.edition, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM run WHERE run.id = ?1 AND ?8 IS NOT (
                      SELECT line FROM check_result
                      WHERE edition = run.edition AND consortium = ?2 AND year = ?3 AND list = ?4 AND clause = ?5
                      ORDER BY run DESC LIMIT 1)
                    """)
            for record in checks {
                try check.execute(arguments: [
                    run, record.consortium, record.year.value, record.list, record.clause, record.outcome,
                    record.text, record.line,
                ])
            }
        }
    }
}

// MARK: - Reading

extension Store {
    /// The runs, latest first; of one edition where its id is given.
    package func runs(limit: Int = 1, edition: String? = nil) throws -> [RunRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM run WHERE ?1 IS NULL OR edition = ?1 ORDER BY id DESC LIMIT ?2",
                arguments: [edition, limit]
            ).map { try Self.record($0, db) }
        }
    }

    /// A run by its number; nil where there is none.
    package func run(_ id: Int) throws -> RunRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM run WHERE id = ?", arguments: [id]).map { try Self.record($0, db) }
        }
    }

    private static func record(_ row: Row, _ db: Database) throws -> RunRecord {
        RunRecord(
            id: row["id"],
            start: RunStart(
                pipeline: row["pipeline"], edition: row["edition"], year: ReportingYear(row["year"]),
                startedAt: try Date(storeText: row["started_at"]), ownerPID: row["owner_pid"],
                editionDigest: row["edition_digest"], rulesDigest: row["rules_digest"],
                actorsDigest: row["actors_digest"]),
            status: RunRecord.Status(rawValue: row["status"]) ?? .aborted,
            endedAt: try (row["ended_at"] as String?).map { try Date(storeText: $0) },
            message: row["message"], stages: try stages(db, ofRun: row["id"]))
    }

    /// The last run of a pipeline under an edition that finished, for one year or for any.
    package func lastFinishedRun(
        pipeline: String, edition: String, year: ReportingYear? = nil
    ) throws -> RunRecord? {
        let id = try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT max(id) FROM run
                    WHERE pipeline = ?1 AND edition = ?2 AND status = 'finished' AND (?3 IS NULL OR year = ?3)
                    """, arguments: [pipeline, edition, year?.value])
        }
        return try id.flatMap { id in try run(id) }
    }

    /// Whether a file was taken in or refused after an instant.
    package func hasRecorded(after instant: Date) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM submission WHERE recorded_at > ?)",
                arguments: [instant.storeText]) ?? false
        }
    }

    private static func stages(_ db: Database, ofRun run: Int) throws -> [RunStage] {
        try Row.fetchAll(db, sql: "SELECT * FROM run_stage WHERE run = ? ORDER BY position", arguments: [run])
            .map { row in
                RunStage(
                    name: row["name"], startedAt: try Date(storeText: row["started_at"]),
                    endedAt: try Date(storeText: row["ended_at"]),
                    counts: try JSONDecoder().decode([String: Int].self, from: Data((row["counts"] as String).utf8)))
            }
    }

    /// The verdicts under its edition that stood after a run, by consortium and year.
    package func verdicts(after run: Int) throws -> [VerdictRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT consortium, year, verdict, text, line, max(run) FROM verdict
                    WHERE run <= ?1 AND edition = (SELECT edition FROM run WHERE id = ?1) GROUP BY consortium, year
                    """, arguments: [run]
            ).map { row in
                VerdictRecord(
                    consortium: row["consortium"], year: ReportingYear(row["year"]), verdict: row["verdict"],
                    text: row["text"], line: row["line"])
            }
        }
    }

    /// The outcomes under its edition that stood after a run, by consortium, year, list and clause; of one consortium where it is given.
    package func checks(after run: Int, consortium: String? = nil) throws -> [CheckRecord] {
        try read { db in
            // SQLite takes the other columns from the row of the maximum.
            try Row.fetchAll(
                db,
                sql: """
                    SELECT consortium, year, list, clause, outcome, text, line, max(run) FROM check_result
                    WHERE run <= ?1 AND edition = (SELECT edition FROM run WHERE id = ?1)
                      AND (?2 IS NULL OR consortium = ?2)
                    GROUP BY consortium, year, list, clause
                    """, arguments: [run, consortium]
            ).map { row in
                CheckRecord(
                    consortium: row["consortium"], year: ReportingYear(row["year"]), list: row["list"],
                    clause: row["clause"], outcome: row["outcome"], text: row["text"], line: row["line"])
            }
        }
    }
}
