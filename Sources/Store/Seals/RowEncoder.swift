internal import Safekeeping

/// A row of a table as the bytes that are digested: the table, and every column that is not NULL by its name and value,
/// in the order of the schema. Lengths stand before what is of any length, so that no two rows are the same bytes.
///
/// Columns keep their bytes until they are set to something else: from row to row most of them stay as they are.
struct RowEncoder {
    private let digest = RepeatedSHA256()
    private let head: [UInt8]
    /// By column, its name.
    private let names: [[UInt8]]
    /// By column, its name and value; empty for NULL.
    private var parts: [[UInt8]]
    /// The integer or id that a column was set to last.
    private var integers: [Int64?]
    private var bytes: [UInt8] = []

    init(_ table: ReceivedTables.Table) {
        head = Self.measured(table.name.utf8)
        names = table.columns.map { Self.measured($0.name.utf8) }
        parts = Array(repeating: [], count: names.count)
        integers = Array(repeating: nil, count: names.count)
    }

    mutating func setNull(_ column: Int) {
        guard !parts[column].isEmpty else { return }
        parts[column].removeAll(keepingCapacity: true)
        integers[column] = nil
    }

    mutating func set(_ column: Int, integer: Int64) {
        guard integers[column] != integer else { return }
        integers[column] = integer
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
            var start = digits.count
            var rest = integer.magnitude
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if integer < 0 {
                start -= 1
                digits[start] = UInt8(ascii: "-")
            }
            let text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[start...])
            put(column, sort: UInt8(ascii: "i"), text)
        }
    }

    mutating func set(_ column: Int, optional integer: Int64?) {
        if let integer { set(column, integer: integer) } else { setNull(column) }
    }

    /// Sets what an id stands for, unless it is the id that was set last.
    mutating func set(_ column: Int, id: Int64, _ text: () throws -> [UInt8]) rethrows {
        guard integers[column] != id else { return }
        try text().withUnsafeBytes { put(column, sort: nil, $0) }
        integers[column] = id
    }

    /// - Parameter sort: tells texts from numbers and blobs.
    mutating func set(_ column: Int, sort: UInt8, _ value: UnsafeRawBufferPointer) {
        integers[column] = nil
        put(column, sort: sort, value)
    }

    mutating func set(_ column: Int, text: String?) {
        guard var text else { return setNull(column) }
        text.withUTF8 { set(column, sort: UInt8(ascii: "t"), UnsafeRawBufferPointer($0)) }
    }

    private mutating func put(_ column: Int, sort: UInt8?, _ value: UnsafeRawBufferPointer) {
        parts[column].removeAll(keepingCapacity: true)
        parts[column].append(contentsOf: names[column])
        parts[column].appendLength(value.count + (sort == nil ? 0 : 1))
        if let sort { parts[column].append(sort) }
        parts[column].append(contentsOf: value)
    }

    /// The digest of the row as it is set now.
    mutating func words() -> RepeatedSHA256.Words {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: head)
        for part in parts { bytes.append(contentsOf: part) }
        return bytes.withUnsafeBytes { digest.words(of: $0) }
    }

    /// The row as ``words()`` has digested it last.
    var encoded: [UInt8] { bytes }

    private static func measured(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendLength(text.count)
        bytes.append(contentsOf: text)
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func appendLength(_ count: Int) {
        Swift.withUnsafeBytes(of: UInt32(truncatingIfNeeded: count)) { append(contentsOf: $0) }
    }
}
