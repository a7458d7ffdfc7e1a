package import Standards

/// Makes a panel of observations in the order they were received.
///
/// The last value of a cell counts, a later blank too, for a blank in a correction withdraws the figure. Of a plan
/// (``RevisionPolicy/first``) the first value reported counts, or the last where a determination accepted the change;
/// a later blank withdraws no plan.
package struct PanelBuilder {
    private let layout: PanelLayout
    private let indicators: [Indicator]
    private let acceptedPlanYears: Set<ReportingYear>
    private var actual: [PackedCell]
    private var committed: [PackedCell] = []
    private var actualLocators: [SourceLocator]
    private var committedLocators: [SourceLocator] = []
    private var pool = TextPool()

    package init(layout: PanelLayout, indicators: [Indicator], acceptedPlanYears: Set<ReportingYear> = []) {
        self.layout = layout
        self.indicators = indicators
        self.acceptedPlanYears = acceptedPlanYears
        actual = Array(repeating: .missing, count: layout.cellCount)
        actualLocators = Array(repeating: .none, count: layout.cellCount)
    }

    /// Takes the next value of a cell. Years outside the layout are left out.
    package mutating func observe(
        indicator: Int, year: ReportingYear, basis: Basis, value: ObservedValue, locator: SourceLocator
    ) {
        guard let index = layout.index(indicator: indicator, year: year) else { return }
        switch basis {
        case .actual:
            if stands(actual[index], indicator, year, against: value) { return }
            actual[index] = PackedCell(value, pool: &pool)
            actualLocators[index] = locator
        case .committed:
            if committed.isEmpty {
                committed = Array(repeating: .missing, count: layout.cellCount)
                committedLocators = Array(repeating: .none, count: layout.cellCount)
            }
            committed[index] = PackedCell(value, pool: &pool)
            committedLocators[index] = locator
        }
    }

    package func build() -> Panel {
        Panel(
            layout: layout, actual: actual, committed: committed, locators: actualLocators + committedLocators,
            pool: pool)
    }

    /// Whether a plan in `cell` outlasts a later `value`.
    private func stands(
        _ cell: PackedCell, _ indicator: Int, _ year: ReportingYear, against value: ObservedValue
    ) -> Bool {
        indicators[indicator].revisionPolicy == .first && cell.isReported
            && (value.status != .reported || !acceptedPlanYears.contains(year))
    }
}
