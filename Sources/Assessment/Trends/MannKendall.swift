import Foundation

/// The Mann–Kendall test of a monotonic trend.
///
/// S counts the pairs that rise less the pairs that fall. Up to nine values p is exact: the share of all orders of the
/// observed values, ties included, whose |S| is at least as large. Above nine it is the normal approximation with the
/// variance corrected for ties and for continuity. Few values prove little: four in perfect order give p = 2/24.
struct MannKendall {
    let s: Int
    /// Two-sided.
    let p: Double
    /// The smallest p that as many values, with as many equal ones, could reach.
    let leastP: Double

    /// The most values for which every order is counted.
    static let exactLimit = 9

    /// Nil below two values.
    @inline(__always)
    init?(_ series: Series) {
        let count = series.count
        guard count > 1 else { return nil }
        guard count <= Self.exactLimit else {
            self.init(many: series)
            return
        }
        var s = 0
        // How many groups there are of each size, four bits a size from two on.
        var ties: UInt64 = 0
        // The values that an earlier one equals, a bit each: their group has been counted.
        var repeated: UInt64 = 0
        for earlier in 0..<count {
            let value = series.values[earlier]
            var equal: UInt64 = 0
            for later in (earlier + 1)..<max(count, earlier + 1) {
                let other = series.values[later]
                s += (other > value ? 1 : 0) - (other < value ? 1 : 0)
                if other == value {
                    equal += 1
                    repeated |= 1 << UInt64(later)
                }
            }
            if equal > 0, repeated >> UInt64(earlier) & 1 == 0 { ties += 1 << (4 * equal) }
        }
        let (p, leastP) = Self.exact(s: s, count: count, ties: ties)
        self.init(s: s, p: p, leastP: leastP)
    }

    private init(s: Int, p: Double, leastP: Double) {
        self.s = s
        self.p = p
        self.leastP = leastP
    }

    private init(many series: Series) {
        let values = series.values
        var s = 0
        for later in values.indices {
            for earlier in 0..<later where values[earlier] != values[later] {
                s += values[later] > values[earlier] ? 1 : -1
            }
        }
        let ties = Dictionary(grouping: values, by: \.self).values.map(\.count)
        let most = (values.count * (values.count - 1) - ties.map { $0 * ($0 - 1) }.reduce(0, +)) / 2
        self.init(
            s: s, p: Self.normalP(s: s, count: values.count, ties: ties),
            leastP: Self.normalP(s: most, count: values.count, ties: ties))
    }

    // MARK: - Exact

    /// The two-sided p for |S| = 0, 1, 2 … of one signature of ties: a stretch of ``Exact/probabilities``.
    private struct Table {
        let ties: UInt64
        let start: Int
        let count: Int
    }

    /// Every table, those of two values first, of as many values the untied one first. Plain numbers in three arrays:
    /// all threads look here for every series, and arrays in an array would be retained, by one thread at a time.
    private struct Exact {
        var tables: [Table] = []
        /// By the number of values, where their tables begin; one more for the end.
        var starts: [Int] = []
        var probabilities: [Double] = []

        init() {
            for count in 0...MannKendall.exactLimit {
                starts.append(tables.count)
                for groups in MannKendall.partitions(of: count, largest: count) where count > 1 {
                    let ties = groups.reduce(into: UInt64(0)) { if $1 > 1 { $0 += 1 << UInt64(4 * ($1 - 1)) } }
                    let shares = MannKendall.table(groups: groups)
                    tables.append(Table(ties: ties, start: probabilities.count, count: shares.count))
                    probabilities += shares
                }
            }
            starts.append(tables.count)
        }
    }

    private static let exact = Exact()

    /// The two-sided p of S among `count` values.
    ///
    /// `ties` is how many groups of equal values there are of each size: those of `k` in the four bits from `4 (k − 1)`
    /// on, from two on. |S| is at most the number of pairs of values that differ.
    static func exactP(s: Int, count: Int, ties: UInt64) -> Double {
        exact(s: s, count: count, ties: ties).p
    }

    /// The same with the smallest p, that of the largest S, which these values could have had.
    private static func exact(s: Int, count: Int, ties: UInt64) -> (p: Double, least: Double) {
        if count <= exactLimit {
            // A handful of signatures, the usual ones at the front: looking through them beats hashing.
            for place in exact.starts[count]..<exact.starts[count + 1] {
                let table = exact.tables[place]
                guard table.ties == ties else { continue }
                precondition(abs(s) < table.count, "no order has so large an S")
                return (
                    exact.probabilities[table.start + abs(s)], exact.probabilities[table.start + table.count - 1]
                )
            }
        }
        let shares = countedShares(count: count, ties: ties)
        return (shares[abs(s)], shares.last ?? 1)
    }

    /// The shares where no table is at hand.
    @inline(never)
    private static func countedShares(count: Int, ties: UInt64) -> [Double] {
        let tied = (2...16).flatMap { size in
            Array(repeating: size, count: Int(ties >> UInt64(4 * (size - 1)) & 15))
        }
        let single = count - tied.reduce(0, +)
        precondition(single >= 0, "more values are tied than there are")
        return table(groups: tied + Array(repeating: 1, count: single))
    }

    /// The ways to write `total` as a sum of group sizes, none above `largest`.
    private static func partitions(of total: Int, largest: Int) -> [[Int]] {
        if total == 0 { return [[]] }
        return (1...min(total, largest)).flatMap { size in
            partitions(of: total - size, largest: size).map { [size] + $0 }
        }
    }

    /// The share of orders with |S| ≥ each value, for groups of equal values of these sizes.
    ///
    /// The discordant pairs of all distinct orders of a multiset are counted by the Gaussian multinomial coefficient:
    /// the product, group after group, of the polynomials that count the ways to merge it into those before.
    private static func table(groups: [Int]) -> [Double] {
        var ways = [1.0]
        var placed = 0
        var comparable = 0
        for size in groups {
            ways = product(ways, merges(placed, size))
            comparable += placed * size
            placed += size
        }
        let total = ways.reduce(0, +)
        return (0...comparable).map { s in
            let counted = ways.indices.reduce(0.0) { sum, discordant in
                abs(comparable - 2 * discordant) >= s ? sum + ways[discordant] : sum
            }
            return counted / total
        }
    }

    /// How many ways to merge `right` things into `left` others have 0, 1, 2 … inversions.
    private static func merges(_ left: Int, _ right: Int) -> [Double] {
        if left == 0 || right == 0 { return [1] }
        let withoutLast = merges(left, right - 1)
        let withLast = Array(repeating: 0, count: right) + merges(left - 1, right)
        return (0..<max(withoutLast.count, withLast.count)).map { degree in
            (degree < withoutLast.count ? withoutLast[degree] : 0) + (degree < withLast.count ? withLast[degree] : 0)
        }
    }

    private static func product(_ left: [Double], _ right: [Double]) -> [Double] {
        var product = Array(repeating: 0.0, count: left.count + right.count - 1)
        for (i, a) in left.enumerated() {
            for (j, b) in right.enumerated() { product[i + j] += a * b }
        }
        return product
    }

    // MARK: - Normal approximation

    private static func normalP(s: Int, count: Int, ties: [Int]) -> Double {
        func spread(_ size: Int) -> Double { Double(size * (size - 1) * (2 * size + 5)) }
        let variance = (spread(count) - ties.map(spread).reduce(0, +)) / 18
        guard variance > 0, s != 0 else { return 1 }
        let z = Double(abs(s) - 1) / variance.squareRoot()
        return min(1, erfc(z / 2.0.squareRoot()))
    }
}
