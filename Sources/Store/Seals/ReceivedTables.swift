internal import GRDB

/// The tables that hold what people sent, as the schema tells: the ledger itself, and every table whose rows belong to
/// a line of it. A table or column that is added later is among them without being named anywhere.
struct ReceivedTables: Sendable {
    struct Table: Sendable {
        let name: String
        /// In the order of the schema.
        let columns: [Column]
        /// Where the column stands that says which line of the ledger a row belongs to.
        let submission: Int

        /// Every row, or those of the submission `?1`.
        func selection(ofOne: Bool) -> String {
            let list = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
            let condition = ofOne ? " WHERE \"\(columns[submission].name)\" = ?1" : ""
            return "SELECT \(list) FROM \"\(name)\"\(condition)"
        }
    }

    struct Column: Sendable {
        let name: String
        /// The table of codes or parts that the column points into; nil for what speaks for itself.
        let dimension: Dimension?
    }

    /// Tables whose integers mean nothing of their own.
    enum Dimension: String, Sendable, CaseIterable {
        case consortium, indicator
        case part = "source_part"
        case evidence = "evidence_file"

        /// The text that an id stands for.
        var query: String {
            switch self {
            case .consortium: "SELECT code FROM consortium WHERE id = ?"
            case .indicator: "SELECT edition || char(31) || code FROM indicator WHERE id = ?"
            case .evidence:
                """
                SELECT sha256 || char(31) || name || char(31) || size || char(31) || recorded_at
                FROM evidence_file WHERE id = ?
                """
            case .part: "SELECT ifnull(sheet, char(30)) FROM source_part WHERE id = ?"
            }
        }
    }

    let all: [Table]

    /// Derived from the rest, or about it.
    private static let others: Set<String> = ["reading"]
    private static let ledger = "submission"

    init(_ db: Database) throws {
        let names = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name
                """)
        all = try names.filter { !Self.others.contains($0) }.compactMap { name in
            let keys = try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\"\(name)\")")
            let targets = Dictionary(
                keys.map { ($0["from"] as String, $0["table"] as String) }, uniquingKeysWith: { first, _ in first })
            let columns = try String.fetchAll(
                db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [name]
            ).map { Column(name: $0, dimension: targets[$0].flatMap(Dimension.init)) }
            let owner =
                name == Self.ledger
                ? columns.firstIndex { $0.name == "id" }
                : columns.firstIndex { $0.name == Self.ledger && targets[$0.name] == Self.ledger }
            return owner.map { Table(name: name, columns: columns, submission: $0) }
        }
    }

    func callAsFunction(_ name: String) -> Table? { all.first { $0.name == name } }
}
