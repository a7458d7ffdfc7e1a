internal import FEEL
internal import GRDB
internal import Safekeeping
package import Standards

/// Holds a file that was read once more against the rows that are stored of it.
///
/// Every row must be one that the file gives: what the file gives beyond them was refused, repeated or contested when it
/// came, and that is sealed with the rows. Rows that name no cell are not compared.
package final class Rereading {
    private let scratch: DatabaseQueue
    private let store: Store

    /// Ids are another store's own.
    private static let own: Set<String> = ["id", "submission", "edition"]
    private static let registers = [
        "policy_entry", "incident_entry", "determination_entry", "transition_entry", "register_entry", "form_field",
        "consortium_entry",
    ]

    package init(_ store: Store) throws {
        self.store = store
        scratch = try DatabaseQueue()
        try Migration.migrator.migrate(scratch)
    }

    /// The lines of the ledger that the reader of this version has read, by id, with the edition.
    package func lines(reader: String) throws -> [Int: String] {
        try store.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT submission, edition FROM reading WHERE reader = ?", arguments: [reader])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int, $0[1] as String) })
        }
    }

    /// How many rows are stored of a line of the ledger that `load` and `observations`, read anew, do not give.
    ///
    /// - Parameters:
    ///   - observations: no two of one place and figure.
    package func strangers(
        in submission: Int, _ load: SubmissionLoad, observations: some Sequence<Observation>, edition: Edition
    ) throws -> Int {
        var given: Set<RowDigests.Sum> = []
        try scratch.inDatabase { db in
            try db.inSavepoint {
                var writer = try SubmissionWriter(
                    db, file: load.file, edition: edition, recordedAt: load.file.receivedAt,
                    sealing: Sealing(db, ReceivedTables(db)), keepsPanels: false)
                try writer.write(entriesOf: load)
                given = Set(try Self.registerRows(db, of: writer.submission))
                return .rollback
            }
        }
        return try store.read { db in
            let entries = try Self.registerRows(db, of: Int64(submission)).count { !given.contains($0) }
            var figures = try StoredFigures(db, of: Int64(submission), edition: edition)
            for observation in observations { try figures.find(observation) }
            return entries + figures.unfoundCount
        }
    }

    /// Digests of the rows of a submission in the registers.
    private static func registerRows(_ db: Database, of submission: Int64) throws -> [RowDigests.Sum] {
        let tables = try ReceivedTables(db)
        let digests = RowDigests(db, leavingOut: own)
        var rows: [RowDigests.Sum] = []
        for name in registers {
            guard let table = tables(name) else { continue }
            let statement = try RawStatement(db, table.selection(ofOne: true))
            statement.bind(submission, at: 1)
            while try statement.step() {
                var sum = RowDigests.Sum()
                sum.add(try digests.digest(statement, of: table))
                rows.append(sum)
            }
        }
        return rows
    }
}

/// Finds the stored figures of one submission, each by its key: as many readings as the file has figures, whatever else
/// was ever received of a consortium.
private struct StoredFigures {
    private var consortia: Dimension
    private var indicators: Dimension
    private let selection: RawStatement
    /// By sheet, ids of the parts of the submission.
    private var parts: [String?: [Int64]] = [:]
    private(set) var unfoundCount: Int

    init(_ db: Database, of submission: Int64, edition: Edition) throws {
        consortia = try .consortia(db)
        indicators = try .indicators(db, edition: edition.id)
        let rows = try RawStatement(db, "SELECT id, sheet FROM source_part WHERE submission = ?")
        rows.bind(submission, at: 1)
        while try rows.step() { parts[rows.optionalText(1), default: []].append(rows.integer(0)) }
        // Their number is the ledger's: that it is the number of rows has been verified before.
        let noted = try RawStatement(
            db, "SELECT sum(observation_count) FROM submission_consortium WHERE submission = ?")
        noted.bind(submission, at: 1)
        unfoundCount = Int(try noted.only { $0.integer(0) } ?? 0)
        selection = try RawStatement(
            db,
            """
            SELECT content, coefficient, exponent, text, evidence, reason, explanation FROM observation
            WHERE consortium = ? AND indicator = ? AND year = ? AND period = ? AND basis = ? AND submission = ?
              AND part = ? AND row = ? AND column = ?
            """)
        selection.bind(submission, at: 6)
    }

    mutating func find(_ row: Observation) throws {
        guard let consortium = try consortia.knownID(of: row.consortium),
            let indicator = try indicators.knownID(of: row.indicator.text), let parts = parts[row.source.sheet]
        else { return }
        selection.bind(consortium, at: 1)
        selection.bind(indicator, at: 2)
        selection.bind(Int64(row.year.value), at: 3)
        selection.bind(Int64(row.period.rawValue), at: 4)
        selection.bind(row.basis.column, at: 5)
        selection.bind(Int64(row.source.row), at: 8)
        selection.bind(Int64(row.source.column), at: 9)
        let value = ObservationColumns(row.value)
        for part in parts {
            selection.bind(part, at: 7)
            let isSame = try selection.only { stored in
                stored.integer(0) == value.content && stored.optionalInteger(1) == value.coefficient
                    && stored.optionalInteger(2) == value.exponent && stored.isText(value.text, 3)
                    && stored.isText(row.evidence, 4) && stored.isText(row.reason, 5)
                    && stored.isText(row.explanation, 6)
            }
            if isSame == true { unfoundCount -= 1 }
        }
    }
}

extension RawStatement {
    /// Whether a column holds `text`, byte for byte.
    fileprivate func isText(_ text: String?, _ column: Int32) -> Bool {
        guard let text else { return isNull(column) }
        return !isNull(column) && textBytes(column).elementsEqual(text.utf8)
    }
}
