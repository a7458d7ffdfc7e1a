/// One figure as a file gave it, in 48 bytes: its texts are places in the lists of ``FigureRows``, so that files of
/// millions of figures can be held, checked and written without a string for each.
package struct FigureRow: Sendable {
    package var value: ObservedValue
    package let basis: Basis
    package let year: Int16
    /// Place of its consortium.
    package let consortium: UInt32
    /// Place of its indicator.
    package let indicator: UInt16
    /// From 1.
    package let column: UInt16
    /// The row of the sheet, or the line of the file; from 1.
    package let line: UInt32
    /// Places in the notes plus one; 0 for none.
    package var evidence: UInt32
    package var reason: UInt32
    /// Place of the sheet that it stands in.
    package let sheet: UInt16
    /// Whether people do not see the cell: its sheet, row or column is hidden.
    package var isHidden: Bool
    package let period: Period
    package var explanation: UInt32

    package init(
        value: ObservedValue, basis: Basis, year: Int16, consortium: UInt32, indicator: UInt16, column: UInt16,
        line: UInt32, evidence: UInt32, reason: UInt32, sheet: UInt16, isHidden: Bool = false,
        explanation: UInt32 = 0, period: Period = .year
    ) {
        self.value = value
        self.basis = basis
        self.year = year
        self.consortium = consortium
        self.indicator = indicator
        self.column = column
        self.line = line
        self.evidence = evidence
        self.reason = reason
        self.sheet = sheet
        self.isHidden = isHidden
        self.period = period
        self.explanation = explanation
    }

    /// What the row is about, as one number that orders by consortium, indicator, year and basis.
    package var key: UInt64 { Self.key(consortium, indicator, year, basis) }

    package static func key(_ consortium: UInt32, _ indicator: UInt16, _ year: Int16, _ basis: Basis) -> UInt64 {
        UInt64(consortium) << 32 | UInt64(indicator) << 16 | UInt64(year) << 1 | (basis == .actual ? 0 : 1)
    }
}
