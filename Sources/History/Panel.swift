package import Standards

/// One consortium's observations, indicators × years: the unit of assessment. Every check is a function of a panel.
package struct Panel: Sendable, Hashable {
    package let layout: PanelLayout
    /// `layout.cellCount` cells of basis `actual`, a series after another.
    package let actual: [PackedCell]
    /// The same of basis `committed`; empty where nothing was ever committed.
    package let committed: [PackedCell]
    /// Where each cell was read: those of ``actual``, then those of ``committed``. Empty where nobody asked for them.
    package let locators: [SourceLocator]
    package let pool: TextPool

    package init(
        layout: PanelLayout, actual: [PackedCell], committed: [PackedCell], locators: [SourceLocator], pool: TextPool
    ) {
        self.layout = layout
        self.actual = actual
        self.committed = committed
        self.locators = locators
        self.pool = pool
    }

    /// A panel in which nothing was reported.
    package init(layout: PanelLayout) {
        self.init(
            layout: layout, actual: Array(repeating: .missing, count: layout.cellCount), committed: [], locators: [],
            pool: TextPool())
    }

    /// The cell of an indicator by ordinal; ``PackedCell/missing`` outside the panel's years.
    @inlinable
    package func cell(_ indicator: Int, _ year: ReportingYear, _ basis: Basis = .actual) -> PackedCell {
        guard let index = layout.index(indicator: indicator, year: year) else { return .missing }
        switch basis {
        case .actual: return actual[index]
        case .committed: return committed.isEmpty ? .missing : committed[index]
        }
    }

    package func value(_ indicator: Int, _ year: ReportingYear, _ basis: Basis = .actual) -> ObservedValue {
        cell(indicator, year, basis).value(pool: pool)
    }

    /// Where the cell was read; nil where it never was, or where the panel came without sources.
    package func locator(_ indicator: Int, _ year: ReportingYear, _ basis: Basis = .actual) -> SourceLocator? {
        guard let index = layout.index(indicator: indicator, year: year) else { return nil }
        let place = basis == .actual ? index : layout.cellCount + index
        guard locators.indices.contains(place), locators[place] != .none else { return nil }
        return locators[place]
    }
}
