internal import Standards

extension Panel {
    /// The panel with some cells as `other` holds them; the plan for a year of an indicator goes with either of its cells.
    /// Both are of the same indicators. A year that only `other` has is added.
    package func taking(_ cells: Set<PanelCell>, from other: Panel) -> Panel {
        guard !cells.isEmpty else { return self }
        let first = min(layout.firstYear, other.layout.firstYear)
        let last = max(layout.lastYear, other.layout.lastYear)
        let wide = PanelLayout(
            firstYear: first, yearCount: last.value - first.value + 1, indicatorCount: layout.indicatorCount)
        var pool = TextPool()
        var actual = Array(repeating: PackedCell.missing, count: wide.cellCount)
        var committed = actual
        var plans: [Plan] = []
        for indicator in 0..<wide.indicatorCount {
            for year in wide.years {
                guard let index = wide.index(indicator: indicator, year: year) else { continue }
                let ofOther = Basis.allCases.map { cells.contains(PanelCell(indicator, year, $0)) }
                for (basis, isOfOther) in zip(Basis.allCases, ofOther) {
                    let cell = PackedCell((isOfOther ? other : self).value(indicator, year, basis), pool: &pool)
                    switch basis {
                    case .actual: actual[index] = cell
                    case .committed: committed[index] = cell
                    }
                }
                let planned = ofOther.contains(true) ? other : self
                if let plan = planned.planCell(indicator, year) {
                    plans.append(Plan(index: index, cell: PackedCell(plan, pool: &pool)))
                }
            }
        }
        return Panel(
            layout: wide, actual: actual, committed: committed.allSatisfy { $0 == .missing } ? [] : committed,
            plans: plans, locators: [], pool: pool)
    }

    /// The cells that `other` holds otherwise; one whose plan alone differs is told by its actual cell.
    package func cells(differingFrom other: Panel) -> [PanelCell] {
        let years = min(layout.firstYear, other.layout.firstYear)...max(layout.lastYear, other.layout.lastYear)
        var cells: [PanelCell] = []
        for indicator in 0..<layout.indicatorCount {
            for year in years {
                let differing = Basis.allCases.filter {
                    value(indicator, year, $0) != other.value(indicator, year, $0)
                }
                cells += differing.map { PanelCell(indicator, year, $0) }
                if differing.isEmpty, planCell(indicator, year) != other.planCell(indicator, year) {
                    cells.append(PanelCell(indicator, year))
                }
            }
        }
        return cells
    }

    /// The plan of an indicator for a year; nil where none is kept.
    private func planCell(_ indicator: Int, _ year: ReportingYear) -> ObservedValue? {
        layout.index(indicator: indicator, year: year).flatMap { index in
            plans.first { $0.index == index }.map { $0.cell.value(pool: pool) }
        }
    }
}
