package import Standards

/// The shape of panels: which years they cover and how many indicators a year has.
///
/// A series, one indicator over the years, is contiguous.
package struct PanelLayout: Hashable, Sendable {
    package let firstYear: ReportingYear
    package let yearCount: Int
    package let indicatorCount: Int

    package init(firstYear: ReportingYear, yearCount: Int, indicatorCount: Int) {
        self.firstYear = firstYear
        self.yearCount = yearCount
        self.indicatorCount = indicatorCount
    }

    package var lastYear: ReportingYear { firstYear.advanced(by: yearCount - 1) }
    package var years: ClosedRange<ReportingYear> { firstYear...lastYear }
    package var cellCount: Int { indicatorCount * yearCount }

    /// The place of a cell; nil for a year outside the panel.
    @inlinable
    package func index(indicator: Int, year: ReportingYear) -> Int? {
        let offset = year.value - firstYear.value
        guard offset >= 0, offset < yearCount, indicator >= 0, indicator < indicatorCount else { return nil }
        return indicator * yearCount + offset
    }
}
