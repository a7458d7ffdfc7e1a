internal import GRDB

/// What runs once a file or oftener is prepared once a connection: to prepare a statement takes longer than to run it.
extension Database {
    func run(sql: String, arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func one<Value: DatabaseValueConvertible>(
        _ type: Value.Type, sql: String, arguments: StatementArguments
    ) throws -> Value? {
        try Value.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(sql: String, arguments: StatementArguments, adapter: (any RowAdapter)? = nil) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments, adapter: adapter)
    }
}
