package import Foundation
internal import GRDB
package import Standards

/// How many findings of one kind there are.
package struct FindingCount: Sendable, Hashable {
    package let kind: String
    package let severity: String
    package let count: Int
}

/// A finding and the submission it is about.
package struct SubmissionFinding: Sendable, Hashable {
    package let submission: Int
    package let finding: FindingRecord
}

/// What was received of one consortium for one reporting year.
package struct ReportReceipt: Sendable, Hashable {
    package let consortium: String
    package let firstReceivedAt: Date
    package let lastReceivedAt: Date
    package let submissionCount: Int
}

extension Store {
    /// The ledger, in the order of receipt.
    package func submissions(status: SubmissionRecord.Status? = nil) throws -> [SubmissionRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM submission WHERE ?1 IS NULL OR status = ?1 ORDER BY received_at, id",
                arguments: [status?.rawValue]
            ).map(SubmissionRecord.init)
        }
    }

    /// The line of the ledger under which a file of this content was taken in; nil where none was.
    package func acceptedSubmission(sha256: String) throws -> SubmissionRecord? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM submission WHERE sha256 = ? AND status = 'accepted'", arguments: [sha256]
            ).map(SubmissionRecord.init)
        }
    }

    /// The last version of a document that was taken in after the one of this content; nil where that is the last, or none
    /// was taken in.
    package func laterVersion(than submission: SubmissionRecord) throws -> SubmissionRecord? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM submission WHERE path = ? AND status = 'accepted' AND revision > ?
                    ORDER BY revision DESC LIMIT 1
                    """, arguments: [submission.file.path, submission.revision]
            ).map(SubmissionRecord.init)
        }
    }

    /// When each consortium's report of `year` came, by consortium. A report of a year is a submission whose latest
    /// year with an actual figure it is.
    package func reportReceipts(year: ReportingYear, asOf: Date? = nil) throws -> [String: ReportReceipt] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT code, min(received_at), max(received_at), count(*) FROM submission_consortium
                    JOIN submission ON submission.id = submission
                    JOIN consortium ON consortium.id = consortium
                    WHERE reporting_year = ?1 AND (?2 IS NULL OR received_at <= ?2) GROUP BY consortium
                    """, arguments: [year.value, asOf?.storeText])
            return try rows.reduce(into: [:]) { receipts, row in
                let consortium: String = row[0]
                receipts[consortium] = ReportReceipt(
                    consortium: consortium, firstReceivedAt: try Date(storeText: row[1]),
                    lastReceivedAt: try Date(storeText: row[2]), submissionCount: row[3])
            }
        }
    }

    /// How many observations the store holds.
    package func observationCount() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT sum(observation_count) FROM submission_consortium") ?? 0 }
    }

    /// By severity, then kind.
    package func findingCounts() throws -> [FindingCount] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT kind, severity, count(*) FROM finding GROUP BY severity, kind ORDER BY severity, kind"
            ).map { FindingCount(kind: $0[0], severity: $0[1], count: $0[2]) }
        }
    }

    /// The findings of one submission, or of all, in the order they were made.
    package func findings(submission: Int? = nil) throws -> [SubmissionFinding] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM finding WHERE ?1 IS NULL OR submission = ?1 ORDER BY id",
                arguments: [submission]
            ).map { row in
                SubmissionFinding(
                    submission: row["submission"],
                    finding: FindingRecord(
                        kind: row["kind"], severity: row["severity"], sheet: row["sheet"], row: row["row"],
                        column: row["column"], consortium: row["consortium"], indicator: row["indicator"],
                        year: row["year"], message: row["message"]))
            }
        }
    }
}
