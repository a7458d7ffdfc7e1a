internal import GRDB
internal import Safekeeping
internal import Standards

/// Writes the observations of one submission.
struct ObservationInsertion {
    private var insertion: SealedInsertion
    private let texts: RowDigests
    private let columns: Columns

    /// Where the columns stand.
    private struct Columns {
        let consortium, indicator, year, period, basis, part, row, column: Int
        let evidence, reason, explanation, content, coefficient, exponent, text: Int

        init(_ place: (String) -> Int) {
            (consortium, indicator, year) = (place("consortium"), place("indicator"), place("year"))
            (period, basis, part) = (place("period"), place("basis"), place("part"))
            (row, column, evidence) = (place("row"), place("column"), place("evidence"))
            (reason, explanation, content) = (place("reason"), place("explanation"), place("content"))
            (coefficient, exponent, text) = (place("coefficient"), place("exponent"), place("text"))
        }
    }

    init(_ db: Database, _ tables: ReceivedTables, submission: Int64) throws {
        guard let table = tables("observation") else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no table of observations")
        }
        insertion = try SealedInsertion(db, into: table)
        texts = RowDigests(db)
        columns = Columns(insertion.place)
        insertion.bind(submission, at: insertion.place("submission"))
    }

    /// - Returns: the digest of the row that was written.
    mutating func insert(
        _ row: Observation, consortium: Int64, indicator: Int64, part: Int64
    ) throws -> RepeatedSHA256.Words {
        let value = ObservationColumns(row.value)
        try insertion.bind(id: consortium, at: columns.consortium) { try texts.text(consortium, of: .consortium) }
        try insertion.bind(id: indicator, at: columns.indicator) { try texts.text(indicator, of: .indicator) }
        insertion.bind(Int64(row.year.value), at: columns.year)
        insertion.bind(Int64(row.period.rawValue), at: columns.period)
        insertion.bind(row.basis.column, at: columns.basis)
        try insertion.bind(id: part, at: columns.part) { try texts.text(part, of: .part) }
        insertion.bind(Int64(row.source.row), at: columns.row)
        insertion.bind(Int64(row.source.column), at: columns.column)
        insertion.bind(row.evidence, at: columns.evidence)
        insertion.bind(row.reason, at: columns.reason)
        insertion.bind(row.explanation, at: columns.explanation)
        insertion.bind(value.content, at: columns.content)
        insertion.bind(value.coefficient, at: columns.coefficient)
        insertion.bind(value.exponent, at: columns.exponent)
        insertion.bind(value.text, at: columns.text)
        return try insertion.insert()
    }
}
