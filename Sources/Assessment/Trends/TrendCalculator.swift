package import History
package import Standards

/// Computes the trends of panels: every numeric indicator from the base year to the assessed one.
package struct TrendCalculator: Sendable {
    private struct Column: Sendable {
        let ordinal: Int
        let isPercent: Bool
        let isRank: Bool
    }

    private let columns: [Column]
    private let baseYear: ReportingYear
    private let year: ReportingYear

    package init(edition: Edition, year: ReportingYear) {
        columns = edition.indicators.filter(\.kind.isNumeric).map {
            Column(ordinal: $0.ordinal, isPercent: $0.kind == .percent, isRank: $0.kind == .rank)
        }
        baseYear = edition.baseYear
        self.year = year
    }

    /// How many trends a panel has, one a numeric indicator.
    var trendsPerPanel: Int { columns.count }

    /// The trends of a panel, in the order of the standard, with the percentiles of the consortium in `row`; NaN where no
    /// peers are known. Indicators never reported have a trend of n = 0.
    package func trends(of panel: Panel, _ percentiles: (peers: PeerPercentiles, row: Int)? = nil) -> [Trend] {
        var trends: [Trend] = []
        trends.reserveCapacity(columns.count)
        compute(panel) { column, trend in
            trends.append(trend)
            if let (peers, row) = percentiles { trends[column].percentile = peers[row, column] }
        }
        return trends
    }

    /// Hands over the value of the assessed year of each indicator: NaN where none was reported.
    @inline(__always)
    func visitLatest(_ panel: Panel, _ take: (_ column: Int, _ latest: Double) -> Void) {
        for (place, column) in columns.enumerated() {
            take(place, panel.cell(column.ordinal, year).double(pool: panel.pool))
        }
    }

    @inline(__always)
    private func compute(_ panel: Panel, _ take: (_ column: Int, _ trend: Trend) -> Void) {
        let span = max(0, year.value - baseYear.value + 1)
        let layout = panel.layout
        let shift = baseYear.value - layout.firstYear.value
        let reported = max(0, -shift)..<max(max(0, -shift), min(span, layout.yearCount - shift))
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
                                for time in reported {
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
                            take(place, trend(column, series, before: before, latest: latest, slopes: slopes))
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
            direction: Direction(series, s: s, fallsAsItImproves: column.isRank),
            mannKendallP: mannKendall?.p ?? .nan, leastP: mannKendall?.leastP ?? .nan,
            yoy: column.isPercent
                ? GrowthRate.percentagePoints(from: before, to: latest)
                : GrowthRate.yearOnYear(from: before, to: latest),
            cagr: GrowthRate.compoundAnnual(series), olsSlope: OrdinaryLeastSquares.slope(series),
            senSlope: TheilSen.slope(series, scratch: slopes), percentile: .nan)
    }
}
