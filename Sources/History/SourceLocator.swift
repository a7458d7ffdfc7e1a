package import Standards

/// Where a cell of a panel was read, in eight bytes: the part (one sheet of one submitted file), row and column.
package struct SourceLocator: Hashable, Sendable {
    package let bits: UInt64

    package init(bits: UInt64) {
        self.bits = bits
    }

    /// `part` below 2^24, `row` below 2^26, `column` below 2^14; anything larger is held at its limit.
    package init(part: Int, row: Int, column: Int) {
        let part = UInt64(clamping: min(part, 1 << 24 - 1))
        let row = UInt64(clamping: min(row, 1 << 26 - 1))
        let column = UInt64(clamping: min(column, 1 << 14 - 1))
        bits = part << 40 | row << 14 | column
    }

    /// The cell was never reported.
    package static let none = SourceLocator(bits: 0)

    package var part: Int { Int(bits >> 40) }
    package var row: Int { Int(bits >> 14 & (1 << 26 - 1)) }
    package var column: Int { Int(bits & (1 << 14 - 1)) }
}

extension SourcePart {
    package func source(at locator: SourceLocator) -> CellSource {
        CellSource(part: self, row: locator.row, column: locator.column)
    }
}
