/// How a cell looks and whether it may be changed.
package struct CellFormat: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable {
        case left, center, right
    }

    package var isBold = false
    /// In points.
    package var fontSize = 10
    /// 0xRRGGBB; nil for the program's own.
    package var fontColour: UInt32?
    package var fill: UInt32?
    package var hasBorder = false
    package var wraps = false
    package var alignment = Alignment.left
    /// Whether the text starts at the top of the cell rather than in its middle.
    package var isAtTop = false
    /// Whether the cell cannot be changed while its sheet is protected.
    package var isLocked = true
    /// `#,##0.00`, `yyyy-mm-dd`; nil for the general one, in which 30% typed is a percentage.
    package var numberFormat: String?

    package init() {}

    /// The format with changes.
    package func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
        var format = self
        change(&format)
        return format
    }
}
