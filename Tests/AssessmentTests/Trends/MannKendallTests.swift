import Testing

@testable import Assessment

@Suite("Mann–Kendall")
struct MannKendallTests {
    /// Every series of up to five values out of three, and a few longer ones, against every order of its values.
    @Test(arguments: 2...7)
    func `p is the share of orders at least as far from no trend`(count: Int) throws {
        for values in Self.series(of: count) {
            let test = try #require(Series.with(values.map(Double.init)) { MannKendall($0) })
            let own = Self.s(values)
            #expect(test.s == own)
            let orders = Self.orders(of: values)
            let extreme = orders.count { abs(Self.s($0)) >= abs(own) }
            #expect(isNear(test.p, Double(extreme) / Double(orders.count)), "\(values)")
        }
    }

    /// Published: two-sided p of perfect order is 2/n!.
    @Test(arguments: [(3, 6.0), (4, 24), (5, 120), (9, 362_880)])
    func `perfect order of n values has p of 2 in n factorial`(count: Int, orders: Double) {
        let rising = (0..<count).map(Double.init)
        #expect(Series.with(rising) { MannKendall($0)?.p } == 2 / orders)
        #expect(Series.with(rising.reversed()) { MannKendall($0)?.s } == -count * (count - 1) / 2)
    }

    /// 2/n! without ties; each group of k equal values makes it k! times as large.
    @Test(
        arguments: [
            ([1, 3, 2, 4], 2.0 / 24), ([1, 1, 3, 2], 4.0 / 24), ([1, 1, 2, 2], 8.0 / 24), ([1, 1, 1, 1], 1),
            ([2, 1], 1),
            ([5, 1, 4, 2, 3], 2.0 / 120),
        ] as [([Double], Double)])
    func `the smallest p is that of perfect order`(values: [Double], least: Double) throws {
        let test = try #require(Series.with(values) { MannKendall($0) })
        #expect(isNear(test.leastP, least))
        #expect(test.leastP <= test.p)
    }

    /// Ties of every kind; of ten values and more there is no table, so p is counted when it is asked for.
    static let tied: [[Int]] = [
        [0, 1], [0, 0], [0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 1, 1, 2, 2, 2], [0, 0, 0, 0, 1, 1, 1, 1, 2],
        [0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0, 1, 2],
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2],
    ]

    @Test(arguments: tied)
    func `p is exact with a table of probabilities and without`(values: [Int]) {
        let groups = Dictionary(grouping: values, by: \.self).values.map(\.count)
        let ties = groups.reduce(into: UInt64(0)) { if $1 > 1 { $0 += 1 << UInt64(4 * ($1 - 1)) } }
        let scores = Self.distinctOrders(of: values).map { abs(Self.s($0)) }
        for s in 0...(scores.max() ?? 0) {
            let p = MannKendall.exactP(s: -s, count: values.count, ties: ties)
            #expect(isNear(p, Double(scores.count { $0 >= s }) / Double(scores.count)), "|S| = \(s)")
        }
    }

    static let longSeries: [(values: [Double], s: Int, p: Double)] = [
        // Ten values in order: variance 125.
        ((1...10).map(Double.init), 45, 8.303070332645e-05),
        // Ties of two, two and three among eleven: variance (2970 − 18 − 18 − 66) / 18.
        ([1, 1, 2, 3, 3, 4, 5, 5, 5, 6, 7], 50, 1.0364953680561e-04),
        (Array(repeating: 4, count: 10), 0, 1),
        ([1, 2, 1, 2, 1, 2, 1, 2, 1, 2], 5, 0.6761033140231),
    ]

    /// z = (|S| − 1) / √variance, the variance corrected for ties; p = erfc(z / √2).
    @Test(arguments: longSeries)
    func `above nine values p is the normal approximation corrected for ties`(
        values: [Double], s: Int, p: Double
    ) throws {
        let test = try #require(Series.with(values) { MannKendall($0) })
        #expect(test.s == s)
        #expect(abs(test.p - p) <= 1e-9 * p)
    }

    @Test func `one value has no trend`() {
        #expect(Series.with([7]) { MannKendall($0) } == nil)
        #expect(Series.with([nil, nil]) { MannKendall($0) } == nil)
    }

    @Test func `years without a value are passed over`() {
        #expect(Series.with([1, nil, 2, nil, 3]) { MannKendall($0)?.s } == 3)
    }

    // MARK: - By brute force

    private static func s(_ values: [Int]) -> Int {
        values.indices.reduce(0) { sum, later in
            values[..<later].reduce(sum) { $0 + (values[later] - $1).signum() }
        }
    }

    /// All sequences over 0, 1, 2 up to five long; of longer ones, one a pattern of ties in a mixed order.
    private static func series(of count: Int) -> [[Int]] {
        guard count > 5 else {
            return (0..<count).reduce([[]]) { series, _ in series.flatMap { start in (0...2).map { start + [$0] } } }
        }
        return [
            Array(0..<count), (0..<count).map { $0 / 2 }, (0..<count).map { $0 * 5 % count },
            (0..<count).map { $0 % 3 }, (0..<count).map { $0 == 0 ? 1 : 0 },
        ]
    }

    private static func orders(of values: [Int]) -> [[Int]] {
        guard values.count > 1 else { return [values] }
        return values.indices.flatMap { index in
            var rest = values
            let first = rest.remove(at: index)
            return orders(of: rest).map { [first] + $0 }
        }
    }

    /// Each order once, however often values come; `values` in order.
    private static func distinctOrders(of values: [Int]) -> [[Int]] {
        guard values.count > 1 else { return [values] }
        return values.indices.filter { $0 == 0 || values[$0] != values[$0 - 1] }.flatMap { index in
            var rest = values
            let first = rest.remove(at: index)
            return distinctOrders(of: rest).map { [first] + $0 }
        }
    }
}
