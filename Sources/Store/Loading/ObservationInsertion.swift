internal import GRDB
internal import Standards

/// Writes the observations of one submission, some hundred thousand a second: what is bound stays bound from row to row,
/// and most columns are as they were in the row before.
struct ObservationInsertion {
    private let statement: RawStatement
    /// What the columns of numbers hold, by their places; nil for NULL.
    private var integers = [Int64?](repeating: nil, count: Column.count)
    /// The notes that the columns of texts hold, as rows have them.
    private var notes = [UInt32](repeating: 0, count: Column.count)
    private var holdsText = false

    private enum Column {
        static let consortium = 0, indicator = 1, year = 2, period = 3, basis = 4, submission = 5, part = 6, row = 7
        static let column = 8, content = 9, coefficient = 10, exponent = 11, text = 12, evidence = 13, reason = 14
        static let explanation = 15, count = 16
    }

    init(_ db: Database, submission: Int64) throws {
        statement = try RawStatement(
            db,
            """
            INSERT INTO observation (consortium, indicator, year, period, basis, submission, part, row, column, content,
              coefficient, exponent, text, evidence, reason, explanation)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        bind(submission, at: Column.submission)
    }

    /// - Parameter figures: has the texts of the row.
    mutating func insert(
        _ row: FigureRow, of figures: FigureRows, consortium: Int64, indicator: Int64, part: Int64
    ) throws {
        let value = ObservationColumns(row.value)
        bind(consortium, at: Column.consortium)
        bind(indicator, at: Column.indicator)
        bind(Int64(row.year), at: Column.year)
        bind(Int64(row.period.rawValue), at: Column.period)
        bind(row.basis.column, at: Column.basis)
        bind(part, at: Column.part)
        bind(Int64(row.line), at: Column.row)
        bind(Int64(row.column), at: Column.column)
        bind(value.content, at: Column.content)
        bind(value.coefficient, at: Column.coefficient)
        bind(value.exponent, at: Column.exponent)
        if holdsText || value.text != nil {
            statement.bind(value.text, at: Int32(Column.text + 1))
            holdsText = value.text != nil
        }
        bind(note: row.evidence, of: figures, at: Column.evidence)
        bind(note: row.reason, of: figures, at: Column.reason)
        bind(note: row.explanation, of: figures, at: Column.explanation)
        try statement.insert()
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
