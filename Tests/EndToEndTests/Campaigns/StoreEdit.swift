import Foundation
import GRDB
import TestSupport

@testable import Store

/// An edit of something that people sent, or of what is made of it, by SQL.
struct StoreEdit {
    let sql: String
    private let table: String

    /// Tables of past runs, verdicts and deliveries: what they say is the business of the log.
    private static let ofRuns: Set<String> = [
        "run", "run_stage", "verdict", "check_result", "alert", "notification_log",
    ]

    /// - Parameter withRuns: whether what runs found and told is edited, too.
    init(_ db: Database, _ numbers: inout SeededNumbers, withRuns: Bool = false) throws {
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name"
        ).filter { name in
            guard withRuns || !Self.ofRuns.contains(name) else { return false }
            return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \"\(name)\")") == true
        }
        let table = tables.randomElement(using: &numbers) ?? ""
        let columns = try Row.fetchAll(db, sql: "SELECT name, pk FROM pragma_table_info(?)", arguments: [table])
        let names = columns.map { "\"\($0["name"] as String)\"" }
        let keys = columns.filter { $0["pk"] as Int > 0 }.map { "\"\($0["name"] as String)\"" }
        let key = (keys.isEmpty ? names : keys).joined(separator: ", ")
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(table)\"") ?? 1
        func row(_ numbers: inout SeededNumbers) -> String {
            "SELECT \(key) FROM \"\(table)\" ORDER BY \(key) LIMIT 1 OFFSET \(Int.random(in: 0..<count, using: &numbers))"
        }
        let one = "WHERE (\(key)) = (\(row(&numbers)))"
        let column = names.randomElement(using: &numbers) ?? ""
        let others = [
            "\(column) + 1", "-\(column)", "NULL", "''", "0", "\(column) || 'x'", "upper(\(column))", "\(column) * 10",
            "(SELECT \(column) FROM \"\(table)\" ORDER BY \(key) LIMIT 1 OFFSET \(Int.random(in: 0..<count, using: &numbers)))",
        ]
        let value = others.randomElement(using: &numbers) ?? ""
        self.table = table
        switch Int.random(in: 0..<10, using: &numbers) {
        case 0: sql = "DELETE FROM \"\(table)\" \(one)"
        case 1:
            // The same row once more, under another key.
            let copied = names.map { name in
                name == (keys.last ?? names.last) ? "(SELECT max(\(name)) FROM \"\(table)\") + 1" : name
            }
            sql = "INSERT INTO \"\(table)\" SELECT \(copied.joined(separator: ", ")) FROM \"\(table)\" \(one)"
        case 2: sql = "UPDATE \"\(table)\" SET \(column) = \(value)"
        default: sql = "UPDATE \"\(table)\" SET \(column) = \(value) \(one)"
        }
    }

    /// Makes the edit; false where the schema does not let it in, or nothing is changed by it.
    func changes(_ db: Database) throws -> Bool {
        let before = try contents(db)
        do {
            try db.execute(sql: sql)
        } catch let error as DatabaseError where error.resultCode != .SQLITE_ERROR {
            return false
        }
        return try contents(db) != before
    }

    private func contents(_ db: Database) throws -> [Row] { try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"") }
}
