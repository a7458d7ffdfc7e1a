/// Where a cell stands in its sheet.
package struct CellAddress: Sendable, Hashable, Comparable {
    /// The row of the sheet, or the line of the file on which the row starts; from 1.
    package let row: Int
    /// From 1.
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    package static func < (left: CellAddress, right: CellAddress) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}
