internal import Foundation
internal import GRDB
package import History
package import Standards

/// One value of a cell, as one submission gave it.
package struct CellRevision: Sendable, Hashable {
    package let indicator: IndicatorCode
    package let year: ReportingYear
    package let basis: Basis
    package let value: ObservedValue
    package let evidence: String?
    package let reason: String?
    package let source: CellSource
    package let submission: SubmissionRecord
    /// Whose word it is.
    package let voice: Voice
    /// Whether its submission was taken back: then it counts no more.
    package let isTakenBack: Bool
}

extension Store {
    /// Every value ever received for a cell under `edition`, in the order of receipt. `basis` nil takes both.
    ///
    /// - Throws: ``StoreError``.
    package func revisions(
        consortium: String, indicator: IndicatorCode, year: ReportingYear, basis: Basis? = nil, edition: Edition
    ) throws -> [CellRevision] {
        try read { db in
            try CellRevision.fetch(
                db, where: "AND indicator.code = ?3 AND year = ?4 AND (?5 IS NULL OR basis = ?5)",
                arguments: [consortium, edition.id, indicator.text, year.value, basis?.column])
        }
    }

    /// The consortia that figures have been received of, under whatever edition.
    package func consortiaOfFigures() throws -> Set<String> {
        try read { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT code FROM consortium WHERE EXISTS (
                      SELECT 1 FROM submission_consortium WHERE submission_consortium.consortium = consortium.id)
                    """)
        }
    }

    /// The figures of a consortium under `edition` as they stand, without what was taken back. For checking a new
    /// submission against what was reported before.
    ///
    /// - Throws: ``StoreError``.
    package func priorValues(of consortium: String, edition: Edition) throws -> PriorValues {
        try read { db in
            PriorValues(revisions: try CellRevision.fetch(db, where: "", arguments: [consortium, edition.id]))
        }
    }
}

extension CellRevision {
    /// In the order of receipt. The first two arguments are the consortium and the edition.
    fileprivate static func fetch(
        _ db: Database, where condition: String, arguments: StatementArguments
    ) throws -> [CellRevision] {
        let takenBack = try Withdrawals(db, within: .open).submissions
        // The same few submissions give all the values.
        var submissions: [Int: SubmissionRecord] = [:]
        return try Row.fetchAll(
            db,
            sql: """
                SELECT content, coefficient, exponent, text, indicator.code, year, basis, evidence,
                  observation.reason, sheet, observation.row, observation.column, submission.*
                FROM observation
                JOIN consortium ON consortium.id = observation.consortium
                JOIN indicator ON indicator.id = observation.indicator
                JOIN source_part ON source_part.id = observation.part
                JOIN submission ON submission.id = observation.submission
                WHERE consortium.code = ?1 AND edition = ?2 AND period = 0 \(condition)
                ORDER BY \(Horizon.order), part, observation.row, observation.column
                """,
            arguments: arguments, adapter: ScopeAdapter(["submission": SuffixRowAdapter(fromIndex: 12)])
        ).map { row in
            let submission = try submissions[row[12]] ?? SubmissionRecord(row: row.scopes["submission"] ?? row)
            submissions[submission.id] = submission
            return CellRevision(
                row: row, submission: submission, isTakenBack: takenBack.contains(Int64(submission.id)))
        }
    }

    private init(row: Row, submission: SubmissionRecord, isTakenBack: Bool) {
        indicator = IndicatorCode(row[4])
        year = ReportingYear(row[5])
        basis = Basis(column: row[6])
        value = ObservationColumns(content: row[0], coefficient: row[1], exponent: row[2], text: row[3]).value
        evidence = row[7]
        reason = row[8]
        source = CellSource(
            file: submission.file.name, sha256: submission.file.sha256 ?? "", sheet: row[9], row: row[10],
            column: row[11])
        self.submission = submission
        voice = submission.file.origin.authority == .authority && !submission.isMigrated ? .authority : .own
        self.isTakenBack = isTakenBack
    }
}
