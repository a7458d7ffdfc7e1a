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
            var reader = try CellRevision.Reader(db)
            return try reader.revisions(
                of: consortium, edition, where: "AND indicator.code = ?3 AND year = ?4 AND (?5 IS NULL OR basis = ?5)"
            ) { statement in
                statement.bind(indicator.text, at: 3)
                statement.bind(Int64(year.value), at: 4)
                statement.bind(basis?.column, at: 5)
            }
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
            var reader = try CellRevision.Reader(db)
            return PriorValues(revisions: try reader.revisions(of: consortium, edition))
        }
    }
}

extension CellRevision {
    /// Reads the values of one consortium. There are hundreds, of the same few submissions, sheets and indicators: what
    /// they have in common is made once.
    fileprivate struct Reader {
        private let db: Database
        private let takenBack: Set<Int64>
        private var submissions: [Int64: SubmissionRecord] = [:]
        private var parts: [Int64: SourcePart] = [:]
        private var indicators: [Int64: IndicatorCode] = [:]

        init(_ db: Database) throws {
            self.db = db
            takenBack = try Withdrawals(db, within: .open).submissions
        }

        /// In the order of receipt. `bind` gives the parameters of `condition`, from the third on.
        mutating func revisions(
            of consortium: String, _ edition: Edition, where condition: String = "",
            bind: (RawStatement) -> Void = { _ in }
        ) throws -> [CellRevision] {
            let statement = try RawStatement(
                db,
                """
                SELECT observation.submission, part, indicator, year, basis, content, coefficient, exponent, text,
                  evidence, observation.reason, row, column, indicator.code, sheet
                FROM observation
                JOIN consortium ON consortium.id = observation.consortium
                JOIN indicator ON indicator.id = observation.indicator
                JOIN source_part ON source_part.id = observation.part
                JOIN submission ON submission.id = observation.submission
                WHERE consortium.code = ?1 AND edition = ?2 AND period = 0 \(condition)
                ORDER BY \(Horizon.order), part, row, column
                """)
            statement.bind(consortium, at: 1)
            statement.bind(edition.id, at: 2)
            bind(statement)
            var revisions: [CellRevision] = []
            while try statement.step() { revisions.append(try revision(statement)) }
            return revisions
        }

        private mutating func revision(_ row: RawStatement) throws -> CellRevision {
            let submission = try submission(row.integer(0))
            let part = part(row.integer(1), of: submission, sheet: row)
            return CellRevision(
                indicator: indicator(row.integer(2), code: row), year: ReportingYear(Int(row.integer(3))),
                basis: Basis(column: row.integer(4)), value: row.value(from: 5), evidence: row.optionalText(9),
                reason: row.optionalText(10),
                source: CellSource(part: part, row: Int(row.integer(11)), column: Int(row.integer(12))),
                submission: submission, voice: submission.voice, isTakenBack: takenBack.contains(row.integer(0)))
        }

        private mutating func submission(_ id: Int64) throws -> SubmissionRecord {
            if let known = submissions[id] { return known }
            guard
                let row = try db.rows(sql: "SELECT * FROM submission WHERE id = ?", arguments: [id]).first
            else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "submission: \(id)") }
            let submission = try SubmissionRecord(row: row)
            submissions[id] = submission
            return submission
        }

        private mutating func part(_ id: Int64, of submission: SubmissionRecord, sheet row: RawStatement) -> SourcePart
        {
            if let known = parts[id] { return known }
            let part = SourcePart(
                file: submission.file.name, sha256: submission.file.sha256 ?? "", sheet: row.optionalText(14))
            parts[id] = part
            return part
        }

        private mutating func indicator(_ id: Int64, code row: RawStatement) -> IndicatorCode {
            if let known = indicators[id] { return known }
            let code = IndicatorCode(row.text(13))
            indicators[id] = code
            return code
        }
    }
}

extension SubmissionRecord {
    /// Whose word its figures are.
    fileprivate var voice: Voice { file.origin.authority == .authority && !isMigrated ? .authority : .own }
}
