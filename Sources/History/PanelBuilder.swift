package import FEEL
package import Standards

/// Makes a panel of observations in the order they were received.
///
/// The last value of a cell counts. A blank replaces nothing, for a form that leaves a figure out does not deny it;
/// 撤回 takes the figure back. Of a plan (``RevisionPolicy/first``) the first value reported on either basis is
/// kept beside the figures: see ``PlanCell``.
package struct PanelBuilder {
    private let layout: PanelLayout
    private let indicators: [Indicator]
    private let acceptedPlanYears: Set<ReportingYear>
    private var actual: [FigureCell<CellContent>]
    private var committed: [FigureCell<CellContent>] = []
    private var plans: [Int: PlanCell<CellContent>] = [:]
    private var pool = TextPool()

    /// - Parameter acceptedPlanYears: the years in which the last plan reported counts, whenever it was reported.
    package init(layout: PanelLayout, indicators: [Indicator], acceptedPlanYears: Set<ReportingYear> = []) {
        self.layout = layout
        self.indicators = indicators
        self.acceptedPlanYears = acceptedPlanYears
        actual = Array(repeating: FigureCell(), count: layout.cellCount)
    }

    /// Takes the next value of a cell; of a plan, the next on either basis. Years outside the layout are left out.
    package mutating func observe(
        indicator: Int, year: ReportingYear, basis: Basis, value: ObservedValue, locator: SourceLocator,
        voice: Voice = .own
    ) {
        guard let index = layout.index(indicator: indicator, year: year) else { return }
        let content = CellContent(cell: PackedCell(value, pool: &pool), locator: locator)
        if indicators[indicator].revisionPolicy == .first {
            plans[index, default: PlanCell()].observe(content, of: value, basis, voice)
        }
        switch basis {
        case .actual: actual[index].observe(content, of: value, voice)
        case .committed:
            if committed.isEmpty { committed = Array(repeating: FigureCell(), count: layout.cellCount) }
            committed[index].observe(content, of: value, voice)
        }
    }

    /// Takes that the plan of `indicator` for `year` was accepted as it stood last, or as `amount`.
    package mutating func acceptPlan(
        indicator: Int, year: ReportingYear, amount: Decimal128?, locator: SourceLocator
    ) {
        guard let index = layout.index(indicator: indicator, year: year) else { return }
        let content = amount.map { CellContent(cell: PackedCell(.number($0), pool: &pool), locator: locator) }
        plans[index, default: PlanCell()].accept(content)
    }

    package func build() -> Panel {
        let actual = actual.map { $0.standing ?? CellContent() }
        let plans = plans.sorted { $0.key < $1.key }.compactMap { index, plan in
            let year = layout.firstYear.advanced(by: index % layout.yearCount)
            return plan.standing(lastCounts: acceptedPlanYears.contains(year)).map { (index: index, content: $0) }
        }
        let committed = committed.map { $0.standing ?? CellContent() }
        return Panel(
            layout: layout, actual: actual.map(\.cell), committed: committed.map(\.cell),
            plans: plans.map { Panel.Plan(index: $0.index, cell: $0.content.cell) },
            locators: actual.map(\.locator) + committed.map(\.locator) + plans.map(\.content.locator), pool: pool
        ).compacted
    }
}
