/// A rectangle of cells.
package struct CellRange: Sendable, Hashable {
    package let first: CellAddress
    package let last: CellAddress

    package init(first: CellAddress, last: CellAddress) {
        self.first = first
        self.last = last
    }

    /// The range that `text` is, `B2:D2` or a single cell; nil where it is none.
    package init?(_ text: some StringProtocol) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard corners.count <= 2, let first = corners.first.flatMap({ CellAddress($0) }),
            let last = corners.last.flatMap({ CellAddress($0) }), first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(first: first, last: last)
    }

    package func contains(_ address: CellAddress) -> Bool {
        (first.row...last.row).contains(address.row) && (first.column...last.column).contains(address.column)
    }
}
