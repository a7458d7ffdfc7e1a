internal import GRDB
package import Safekeeping
package import Standards

/// A head of the log that came back on the cover of a workbook.
package struct ReturnedHead: Sendable, Hashable {
    package let head: PrintedHead
    package let source: CellSource

    /// Nil where the text is no head.
    package init?(_ text: String, at source: CellSource) {
        guard let head = PrintedHead(text) else { return nil }
        self.head = head
        self.source = source
    }
}

extension SubmissionWriter {
    mutating func write(returnedHeads: [ReturnedHead]) throws {
        for returned in returnedHeads {
            try db.run(
                sql: """
                    INSERT INTO returned_head (submission, part, row, column, head, is_known)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, try parts.id(ofSheet: returned.source.sheet), returned.source.row,
                    returned.source.column, returned.head.text, try Store.hasGivenOut(returned.head, db),
                ])
        }
    }
}
