internal import GRDB
internal import GRDBSQLite
internal import Standards

/// A statement driven through SQLite's own interface, for the loops that run once an observation: GRDB's `execute`
/// reaches less than half of the rate.
///
/// It is prepared once a connection, so no two of one text may be in use at the same time.
final class RawStatement {
    /// Owns the handle, which lives as long as it does.
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        reset()
    }

    deinit {
        // A loop that was left early must not keep the next one waiting.
        reset()
    }

    private func reset() {
        withHandle { handle in
            sqlite3_reset(handle)
            _ = sqlite3_clear_bindings(handle)
        }
    }

    @inline(__always)
    private func withHandle<Value>(_ body: (OpaquePointer) -> Value) -> Value {
        withExtendedLifetime(self) { body(handle) }
    }

    func bind(_ value: Int64?, at index: Int32) {
        withHandle { handle in
            _ = value.map { sqlite3_bind_int64(handle, index, $0) } ?? sqlite3_bind_null(handle, index)
        }
    }

    func bind(_ text: String?, at index: Int32) {
        withHandle { handle in
            guard var text else {
                sqlite3_bind_null(handle, index)
                return
            }
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    _ = sqlite3_bind_text(handle, index, characters.baseAddress, Int32(bytes.count), Self.copied)
                }
            }
        }
    }

    func bind(blob: [UInt8], at index: Int32) {
        withHandle { handle in
            _ = blob.withUnsafeBytes {
                sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), Self.copied)
            }
        }
    }

    /// Binds a value to the columns content, coefficient, exponent and text, from `index` on.
    func bind(_ value: ObservedValue, from index: Int32) {
        let columns = ObservationColumns(value)
        bind(columns.content, at: index)
        bind(columns.coefficient, at: index + 1)
        bind(columns.exponent, at: index + 2)
        bind(columns.text, at: index + 3)
    }

    /// Runs an insertion and makes the statement ready for the next.
    func insert() throws {
        _ = try step()
    }

    /// Moves to the next row; false after the last, and the statement is ready to run again.
    func step() throws -> Bool {
        let code = withHandle { handle in
            let code = sqlite3_step(handle)
            if code != SQLITE_ROW { sqlite3_reset(handle) }
            return code
        }
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(code)
        }
    }

    /// The value of the one row there may be; nil where there is none.
    func only<Value>(_ read: (RawStatement) -> Value) throws -> Value? {
        var value: Value?
        while try step() { value = read(self) }
        return value
    }

    func integer(_ column: Int32) -> Int64 {
        withHandle { sqlite3_column_int64($0, column) }
    }

    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    func text(_ column: Int32) -> String {
        withHandle { handle in
            let bytes = sqlite3_column_text(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }
    }

    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// The bytes of a blob, valid until the next step.
    func blob(_ column: Int32) -> UnsafeRawBufferPointer {
        withHandle { handle in
            let bytes = sqlite3_column_blob(handle, column)
            return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
        }
    }

    /// The value in the columns content, coefficient, exponent and text, from `column` on.
    func value(from column: Int32) -> ObservedValue {
        ObservationColumns(
            content: integer(column), coefficient: optionalInteger(column + 1),
            exponent: optionalInteger(column + 2), text: optionalText(column + 3)
        ).value
    }

    func isNull(_ column: Int32) -> Bool { type(column) == SQLITE_NULL }

    /// One of SQLite's five types.
    func type(_ column: Int32) -> Int32 {
        withHandle { sqlite3_column_type($0, column) }
    }

    func double(_ column: Int32) -> Double {
        withHandle { sqlite3_column_double($0, column) }
    }

    /// The bytes of a text, valid until the next step.
    func textBytes(_ column: Int32) -> UnsafeRawBufferPointer {
        withHandle { handle in
            let bytes = sqlite3_column_text(handle, column)
            return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = withHandle { String(cString: sqlite3_errmsg(sqlite3_db_handle($0))) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    /// `SQLITE_TRANSIENT`: SQLite copies the text before the call returns.
    private static let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
}
