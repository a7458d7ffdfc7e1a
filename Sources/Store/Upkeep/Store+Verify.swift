internal import Foundation
internal import GRDB
internal import History
package import Standards

/// Something in the store that is not as it should be.
package struct VerifyProblem: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// SQLite finds the file damaged.
        case integrity
        /// A row points to one that is not there.
        case orphan
        /// The ledger counts other rows than there are.
        case ledger
        /// What was read for a submission is not what its rows say, or a line of the ledger is gone.
        case reading
        /// Tables, indexes, triggers or views are not those of this version.
        case schema
        /// A panel is not what its observations make of it.
        case panel
        /// The log is not what the tables make of it, or does not fit a head that was given out.
        case log
    }

    package let kind: Kind
    /// One sentence for the operator.
    package let message: String
}

extension Store {
    /// Checks the whole store: the file, its references, the ledger's counts, and every panel of `editions` against a new
    /// one made of the observations, byte for byte; and the log against the tables and every head. Changes nothing.
    ///
    /// - Parameter witness: heads that left the machine, and the key of the log.
    /// - Throws: ``StoreError`` where the file cannot be read at all.
    package func verify(editions: [Edition], witness: LogWitness = LogWitness()) throws -> [VerifyProblem] {
        try read { db in
            let damage = try Self.damage(db)
            // What a damaged file says of its rows is worth nothing.
            guard damage.isEmpty else { return damage }
            let sweep = try RowSweep(db)
            return try Self.changedSchema(db) + Self.orphans(db) + Self.miscounts(db)
                + Self.changedReadings(db, sweep.sums) + Self.wrongLog(db, sweep, witness)
                + editions.flatMap { try Self.wrongPanels(db, edition: $0) }
        }
    }

    private static func damage(_ db: Database) throws -> [VerifyProblem] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            .map { VerifyProblem(kind: .integrity, message: "数据库文件损坏：\($0)") }
    }

    private static func orphans(_ db: Database) throws -> [VerifyProblem] {
        let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            "表 \(row[0] as String) 有一行指向 \(row[2] as String) 中不存在的行"
        }
        let parts = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT part, submission FROM observation
                EXCEPT SELECT id, submission FROM source_part
                """
        ).map { "观测值的出处（部分 \($0[0] as Int)）不属于它的报送（编号 \($0[1] as Int)）" }
        return (broken + parts).map { VerifyProblem(kind: .orphan, message: $0) }
    }

    private static func miscounts(_ db: Database) throws -> [VerifyProblem] {
        try SubmissionForm.allCases.sorted { $0.rawValue < $1.rawValue }.flatMap { form in
            try Row.fetchAll(
                db,
                sql: """
                    WITH present AS (SELECT submission, count(*) AS rows FROM \(table(of: form)) GROUP BY submission),
                      noted AS (SELECT submission, row_count AS rows FROM submission_form WHERE form = ? AND row_count > 0)
                    SELECT ifnull(present.submission, noted.submission), ifnull(noted.rows, 0), ifnull(present.rows, 0)
                    FROM present FULL JOIN noted ON noted.submission = present.submission
                    WHERE noted.rows IS NOT present.rows
                    """, arguments: [form.rawValue]
            ).map { row in
                VerifyProblem(
                    kind: .ledger,
                    message: "报送（编号 \(row[0] as Int)）的\(form.rawValue)：台账记 \(row[1] as Int) 行，实有 \(row[2] as Int) 行")
            }
        }
    }

    /// What holds the rows of a form: a table, or a part of one. A manifest has none.
    private static func table(of form: SubmissionForm) -> String {
        switch form {
        case .observations: "observation"
        case .consortia: "consortium_entry"
        case .policies: "policy_entry"
        case .incidents: "incident_entry"
        case .determinations: "determination_entry"
        case .transitions: "transition_entry"
        case .withdrawals: "withdrawal"
        case .members, .workplans, .documents, .tasks, .ratings, .evaluations, .statements, .targets, .quarters,
            .manifest:
            "(SELECT submission FROM register_entry WHERE form = '\(form.rawValue)')"
        }
    }

    /// Panels of the edition as it is now; what older catalogues left is rebuilt when it is read.
    private static func wrongPanels(_ db: Database, edition: Edition) throws -> [VerifyProblem] {
        let scheme = try PanelScheme(db, edition: edition)
        let reader = try ConsortiumHistory.Reader(db, edition: edition.id)
        let stored = try RawStatement(
            db,
            """
            SELECT consortium.id, code, panel.layout, restatement_count, cells, sources, voices, outside_count
            FROM submission_consortium
            JOIN consortium ON consortium.id = submission_consortium.consortium
            LEFT JOIN panel ON panel.consortium = consortium.id AND panel.edition = submission_consortium.edition
            WHERE submission_consortium.edition = ?
            GROUP BY consortium.id
            """)
        stored.bind(edition.id, at: 1)
        let layout = try scheme.id(db)
        var problems: [VerifyProblem] = []
        while try stored.step() {
            let code = stored.text(1)
            guard let panelLayout = stored.optionalInteger(2) else {
                problems.append(VerifyProblem(kind: .panel, message: "\(code) 有观测值而没有面板"))
                continue
            }
            guard panelLayout == layout else { continue }
            let history = try reader.history(of: stored.integer(0))
            let panel = scheme.panel(of: history)
            let isSame =
                stored.blob(4).elementsEqual(panel.cellsBlob) && stored.blob(5).elementsEqual(panel.sourcesBlob)
                && stored.integer(3) == history.changes.count
                && PanelReach(voices: stored.integer(6), outsideCount: stored.integer(7)) == scheme.reach(of: history)
            if !isSame {
                problems.append(VerifyProblem(kind: .panel, message: "\(code) 的面板与其观测值不符"))
            }
        }
        return problems
    }
}
