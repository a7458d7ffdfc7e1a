internal import GRDB

/// A table of codes and the small integers that stand for them; unknown codes are added.
struct Dimension {
    private let selection: RawStatement
    private let insertion: RawStatement
    private let db: Database
    private var ids: [String: Int64] = [:]
    /// The code asked for last: rows of one consortium come together.
    private var last: (code: String, id: Int64)?

    /// The codes of all consortia.
    static func consortia(_ db: Database) throws -> Dimension {
        try Dimension(
            db, selection: "SELECT id FROM consortium WHERE code = ?",
            insertion: "INSERT INTO consortium (code) VALUES (?)")
    }

    /// The codes of one edition's indicators: the same code of another edition is another indicator.
    static func indicators(_ db: Database, edition: String) throws -> Dimension {
        let dimension = try Dimension(
            db, selection: "SELECT id FROM indicator WHERE code = ? AND edition = ?",
            insertion: "INSERT INTO indicator (code, edition) VALUES (?, ?)")
        dimension.selection.bind(edition, at: 2)
        dimension.insertion.bind(edition, at: 2)
        return dimension
    }

    private init(_ db: Database, selection: String, insertion: String) throws {
        self.selection = try RawStatement(db, selection)
        self.insertion = try RawStatement(db, insertion)
        self.db = db
    }

    mutating func id(of code: String) throws -> Int64 {
        if let last, last.code == code { return last.id }
        let id = try ids[code] ?? find(code) ?? add(code)
        ids[code] = id
        last = (code, id)
        return id
    }

    /// The id of a code; nil for one that is not there.
    mutating func knownID(of code: String) throws -> Int64? {
        if let last, last.code == code { return last.id }
        guard let id = try ids[code] ?? find(code) else { return nil }
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
