package import Standards

/// One consortium's observations, indicators × years: the unit of assessment. Every check is a function of a panel.
package struct Panel: Sendable, Hashable {
    package let layout: PanelLayout
    /// `layout.cellCount` cells of basis `actual`, a series after another.
    package let actual: [PackedCell]
    /// The same of basis `committed`; empty where nothing was ever committed.
    package let committed: [PackedCell]
    /// The plans that count (``PlanCell``), in the order of their places: of the indicators that keep their first
    /// value, which ``actual`` holds as it was last told.
    package let plans: [Plan]
    /// Where each cell was read: those of ``actual``, of ``committed``, of ``plans``. Empty where nobody asked for them.
    package let locators: [SourceLocator]
    package let pool: TextPool

    /// A plan by the place of its cell in a panel's layout.
    package struct Plan: Sendable, Hashable {
        package let index: Int
        package let cell: PackedCell

        package init(index: Int, cell: PackedCell) {
            self.index = index
            self.cell = cell
        }
    }

    package init(
        layout: PanelLayout, actual: [PackedCell], committed: [PackedCell], plans: [Plan] = [],
        locators: [SourceLocator], pool: TextPool
    ) {
        self.layout = layout
        self.actual = actual
        self.committed = committed
        self.plans = plans
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

    /// The plan of an indicator for a year that counts.
    package func plan(_ indicator: Int, _ year: ReportingYear) -> ObservedValue {
        planPlace(indicator, year).map { plans[$0].cell.value(pool: pool) } ?? .missing
    }

    /// Where the plan was read; nil where there is none, or where the panel came without sources.
    package func planLocator(_ indicator: Int, _ year: ReportingYear) -> SourceLocator? {
        planPlace(indicator, year).flatMap { locator(at: actual.count + committed.count + $0) }
    }

    private func planPlace(_ indicator: Int, _ year: ReportingYear) -> Int? {
        layout.index(indicator: indicator, year: year).flatMap { index in plans.firstIndex { $0.index == index } }
    }

    package func value(_ indicator: Int, _ year: ReportingYear, _ basis: Basis = .actual) -> ObservedValue {
        cell(indicator, year, basis).value(pool: pool)
    }

    /// Where the cell was read; nil where it never was, or where the panel came without sources.
    package func locator(_ indicator: Int, _ year: ReportingYear, _ basis: Basis = .actual) -> SourceLocator? {
        guard let index = layout.index(indicator: indicator, year: year) else { return nil }
        return locator(at: basis == .actual ? index : layout.cellCount + index)
    }

    private func locator(at place: Int) -> SourceLocator? {
        guard locators.indices.contains(place), locators[place] != .none else { return nil }
        return locators[place]
    }
}
