import Testing

@testable import Assessment

@Suite("Slopes, growth and direction")
struct SlopeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let values: [Double?]
        let sen: Double
        let ols: Double
        let cagr: Double
        let direction: Direction

        init(
            _ values: [Double?], sen: Double = .nan, ols: Double = .nan, cagr: Double = .nan, _ direction: Direction
        ) {
            self.values = values
            self.sen = sen
            self.ols = ols
            self.cagr = cagr
            self.direction = direction
        }

        var testDescription: String {
            values.map { $0.map { "\($0)" } ?? "—" }.joined(separator: " ")
        }
    }

    @Test(arguments: [
        Case([], .tooFew),
        Case([5], .tooFew),
        Case([10, 20], sen: 10, ols: 10, cagr: 1, .tooFew),
        Case([10, 20, 40], sen: 15, ols: 15, cagr: 1, .steadyRise),
        Case([40, 20, 10], sen: -15, ols: -15, cagr: -0.5, .steadyFall),
        Case([3, 3, 3, 3], sen: 0, ols: 0, cagr: 0, .level),
        // One wild value moves the least squares and not the median of slopes.
        Case([1, 2, 3, 4, 1000], sen: 1, ols: 200, cagr: 4.623413251903491, .steadyRise),
        Case([1, 3, 2, 4], sen: 0.75, ols: 0.8, cagr: 0.5874010519681994, .rise),
        Case([4, 2, 3, 1], sen: -0.75, ols: -0.8, cagr: -0.3700394750525634, .fall),
        Case([1, 2, 1], sen: 0, ols: 0, cagr: 0, .fluctuation),
        // A year without a value still is a year of time.
        Case([10, nil, nil, 40], sen: 10, ols: 10, cagr: 0.5874010519681994, .tooFew),
        Case(
            [10, nil, 20, 50], sen: 13.333333333333334, ols: 12.142857142857142, cagr: 0.7099759466766968, .steadyRise),
        // Nothing grows from zero, nor to zero, nor through it.
        Case([0, 5, 10], sen: 5, ols: 5, .steadyRise),
        Case([10, 5, 0], sen: -5, ols: -5, .steadyFall),
        Case([-10, 0, 10], sen: 10, ols: 10, .steadyRise),
    ])
    func `a series has these`(test: Case) {
        Series.with(test.values) { series in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: 16) { scratch in
                let sen = TheilSen.slope(series, scratch: scratch)
                #expect(isNear(sen, test.sen), "Theil–Sen \(sen)")
            }
            let ols = OrdinaryLeastSquares.slope(series)
            #expect(isNear(ols, test.ols), "least squares \(ols)")
            let cagr = GrowthRate.compoundAnnual(series)
            #expect(isNear(cagr, test.cagr), "growth \(cagr)")
            #expect(Direction(series, s: MannKendall(series)?.s ?? 0) == test.direction)
        }
    }

    @Test(arguments: [
        (100.0, 125.0, 0.25), (100, 0, -1), (0, 5, .nan), (-1, 5, .nan), (.nan, 5, .nan), (5, .nan, .nan),
    ])
    func `year on year is relative to a value above zero`(before: Double, now: Double, change: Double) {
        #expect(isNear(GrowthRate.yearOnYear(from: before, to: now), change))
    }

    @Test(arguments: [(30.0, 32.5, 2.5), (0, 5, 5), (5, 0, -5), (.nan, 5, .nan), (5, .nan, .nan)])
    func `percents change by percentage points`(before: Double, now: Double, change: Double) {
        #expect(isNear(GrowthRate.percentagePoints(from: before, to: now), change))
    }
}
