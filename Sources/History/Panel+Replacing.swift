package import Standards

extension Panel {
    /// The panel with other values in some cells: what would be, had these been reported. A year outside the panel
    /// changes nothing.
    ///
    /// A plan goes with the cell that it was told in: it changes where it is what that cell holds, and where nothing
    /// that counts was planned before.
    /// - Parameter plans: the indicators, by ordinal, of which the first plan counts (``RevisionPolicy/first``): a plan for
    ///   a year of which nobody told one is one of theirs.
    package func replacing(_ values: [PanelCell: ObservedValue], plans planned: Set<Int> = []) -> Panel {
        var pool = pool
        var cells = (actual: actual, committed: committed)
        var plans = plans
        for (place, value) in values {
            guard let index = layout.index(indicator: place.indicator, year: place.year) else { continue }
            let before = cell(place.indicator, place.year, place.basis)
            let after = PackedCell(value, pool: &pool)
            switch place.basis {
            case .actual: cells.actual[index] = after
            case .committed:
                if cells.committed.isEmpty { cells.committed = Array(repeating: .missing, count: layout.cellCount) }
                cells.committed[index] = after
            }
            guard let plan = plans.firstIndex(where: { $0.index == index }) else {
                if after.isReported, planned.contains(place.indicator) {
                    let later = plans.firstIndex { $0.index > index } ?? plans.endIndex
                    plans.insert(Plan(index: index, cell: after), at: later)
                }
                continue
            }
            if !plans[plan].cell.isReported || plans[plan].cell == before {
                plans[plan] = Plan(index: index, cell: after)
            }
        }
        return Panel(
            layout: layout, actual: cells.actual, committed: cells.committed, plans: plans, locators: locators,
            pool: pool)
    }
}
