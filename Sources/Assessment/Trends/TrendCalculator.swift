package import Standards

/// Computes the trends of panels: every numeric indicator from the base year to the assessed one.
package struct TrendCalculator: Sendable {
    private struct Column: Sendable {
        let ordinal: Int
        let isPercent: Bool
    }

    private let columns: [Column]
    private let baseYear: ReportingYear
    private let year: ReportingYear

    package init(standard: Standard, year: ReportingYear) {
        columns = standard.indicators.filter(\.kind.isNumeric).map {
            Column(ordinal: $0.ordinal, isPercent: $0.kind == .percent)
        }
        baseYear = standard.baseYear
        self.year = year
    }

    /// How many trends a panel has, one a numeric indicator.
    package var trendsPerPanel: Int { columns.count }

    /// The trends of one panel in the order of the standard, without percentiles; those need the peers
    /// (``PercentileRank``). Indicators never reported have a trend of n = 0.
    package func trends(of panel: Panel) -> [Trend] {
        Array(unsafeUninitializedCapacity: columns.count) { buffer, count in
            compute(panel, into: buffer)
            count = columns.count
        }
    }

    private func compute(_ panel: Panel, into results: UnsafeMutableBufferPointer<Trend>) {
        let span = max(0, year.value - baseYear.value + 1)
        let layout = panel.layout
        let shift = baseYear.value - layout.firstYear.value
        withUnsafeTemporaryAllocation(of: Double.self, capacity: span) { values in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: span) { times in
                withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, span * (span - 1) / 2)) { slopes in
                    panel.actual.withUnsafeBufferPointer { cells in
                        for (place, column) in columns.enumerated() {
                            var count = 0
                            var latest = Double.nan
                            var before = Double.nan
                            if column.ordinal < layout.indicatorCount {
                                let row = column.ordinal * layout.yearCount
                                for time in max(0, -shift)..<max(max(0, -shift), min(span, layout.yearCount - shift)) {
                                    let value = cells[row + shift + time].double(pool: panel.pool)
                                    if time == span - 1 { latest = value }
                                    if time == span - 2 { before = value }
                                    guard !value.isNaN else { continue }
                                    values[count] = value
                                    times[count] = time
                                    count += 1
                                }
                            }
                            let series = Series(
                                times: UnsafeBufferPointer(rebasing: times[..<count]),
                                values: UnsafeBufferPointer(rebasing: values[..<count]))
                            results.initializeElement(
                                at: place, to: trend(column, series, before: before, latest: latest, slopes: slopes))
                        }
                    }
                }
            }
        }
    }

    private func trend(
        _ column: Column, _ series: Series, before: Double, latest: Double,
        slopes: UnsafeMutableBufferPointer<Double>
    ) -> Trend {
        let mannKendall = MannKendall(series)
        let s = mannKendall?.s ?? 0
        return Trend(
            indicator: Int16(column.ordinal), n: Int16(series.count), mannKendallS: Int16(s),
            direction: Direction(series, s: s), mannKendallP: mannKendall?.p ?? .nan,
            yoy: column.isPercent
                ? GrowthRate.percentagePoints(from: before, to: latest)
                : GrowthRate.yearOnYear(from: before, to: latest),
            cagr: GrowthRate.compoundAnnual(series), olsSlope: OrdinaryLeastSquares.slope(series),
            senSlope: TheilSen.slope(series, scratch: slopes), value: latest, percentile: .nan)
    }
}
