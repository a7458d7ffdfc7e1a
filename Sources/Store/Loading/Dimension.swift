internal import GRDB

/// A table of codes and the small integers that stand for them; unknown codes are added.
struct Dimension {
    private let selection: RawStatement
    private let insertion: RawStatement
    private let db: Database
    private var ids: [String: Int64] = [:]
    /// The code asked for last: rows of one consortium come together.
    private var last: (code: String, id: Int64)?

    init(_ db: Database, table: String) throws {
        self.db = db
        selection = try RawStatement(db, "SELECT id FROM \(table) WHERE code = ?")
        insertion = try RawStatement(db, "INSERT INTO \(table) (code) VALUES (?)")
    }

    mutating func id(of code: String) throws -> Int64 {
        if let last, last.code == code { return last.id }
        let id = try ids[code] ?? find(code) ?? add(code)
        ids[code] = id
        last = (code, id)
        return id
    }

    private func find(_ code: String) throws -> Int64? {
        selection.bind(code, at: 1)
        return try selection.only { $0.integer(0) }
    }

    private func add(_ code: String) throws -> Int64 {
        insertion.bind(code, at: 1)
        try insertion.insert()
        return db.lastInsertedRowID
    }
}
