internal import GRDB
internal import GRDBSQLite
internal import Safekeeping

/// Adds up digests of rows: the sum is of the rows and not of their order, so it can be made as they are written.
///
/// A row is its table and every column that is not NULL, by name and value; what an id stands for takes its place. So
/// a column that a later version adds changes no digest as long as it is NULL.
final class RowDigests {
    /// The sum of SHA-256 digests, four numbers modulo 2^64 each.
    struct Sum: Equatable {
        private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        mutating func add(_ digest: [UInt8]) {
            func word(_ index: Int) -> UInt64 {
                digest[(index * 8)..<(index * 8 + 8)].reduce(0) { $0 << 8 | UInt64($1) }
            }
            words.0 &+= word(0)
            words.1 &+= word(1)
            words.2 &+= word(2)
            words.3 &+= word(3)
        }

        /// Adds a sum that is written as ``text``; false where it is none.
        mutating func add(text: String) -> Bool {
            let digits = Array(text)
            let parts = stride(from: 0, to: digits.count, by: 16).compactMap { start in
                UInt64(String(digits[start..<min(start + 16, digits.count)]), radix: 16)
            }
            guard digits.count == 64, parts.count == 4 else { return false }
            words.0 &+= parts[0]
            words.1 &+= parts[1]
            words.2 &+= parts[2]
            words.3 &+= parts[3]
            return true
        }

        static func == (left: Sum, right: Sum) -> Bool { left.words == right.words }

        /// 64 hexadecimal digits.
        var text: String {
            [words.0, words.1, words.2, words.3].map { word in
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
        }
    }

    private let db: Database
    private var lookups: [ReceivedTables.Dimension: Lookup] = [:]
    private var bytes: [UInt8] = []

    /// What the ids of a table stand for, as far as it was asked for.
    private final class Lookup {
        let statement: RawStatement
        var texts: [Int64: [UInt8]] = [:]

        init(_ statement: RawStatement) {
            self.statement = statement
        }
    }

    init(_ db: Database) {
        self.db = db
    }

    /// The digest of the row that `statement` stands on, whose columns are those of `table` in their order.
    /// - Parameter leavingOut: columns that do not count.
    func digest(
        _ statement: RawStatement, of table: ReceivedTables.Table, leavingOut: Set<String> = []
    ) throws -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        append(table.name.utf8)
        for (index, column) in table.columns.enumerated() {
            guard !leavingOut.contains(column.name), !statement.isNull(Int32(index)) else { continue }
            append(column.name.utf8)
            if let dimension = column.dimension {
                append(try text(statement.integer(Int32(index)), of: dimension))
            } else {
                append(statement.rawValue(Int32(index)))
            }
        }
        return bytes.withUnsafeBytes { SHA256.bytes(of: $0) }
    }

    /// Lengths stand before what is of any length, so that no two rows are the same bytes.
    private func append(_ part: some Collection<UInt8>) {
        var count = UInt32(truncatingIfNeeded: part.count)
        withUnsafeBytes(of: &count) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: part)
    }

    private func text(_ id: Int64, of dimension: ReceivedTables.Dimension) throws -> [UInt8] {
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

extension RawStatement {
    /// A value with its type, in bytes of no more than one meaning.
    fileprivate func rawValue(_ column: Int32) -> [UInt8] {
        switch type(column) {
        case SQLITE_INTEGER: Array("i\(integer(column))".utf8)
        case SQLITE_FLOAT: Array("f\(double(column).bitPattern)".utf8)
        case SQLITE_BLOB: [UInt8(ascii: "b")] + Array(blob(column))
        default: [UInt8(ascii: "t")] + Array(textBytes(column))
        }
    }
}
