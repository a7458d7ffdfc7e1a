internal import GRDB

extension Store {
    /// Lines of the ledger whose rows are not those that were read, that have no seal, or that are gone.
    static func changedReadings(_ db: Database, _ sums: [Int64: RowDigests.Sum]) throws -> [VerifyProblem] {
        func problem(_ message: String) -> VerifyProblem { VerifyProblem(kind: .reading, message: message) }
        guard try db.tableExists("reading") else { return [] }
        var (sealed, problems) = try seals(db)
        var last: Int64 = 0
        let lines = try RawStatement(db, "SELECT id, file FROM submission ORDER BY id")
        while try lines.step() {
            let id = lines.integer(0)
            // Ids are given one after the other and no line is ever removed.
            for gone in (last + 1)..<max(id, last + 1) { problems.append(problem("台账缺第 \(gone) 号报送")) }
            last = id
            let place = "报送（\(lines.text(1))，编号 \(id)）"
            if let seal = sealed.removeValue(forKey: id) {
                if seal != sums[id] { problems.append(problem("\(place)的数据与收到时读取的不符，已被改动")) }
            } else {
                problems.append(problem("\(place)没有读取记录"))
            }
        }
        return problems + sealed.keys.sorted().map { problem("报送（编号 \($0)）有读取记录而不在台账") }
    }

    /// What is sealed of each line of the ledger, and where a seal is missing or is none.
    private static func seals(_ db: Database) throws -> ([Int64: RowDigests.Sum], [VerifyProblem]) {
        var sealed: [Int64: RowDigests.Sum] = [:]
        var problems: [VerifyProblem] = []
        var last: Int64 = 0
        let readings = try RawStatement(db, "SELECT id, submission, digest FROM reading ORDER BY id")
        while try readings.step() {
            let isNext = readings.integer(0) == last + 1
            last = readings.integer(0)
            let isDigest = sealed[readings.integer(1), default: .init()].add(text: readings.text(2))
            guard isNext, isDigest else {
                problems.append(VerifyProblem(kind: .reading, message: "读取记录第 \(last) 条前有缺漏，或已被改动"))
                continue
            }
        }
        return (sealed, problems)
    }

    /// What of the schema is missing, is too much or reads otherwise than in a store that was made just now.
    static func changedSchema(_ db: Database) throws -> [VerifyProblem] {
        let fresh = try DatabaseQueue()
        try Migration.migrator.migrate(fresh)
        let expected = try fresh.read(schema)
        let found = try schema(db)
        return Set(expected.keys).union(found.keys).sorted().compactMap { name in
            let what: String? =
                switch (expected[name], found[name]) {
                case (nil, _): "不属于本系统"
                case (_, nil): "不见了"
                case (let one?, let other?): one == other ? nil : "被改动"
                }
            return what.map { VerifyProblem(kind: .schema, message: "数据库结构：\(name) \($0)") }
        }
    }

    /// The text of everything in the schema, by sort and name.
    private static func schema(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db,
            sql:
                """
                SELECT type || ' ' || name, tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema
                WHERE name NOT GLOB 'sqlite_*'
                """
        )
        let triples = rows.map { row in
            // Versions of SQLite differ in what they put between quotes when a table is renamed.
            (row[0] as String, (row[1] as String).filter { $0 != "\"" && !$0.isWhitespace })
        }
        return Dictionary(triples, uniquingKeysWith: { first, _ in first })
    }
}
