package import Foundation
internal import GRDB
package import Standards

/// How many findings of one kind there are.
package struct FindingCount: Sendable, Hashable {
    package let kind: String
    package let severity: String
    /// Whether these are the ones that were answered, in their own file or in a later one.
    package let isAnswered: Bool
    package let count: Int
}

/// A finding and the file it is about.
package struct SubmissionFinding: Sendable, Hashable {
    package let submission: Int
    /// The file's name as cell sources give it, and the SHA-256 of its bytes where they could be read.
    package let file: String
    package let sha256: String?
    package let finding: FindingRecord
}

extension Store {
    /// The edition that each line of the ledger was read under, by its id; of those from before this was noted, and of what
    /// could not be read, there is none.
    package func editionsRead() throws -> [Int: String] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT submission, edition FROM reading WHERE edition <> ''")
            return Dictionary(rows.map { ($0[0] as Int, $0[1] as String) }) { _, later in later }
        }
    }

    /// The ledger, in the order of receipt.
    package func submissions(status: SubmissionRecord.Status? = nil) throws -> [SubmissionRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM submission WHERE ?1 IS NULL OR status = ?1 ORDER BY \(Horizon.order)",
                arguments: [status?.rawValue]
            ).map(SubmissionRecord.init)
        }
    }

    /// The forms that submissions held, by the ids of their lines.
    package func forms() throws -> [Int: Set<SubmissionForm>] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT submission, form FROM submission_form").reduce(into: [:]) { forms, row in
                if let form = SubmissionForm(rawValue: row[1]) { forms[row[0], default: []].insert(form) }
            }
        }
    }

    /// A line of the ledger by its id; nil where there is none.
    package func submission(_ id: Int) throws -> SubmissionRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM submission WHERE id = ?", arguments: [id])
                .map(SubmissionRecord.init)
        }
    }

    /// The line of the ledger under which a file of this content was taken in from `origin`, or from anybody where that
    /// is nil; nil where none was.
    package func acceptedSubmission(sha256: String, origin: Origin? = nil) throws -> SubmissionRecord? {
        try read { db in
            try Self.acceptedRow(db, sha256: sha256, origin: origin).map(SubmissionRecord.init)
        }
    }

    /// The first line under which a file of this content was set aside; nil where none was.
    package func quarantinedSubmission(sha256: String) throws -> SubmissionRecord? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM submission WHERE sha256 = ? AND status = 'quarantined' ORDER BY id LIMIT 1",
                arguments: [sha256]
            ).map(SubmissionRecord.init)
        }
    }

    /// The last version of a document, by sender and subject, that was taken in after `submission`; nil where that is the
    /// last, or was not taken in.
    package func laterVersion(than submission: SubmissionRecord) throws -> SubmissionRecord? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT later.* FROM submission AS earlier
                    JOIN submission AS later ON later.document = earlier.document AND later.revision > earlier.revision
                    WHERE earlier.id = ? ORDER BY later.revision DESC LIMIT 1
                    """, arguments: [submission.id]
            ).map(SubmissionRecord.init)
        }
    }

    /// The number of the submission that came in last; 0 where none has.
    package func lastSubmission() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT max(id) FROM submission") ?? 0 }
    }

    /// How many observations the store holds.
    package func observationCount() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT sum(observation_count) FROM submission_consortium") ?? 0 }
    }

    /// By severity, then kind; those that were answered apart.
    /// - Parameter consortia: count only what is about one of them.
    package func findingCounts(of consortia: Set<String>? = nil) throws -> [FindingCount] {
        let wanted = try consortia.map { String(decoding: try JSONEncoder().encode($0.sorted()), as: UTF8.self) }
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT kind, severity, answer IS NOT NULL OR EXISTS (\(Self.sameAnswered)) AS answered, count(*)
                    FROM finding
                    WHERE ?1 IS NULL OR consortium IN (SELECT value FROM json_each(?1))
                    GROUP BY severity, kind, answered ORDER BY severity, answered, kind
                    """, arguments: [wanted]
            ).map { FindingCount(kind: $0[0], severity: $0[1], isAnswered: $0[2], count: $0[3]) }
        }
    }

    /// The findings of one submission, or of all, in the order they were made; with `asOf` only those of what had been
    /// received by then. Findings of what was taken back stay in the ledger. One that was made again and answered then
    /// has that answer.
    package func findings(submission: Int? = nil, asOf: Date? = nil) throws -> [SubmissionFinding] {
        try findings(
            where: "(?1 IS NULL OR finding.submission = ?1) AND (?2 IS NULL OR received_at <= ?2)",
            [submission, asOf?.storeText], asOf: "?2")
    }

    /// - Parameter parameter: the one of `arguments` that holds the instant by which answers were received; null for all.
    func findings(
        where condition: String, _ arguments: StatementArguments, asOf parameter: String
    ) throws -> [SubmissionFinding] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT finding.*, submission.file, submission.sha256, (\(Self.sameAnswered(by: parameter))
                        ORDER BY other.id DESC LIMIT 1) AS later_answer
                    FROM finding
                    CROSS JOIN submission ON submission.id = finding.submission
                    WHERE \(condition)
                    ORDER BY finding.id
                    """, arguments: arguments
            ).map { row in
                SubmissionFinding(
                    submission: row["submission"], file: row["file"], sha256: row["sha256"],
                    finding: FindingRecord(
                        kind: row["kind"], severity: row["severity"], sheet: row["sheet"], row: row["row"],
                        column: row["column"], consortium: row["consortium"], indicator: row["indicator"],
                        year: row["year"], values: try [String: String](storeJSON: row["values"]), text: row["text"],
                        answer: row["answer"] ?? row["later_answer"]))
            }
        }
    }

    /// The answers to findings that say the same as the one looked at.
    static let sameAnswered = """
        SELECT other.answer FROM finding AS other WHERE other.answer IS NOT NULL AND other.kind = finding.kind
          AND other.consortium = finding.consortium AND other.indicator IS finding.indicator
          AND other.year IS finding.year AND other."values" = finding."values"
        """

    /// The same of answers received by the instant that a parameter holds; null for all.
    static func sameAnswered(by parameter: String) -> String {
        sameAnswered
            + " AND (\(parameter) IS NULL OR other.submission IN "
            + "(SELECT id FROM submission WHERE received_at <= \(parameter)))"
    }

    /// The consortia about which any finding was answered.
    package func consortiaOfAnsweredFindings() throws -> Set<String> {
        try read { db in
            try String.fetchSet(
                db, sql: "SELECT DISTINCT consortium FROM finding WHERE answer IS NOT NULL AND consortium IS NOT NULL")
        }
    }

    /// The findings about a consortium that were answered, in the order of their answers.
    package func answeredFindings(of consortium: String) throws -> [FindingRecord] {
        try read { db in
            try db.rows(
                sql: "SELECT * FROM finding WHERE consortium = ? AND answer IS NOT NULL ORDER BY id",
                arguments: [consortium]
            ).map { row in
                FindingRecord(
                    kind: row["kind"], severity: row["severity"], consortium: row["consortium"],
                    indicator: row["indicator"], year: row["year"],
                    values: try [String: String](storeJSON: row["values"]), answer: row["answer"])
            }
        }
    }
}
