internal import Foundation
internal import GRDB
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
}

extension Store {
    /// Every value ever received for a cell, in the order of receipt. `basis` nil takes both.
    package func revisions(
        consortium: String, indicator: IndicatorCode, year: ReportingYear, basis: Basis? = nil
    ) throws -> [CellRevision] {
        try read { db in
            try CellRevision.fetch(
                db, where: "consortium.code = ? AND indicator.code = ? AND year = ? AND (?4 IS NULL OR basis = ?4)",
                arguments: [consortium, indicator.text, year.value, basis?.column])
        }
    }

    /// The consortia that figures have been received of.
    package func consortiaOfFigures() throws -> Set<String> {
        try read { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT code FROM consortium
                    WHERE EXISTS (SELECT 1 FROM observation WHERE observation.consortium = consortium.id)
                    """)
        }
    }

    /// The figures of a consortium as they stand: what was received last for each cell, a blank too. For checking a
    /// new submission against what was reported before.
    package func priorValues(of consortium: String) throws -> PriorValues {
        try read { db in
            let revisions = try CellRevision.fetch(db, where: "consortium.code = ?", arguments: [consortium])
            return PriorValues(revisions: revisions)
        }
    }
}

/// What was reported before of one consortium, by cell.
package struct PriorValues: Sendable {
    private struct Cell: Hashable {
        let indicator: IndicatorCode
        let year: ReportingYear
        let basis: Basis
    }

    private let revisions: [Cell: [CellRevision]]

    /// `revisions` in the order of receipt.
    init(revisions: [CellRevision]) {
        self.revisions = Dictionary(grouping: revisions) {
            Cell(indicator: $0.indicator, year: $0.year, basis: $0.basis)
        }
    }

    package var isEmpty: Bool { revisions.isEmpty }

    /// The value received last; nil where the cell was never reported.
    package func last(_ indicator: IndicatorCode, _ year: ReportingYear, _ basis: Basis = .actual) -> CellRevision? {
        revisions[Cell(indicator: indicator, year: year, basis: basis)]?.last
    }

    /// The first value received that is not blank: the plan that counts.
    package func firstReported(
        _ indicator: IndicatorCode, _ year: ReportingYear, _ basis: Basis = .actual
    ) -> CellRevision? {
        revisions[Cell(indicator: indicator, year: year, basis: basis)]?.first { $0.value.status == .reported }
    }
}

extension CellRevision {
    /// In the order of receipt.
    static func fetch(
        _ db: Database, where condition: String, arguments: StatementArguments
    ) throws -> [CellRevision] {
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
                WHERE \(condition)
                ORDER BY received_at, submission.id, part, observation.row, observation.column
                """,
            arguments: arguments, adapter: ScopeAdapter(["submission": SuffixRowAdapter(fromIndex: 12)])
        ).map { row in
            let submission = try submissions[row[12]] ?? SubmissionRecord(row: row.scopes["submission"] ?? row)
            submissions[submission.id] = submission
            return CellRevision(row: row, submission: submission)
        }
    }

    private init(row: Row, submission: SubmissionRecord) {
        indicator = IndicatorCode(row[4])
        year = ReportingYear(row[5])
        basis = Basis(column: row[6])
        value = ObservationColumns(content: row[0], coefficient: row[1], exponent: row[2], text: row[3]).value
        evidence = row[7]
        reason = row[8]
        self.submission = submission
        source = CellSource(
            file: submission.file.name, sha256: submission.file.sha256 ?? "", sheet: row[9], row: row[10],
            column: row[11])
    }
}
