internal import GRDB
internal import Safekeeping

/// Inserts rows into a table of what people sent, and makes the digest of each of what is bound, so that none has to be
/// read back. What is bound stays bound, from row to row, until it is bound anew.
struct SealedInsertion {
    private let statement: RawStatement
    private let columns: [ReceivedTables.Column]
    private var encoder: RowEncoder

    init(_ db: Database, into table: ReceivedTables.Table) throws {
        columns = table.columns
        encoder = RowEncoder(table)
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        statement = try RawStatement(db, "INSERT INTO \"\(table.name)\" (\(names)) VALUES (\(marks))")
    }

    /// The place of a column, by which it is bound.
    func place(_ column: String) -> Int {
        guard let place = columns.firstIndex(where: { $0.name == column }) else {
            preconditionFailure("no column \(column)")
        }
        return place
    }

    mutating func bind(_ integer: Int64?, at place: Int) {
        statement.bind(integer, at: Int32(place + 1))
        if let integer { encoder.set(place, integer: integer) } else { encoder.setNull(place) }
    }

    mutating func bind(_ text: String?, at place: Int) {
        statement.bind(text, at: Int32(place + 1))
        encoder.set(place, text: text)
    }

    /// - Parameter text: what the id stands for.
    mutating func bind(id: Int64, at place: Int, _ text: () throws -> [UInt8]) rethrows {
        statement.bind(id, at: Int32(place + 1))
        try encoder.set(place, id: id, text)
    }

    /// Writes the row, and gives its digest.
    mutating func insert() throws -> RepeatedSHA256.Words {
        try statement.insert()
        return encoder.words()
    }
}
