internal import GRDB
internal import GRDBSQLite
internal import Safekeeping

/// Adds up digests of rows: the sum is of the rows and not of their order, so it can be made as they are written.
///
/// A row is its table and every column that is not NULL, by name and value (``RowEncoder``); what an id stands for takes
/// its place. So a column that a later version adds changes no digest as long as it is NULL.
final class RowDigests {
    /// The sum of SHA-256 digests, four numbers modulo 2^64 each.
    struct Sum: Hashable {
        private var words = SIMD4<UInt64>()

        mutating func add(_ digest: RepeatedSHA256.Words) {
            words &+= SIMD4(digest.0, digest.1, digest.2, digest.3)
        }

        mutating func add(_ other: Sum) { words &+= other.words }

        /// Adds a sum that is written as ``text``; false where it is none.
        mutating func add(text: String) -> Bool {
            let digits = Array(text)
            let parts = stride(from: 0, to: digits.count, by: 16).compactMap { start in
                UInt64(String(digits[start..<min(start + 16, digits.count)]), radix: 16)
            }
            guard digits.count == 64, parts.count == 4 else { return false }
            for (place, part) in parts.enumerated() { words[place] &+= part }
            return true
        }

        /// 64 hexadecimal digits.
        var text: String {
            (0..<4).map { place in
                let word = words[place]
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
        }
    }

    private let db: Database
    private let leavingOut: Set<String>
    private var lookups: [ReceivedTables.Dimension: Lookup] = [:]
    private var tables: [String: Encoding] = [:]

    /// What the ids of a table stand for, as far as it was asked for.
    private final class Lookup {
        let statement: RawStatement
        var texts: [Int64: [UInt8]] = [:]

        init(_ statement: RawStatement) {
            self.statement = statement
        }
    }

    private final class Encoding {
        var encoder: RowEncoder
        /// The places of the columns that count, and what their ids stand for.
        let columns: [(place: Int, dimension: ReceivedTables.Dimension?)]

        init(_ table: ReceivedTables.Table, leavingOut: Set<String>) {
            encoder = RowEncoder(table)
            columns = table.columns.enumerated().filter { !leavingOut.contains($1.name) }.map { ($0, $1.dimension) }
        }
    }

    /// - Parameter leavingOut: columns that do not count.
    init(_ db: Database, leavingOut: Set<String> = []) {
        self.db = db
        self.leavingOut = leavingOut
    }

    /// The digest of the row that `statement` stands on, whose columns are those of `table` in their order.
    func digest(_ statement: RawStatement, of table: ReceivedTables.Table) throws -> RepeatedSHA256.Words {
        let encoding = tables[table.name] ?? Encoding(table, leavingOut: leavingOut)
        tables[table.name] = encoding
        for (place, dimension) in encoding.columns {
            let column = Int32(place)
            switch statement.type(column) {
            case SQLITE_NULL: encoding.encoder.setNull(place)
            case SQLITE_INTEGER:
                let integer = statement.integer(column)
                if let dimension {
                    try encoding.encoder.set(place, id: integer) { try text(integer, of: dimension) }
                } else {
                    encoding.encoder.set(place, integer: integer)
                }
            case SQLITE_FLOAT:
                let bits = Array("\(statement.double(column).bitPattern)".utf8)
                bits.withUnsafeBytes { encoding.encoder.set(place, sort: UInt8(ascii: "f"), $0) }
            case SQLITE_BLOB: encoding.encoder.set(place, sort: UInt8(ascii: "b"), statement.blob(column))
            default: encoding.encoder.set(place, sort: UInt8(ascii: "t"), statement.textBytes(column))
            }
        }
        return encoding.encoder.words()
    }

    /// The bytes that ``digest(_:of:)`` digests.
    func encoded(_ statement: RawStatement, of table: ReceivedTables.Table) throws -> [UInt8] {
        _ = try digest(statement, of: table)
        return tables[table.name]?.encoder.encoded ?? []
    }

    /// What an id stands for, in bytes.
    func text(_ id: Int64, of dimension: ReceivedTables.Dimension) throws -> [UInt8] {
        let lookup = try lookups[dimension] ?? Lookup(RawStatement(db, dimension.query))
        lookups[dimension] = lookup
        if let known = lookup.texts[id] { return known }
        lookup.statement.bind(id, at: 1)
        let text = try lookup.statement.only { Array($0.text(0).utf8) } ?? Array("?\(id)".utf8)
        // Parts are asked for once; there is one for each sheet that was ever received.
        if lookup.texts.count > 50_000 { lookup.texts.removeAll() }
        lookup.texts[id] = text
        return text
    }
}
