package import History
import Standards

/// The trends of all consortia of an edition, with the percentiles among them.
///
/// Trends stand in one piece of memory, a row a consortium. The values of the assessed year and their percentiles stand
/// a column an indicator, as ranking goes through them.
package struct NationalTrends: Sendable {
    /// How many trends a consortium has.
    private let width: Int
    /// How many consortia there are.
    package let count: Int
    private let trends: [Trend]
    private let percentiles: [Double]

    /// The trends of `count` panels.
    ///
    /// `visit` hands each panel to its argument with its row; each row no more than once, from whatever threads. What is
    /// not handed over reported nothing.
    package init(
        count: Int, calculator: TrendCalculator,
        visit: (_ add: @Sendable (_ row: Int, _ panel: Panel) -> Void) throws -> Void
    ) rethrows {
        let width = calculator.trendsPerPanel
        self.width = width
        self.count = count

        var values: [Double] = []
        trends = try Array(unsafeUninitializedCapacity: width * count) { trends, initialized in
            values = try Array(unsafeUninitializedCapacity: width * count) { values, initialized in
                var isFilled = Array(repeating: false, count: count)
                try isFilled.withUnsafeMutableBufferPointer { isFilled in
                    // A row is written once, by one thread, before `visit` returns.
                    nonisolated(unsafe) let (trends, values, isFilled) = (trends, values, isFilled)
                    @Sendable func add(_ row: Int, _ panel: Panel) {
                        precondition(!isFilled[row], "row \(row) is handed over twice")
                        calculator.compute(panel) { column, trend, latest in
                            trends.initializeElement(at: row * width + column, to: trend)
                            values.initializeElement(at: column * count + row, to: latest)
                        }
                        isFilled[row] = true
                    }
                    try visit(add)
                    let nothing = Panel(
                        layout: PanelLayout(firstYear: ReportingYear(0), yearCount: 0, indicatorCount: 0))
                    for row in 0..<count where !isFilled[row] { add(row, nothing) }
                }
                initialized = width * count
            }
            initialized = width * count
        }
        percentiles = Self.percentiles(of: values, width: width, count: count)
    }

    /// The trends of one consortium, in the order of the standard.
    package subscript(row: Int) -> [Trend] {
        (0..<width).map { column in
            var trend = trends[row * width + column]
            trend.percentile = percentiles[column * count + row]
            return trend
        }
    }

    private static func percentiles(of values: [Double], width: Int, count: Int) -> [Double] {
        return Array(unsafeUninitializedCapacity: width * count) { percentiles, initialized in
            // A column is written by one thread.
            nonisolated(unsafe) let percentiles = percentiles
            values.withUnsafeBufferPointer { values in
                nonisolated(unsafe) let values = values
                _ = concurrently(width) { column in
                    let ranks = PercentileRank.ranks(of: Array(values[(column * count)..<((column + 1) * count)]))
                    for (row, rank) in ranks.enumerated() {
                        percentiles.initializeElement(at: column * count + row, to: rank)
                    }
                }
            }
            initialized = width * count
        }
    }
}
