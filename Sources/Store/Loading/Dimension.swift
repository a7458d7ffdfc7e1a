internal import GRDB

/// A table of codes and the small integers that stand for them; unknown codes are added.
struct Dimension {
    private let statement: RawStatement
    private var ids: [String: Int64] = [:]
    private var next: Int64
    /// The code asked for last: rows of one consortium come together.
    private var last: (code: String, id: Int64)?

    init(_ db: Database, table: String) throws {
        statement = try RawStatement(db, "INSERT INTO \(table) (id, code) VALUES (?, ?)")
        for row in try Row.fetchAll(db, sql: "SELECT code, id FROM \(table)") { ids[row[0]] = row[1] }
        next = (ids.values.max() ?? 0) + 1
    }

    mutating func id(of code: String) throws -> Int64 {
        if let last, last.code == code { return last.id }
        let id = try ids[code] ?? add(code)
        last = (code, id)
        return id
    }

    private mutating func add(_ code: String) throws -> Int64 {
        statement.bind(next, at: 1)
        statement.bind(code, at: 2)
        try statement.insert()
        ids[code] = next
        next += 1
        return next - 1
    }
}
