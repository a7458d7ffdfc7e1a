/// A rectangle of cells.
package struct CellRange: Sendable, Hashable {
    package let first: CellAddress
    package let last: CellAddress

    package init(first: CellAddress, last: CellAddress) {
        self.first = first
        self.last = last
    }

    /// The range that `text` is: `B2:D2`, a single cell, whole columns `A:C` or whole rows `1:2`, `$` signs allowed and
    /// the corners in either order; nil where it is none.
    package init?(_ text: some StringProtocol) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard corners.count <= 2, let start = corners.first, let end = corners.last else { return nil }
        if let first = CellAddress(start), let last = CellAddress(end) {
            self.init(between: first, last)
        } else if corners.count == 2, corners.allSatisfy({ !$0.contains(where: \.isNumber) }),
            let first = CellAddress(start + "1"), let last = CellAddress(end + "1")
        {
            self.init(between: first, CellAddress(row: CellAddress.last.row, column: last.column))
        } else if corners.count == 2, corners.allSatisfy({ !$0.contains(where: \.isLetter) }),
            let first = CellAddress("A" + start), let last = CellAddress("A" + end)
        {
            self.init(
                between: CellAddress(row: min(first.row, last.row), column: 1),
                CellAddress(row: max(first.row, last.row), column: CellAddress.last.column))
        } else {
            return nil
        }
    }

    private init(between first: CellAddress, _ last: CellAddress) {
        self.init(
            first: CellAddress(row: min(first.row, last.row), column: min(first.column, last.column)),
            last: CellAddress(row: max(first.row, last.row), column: max(first.column, last.column)))
    }

    package func contains(_ address: CellAddress) -> Bool {
        (first.row...last.row).contains(address.row) && (first.column...last.column).contains(address.column)
    }
}

extension CellRange: CustomStringConvertible {
    /// The range as programs write it: `C2:D2`, `A:A`, `1:2`.
    package var description: String {
        if first.row == 1, last.row == CellAddress.last.row {
            return CellAddress.letters(of: first.column) + ":" + CellAddress.letters(of: last.column)
        }
        if first.column == 1, last.column == CellAddress.last.column { return "\(first.row):\(last.row)" }
        return first == last ? first.description : "\(first):\(last)"
    }
}
