package import Standards

extension Panel {
    /// The panel with another value in one actual cell, and of a plan in its place: what would have been, had that been
    /// reported. A year outside the
    /// panel changes nothing.
    package func replacing(_ indicator: Int, _ year: ReportingYear, with value: ObservedValue) -> Panel {
        guard let index = layout.index(indicator: indicator, year: year) else { return self }
        var pool = pool
        var cells = actual
        cells[index] = PackedCell(value, pool: &pool)
        let plans = plans.map { $0.index == index ? Plan(index: index, cell: cells[index]) : $0 }
        return Panel(
            layout: layout, actual: cells, committed: committed, plans: plans, locators: locators, pool: pool)
    }
}
