package import Standards

/// A cell of a panel by what it is about.
package struct PanelCell: Hashable, Sendable, Comparable {
    /// Ordinal of the indicator.
    package let indicator: Int
    package let year: ReportingYear
    package let basis: Basis

    package init(_ indicator: Int, _ year: ReportingYear, _ basis: Basis = .actual) {
        self.indicator = indicator
        self.year = year
        self.basis = basis
    }

    /// By indicator, then by year, the actual figure first.
    package static func < (left: PanelCell, right: PanelCell) -> Bool {
        (left.indicator, left.year, left.basis.rawValue) < (right.indicator, right.year, right.basis.rawValue)
    }
}
