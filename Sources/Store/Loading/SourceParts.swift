internal import GRDB

/// The parts of one submission: a row for each of its sheets from which something was read.
struct SourceParts {
    private let db: Database
    private let submission: Int64
    private var ids: [String?: Int64] = [:]
    private var last: (sheet: String?, id: Int64)?

    init(_ db: Database, submission: Int64) {
        self.db = db
        self.submission = submission
    }

    mutating func id(ofSheet sheet: String?) throws -> Int64 {
        if let last, last.sheet == sheet { return last.id }
        let id = try ids[sheet] ?? add(sheet)
        last = (sheet, id)
        return id
    }

    private mutating func add(_ sheet: String?) throws -> Int64 {
        try db.run(
            sql: "INSERT INTO source_part (submission, sheet) VALUES (?, ?)", arguments: [submission, sheet])
        let id = db.lastInsertedRowID
        ids[sheet] = id
        return id
    }
}
