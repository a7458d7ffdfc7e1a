/// A table of rows that are read one after the other, whatever the format of its file.
package protocol Sheet {
    /// Nil for a format whose tables have no names.
    var name: String? { get }

    /// Shows the first `limit` rows to `body`, in order. A row may be kept; it is worth its bytes, though.
    /// - Throws: what `body` throws; what is wrong with the file. Rows before the fault have been shown by then.
    func forEachRow(limit: Int, _ body: (borrowing Row) throws -> Void) throws
}

extension Sheet {
    package func forEachRow(_ body: (borrowing Row) throws -> Void) throws {
        try forEachRow(limit: .max, body)
    }
}

/// How large a sheet and its parts may be. Beyond, a file is refused rather than read in part.
package struct SheetLimits: Sendable {
    /// Bytes of UTF-8 in a cell. A program's cell holds 32,767 characters.
    package var cellLength: Int
    package var columns: Int
    package var rows: Int

    package init(cellLength: Int = 131_072, columns: Int = 1_024, rows: Int = 50_000_000) {
        self.cellLength = cellLength
        self.columns = columns
        self.rows = rows
    }
}
