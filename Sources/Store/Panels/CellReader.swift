internal import GRDB
internal import History
internal import Standards

/// Reads all that was ever received of one indicator of one consortium for one year, without what was taken back.
struct CellReader {
    private let db: Database
    private let selection: RawStatement
    private lazy var takenBack = Result { try Withdrawals(db, within: .open).submissions }

    init(_ db: Database, edition: Edition) throws {
        self.db = db
        // The joins in this order, so that nothing but the cell is read.
        selection = try RawStatement(
            db,
            """
            SELECT observation.submission, basis, part, row, column, content, coefficient, exponent, text,
              observation.reason, reporting_year, authority = 'authority' AND NOT migrated
            FROM observation CROSS JOIN submission ON submission.id = observation.submission
            LEFT JOIN submission_consortium AS noted ON noted.consortium = observation.consortium
              AND noted.edition = ?1 AND noted.submission = observation.submission
            WHERE observation.consortium = ?2 AND indicator = ?3 AND year = ?4 AND +period = 0
            ORDER BY \(Horizon.order), basis, part, row, column
            """)
        selection.bind(edition.id, at: 1)
    }

    /// The values in the order of receipt, the actual before the committed ones of a submission.
    /// - Parameter unnoted: a submission that is being written, and the year that it reports for.
    mutating func entries(
        of consortium: Int64, indicator: Int64, year: Int, unnoted: (submission: Int64, reportingYear: Int?)? = nil
    ) throws -> [(submission: Int64, entry: ConsortiumHistory.Entry)] {
        let takenBack = try takenBack.get()
        selection.bind(consortium, at: 2)
        selection.bind(indicator, at: 3)
        selection.bind(Int64(year), at: 4)
        var entries: [(submission: Int64, entry: ConsortiumHistory.Entry)] = []
        var receipt = 0
        while try selection.step() {
            let submission = selection.integer(0)
            guard !takenBack.contains(submission) else { continue }
            if let last = entries.last, last.submission != submission { receipt += 1 }
            let noted = selection.optionalInteger(10).map { Int($0) }
            let entry = ConsortiumHistory.Entry(
                indicator: indicator, year: year, basis: Basis(column: selection.integer(1)), receipt: receipt,
                reportingYear: submission == unnoted?.submission ? unnoted?.reportingYear : noted,
                voice: selection.integer(11) == 1 ? .authority : .own, locator: selection.locator(from: 2),
                value: selection.value(from: 5), reason: selection.optionalText(9))
            entries.append((submission, entry))
        }
        return entries
    }
}
