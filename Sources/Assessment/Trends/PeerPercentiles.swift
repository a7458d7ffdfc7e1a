package import History

/// Where each consortium's figures of the assessed year stand among those of all others: 0…100 by ``PercentileRank``, NaN
/// where there is no rank.
///
/// They stand in one piece of memory, a column an indicator, as ranking goes through them.
package struct PeerPercentiles: Sendable {
    private let count: Int
    private let ranks: [Double]

    /// The figures of the assessed year, a column an indicator, until they are ranked.
    final class Figures: Sendable {
        fileprivate let count: Int
        private let calculator: TrendCalculator
        /// Each row is written once, by one thread.
        fileprivate nonisolated(unsafe) let values: UnsafeMutableBufferPointer<Double>

        init(count: Int, calculator: TrendCalculator) {
            self.count = count
            self.calculator = calculator
            values = .allocate(capacity: calculator.trendsPerPanel * count)
            values.initialize(repeating: .nan)
        }

        deinit { values.deallocate() }

        func add(_ row: Int, _ panel: Panel) {
            calculator.visitLatest(panel) { column, latest in values[column * count + row] = latest }
        }
    }

    init(_ figures: Figures) {
        let count = figures.count
        self.count = count
        // The values go with their owner.
        ranks = withExtendedLifetime(figures) {
            let values = figures.values
            return Array(unsafeUninitializedCapacity: values.count) { ranks, initialized in
                // A column is written by one thread.
                nonisolated(unsafe) let (ranks, values) = (ranks, values)
                _ = concurrently(count == 0 ? 0 : values.count / count) { column in
                    let start = column * count
                    for (row, rank) in PercentileRank.ranks(of: Array(values[start..<(start + count)])).enumerated() {
                        ranks.initializeElement(at: start + row, to: rank)
                    }
                }
                initialized = values.count
            }
        }
    }

    /// The percentiles of `count` consortia.
    ///
    /// `visit` hands each panel to its argument with its row; each row no more than once, from whatever threads. What is
    /// not handed over reported nothing.
    package init(
        count: Int, calculator: TrendCalculator,
        visit: (_ add: @Sendable (_ row: Int, _ panel: Panel) -> Void) throws -> Void
    ) rethrows {
        let figures = Figures(count: count, calculator: calculator)
        try visit(figures.add)
        self.init(figures)
    }

    /// The percentile of a consortium's figure; `column` counts numeric indicators in the order of the standard.
    package subscript(row: Int, column: Int) -> Double { ranks[column * count + row] }
}
