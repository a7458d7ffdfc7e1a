internal import GRDB
internal import Standards

/// Writes the observations of one submission, some hundred thousand a second: many rows of a large file share a statement,
/// and what is bound stays bound from one run of it to the next, since most columns are as they were.
struct ObservationInsertion {
    private let figures: FigureRows
    private var single: Rows
    /// Nil for a file of few figures.
    private var several: Rows?
    /// Those that are not written yet.
    private var pending: [Row] = []

    /// One of the figures, and the ids that it is stored with.
    struct Row {
        /// Its place among the figures.
        let position: Int
        let consortium, indicator, part: Int64
    }

    /// Rows that share a statement: of more, each takes as long.
    private static let together = 16
    /// From how many figures on that is worth preparing.
    private static let many = 1 << 12

    init(_ db: Database, _ figures: FigureRows, of submission: Int64) throws {
        self.figures = figures
        single = try Rows(db, 1, of: submission)
        several = figures.rows.count < Self.many ? nil : try Rows(db, Self.together, of: submission)
    }

    /// Writes a row, at the latest when ``flush()`` is called: that has to be before anybody reads it.
    mutating func insert(_ row: Row) throws {
        pending.append(row)
        guard several != nil, pending.count == Self.together else { return }
        try several?.insert(pending[...], of: figures)
        pending.removeAll(keepingCapacity: true)
    }

    /// Writes the rows that wait for others.
    mutating func flush() throws {
        for place in pending.indices { try single.insert(pending[place...place], of: figures) }
        pending.removeAll(keepingCapacity: true)
    }
}

extension ObservationInsertion {
    /// A statement that inserts a certain number of rows.
    private struct Rows {
        private let statement: RawStatement
        /// What the columns of numbers hold, row by row; nil for NULL.
        private var integers: [Int64?]
        /// The notes that the columns of texts hold, as rows have them.
        private var notes: [UInt32]
        private var holdsText: [Bool]

        private enum Column {
            static let consortium = 0, indicator = 1, year = 2, period = 3, basis = 4, submission = 5, part = 6
            static let row = 7, column = 8, content = 9, coefficient = 10, exponent = 11, text = 12, evidence = 13
            static let reason = 14, explanation = 15, count = 16
        }

        init(_ db: Database, _ count: Int, of submission: Int64) throws {
            let values = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            // Where one row fails, whoever writes takes back all that the submission has: SQLite need not be able to take
            // back those before it in the statement, for which it would copy every page.
            statement = try RawStatement(
                db,
                """
                INSERT OR FAIL INTO observation (consortium, indicator, year, period, basis, submission, part, row, column,
                  content, coefficient, exponent, text, evidence, reason, explanation)
                VALUES \(Array(repeating: values, count: count).joined(separator: ", "))
                """)
            integers = Array(repeating: nil, count: count * Column.count)
            notes = Array(repeating: 0, count: count * Column.count)
            holdsText = Array(repeating: false, count: count)
            for number in 0..<count { bind(submission, at: number * Column.count + Column.submission) }
        }

        /// - Parameters:
        ///   - rows: as many as the statement inserts.
        ///   - figures: has their values and texts.
        mutating func insert(_ rows: ArraySlice<Row>, of figures: FigureRows) throws {
            for (number, row) in rows.enumerated() { bind(row, of: figures, as: number) }
            try statement.insert()
        }

        private mutating func bind(_ ids: Row, of figures: FigureRows, as number: Int) {
            let row = figures.rows[ids.position]
            let value = ObservationColumns(row.value)
            let first = number * Column.count
            bind(ids.consortium, at: first + Column.consortium)
            bind(ids.indicator, at: first + Column.indicator)
            bind(Int64(row.year), at: first + Column.year)
            bind(Int64(row.period.rawValue), at: first + Column.period)
            bind(row.basis.column, at: first + Column.basis)
            bind(ids.part, at: first + Column.part)
            bind(Int64(row.line), at: first + Column.row)
            bind(Int64(row.column), at: first + Column.column)
            bind(value.content, at: first + Column.content)
            bind(value.coefficient, at: first + Column.coefficient)
            bind(value.exponent, at: first + Column.exponent)
            if holdsText[number] || value.text != nil {
                statement.bind(value.text, at: Int32(first + Column.text + 1))
                holdsText[number] = value.text != nil
            }
            bind(note: row.evidence, of: figures, at: first + Column.evidence)
            bind(note: row.reason, of: figures, at: first + Column.reason)
            bind(note: row.explanation, of: figures, at: first + Column.explanation)
        }

        private mutating func bind(_ integer: Int64?, at place: Int) {
            guard integers[place] != integer else { return }
            statement.bind(integer, at: Int32(place + 1))
            integers[place] = integer
        }

        private mutating func bind(note: UInt32, of figures: FigureRows, at place: Int) {
            guard notes[place] != note else { return }
            statement.bind(figures.note(note), at: Int32(place + 1))
            notes[place] = note
        }
    }
}
