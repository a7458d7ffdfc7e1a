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

    /// The most values for which every order is counted.
    static let exactLimit = 9

    /// Nil below two values.
    init?(_ series: Series) {
        let count = series.count
        guard count > 1 else { return nil }
        var s = 0
        // A signature of how many values are equal: four bits a size of tie, where two or more are.
        var ties: UInt64 = 0
        var largeTies: [Int] = []
        for later in 0..<count {
            var equalBefore = 0
            var equalAfter = 0
            for other in 0..<count where other != later {
                if series.values[other] == series.values[later] {
                    if other < later { equalBefore += 1 } else { equalAfter += 1 }
                } else if other < later {
                    s += series.values[later] > series.values[other] ? 1 : -1
                }
            }
            if equalBefore == 0, equalAfter > 0 {
                if count <= Self.exactLimit {
                    ties += 1 << UInt64(4 * equalAfter)
                } else {
                    largeTies.append(equalAfter + 1)
                }
            }
        }
        self.s = s
        p =
            count <= Self.exactLimit
            ? Self.exactP(s: s, count: count, ties: ties) : Self.normalP(s: s, count: count, ties: largeTies)
    }

    // MARK: - Exact

    /// Keyed by the number of values and the signature of ties: the two-sided p for |S| = 0, 1, 2 …
    private static let tables: [Key: [Double]] = {
        var tables: [Key: [Double]] = [:]
        for count in 2...exactLimit {
            for groups in partitions(of: count, largest: count) {
                let signature = groups.reduce(into: UInt64(0)) { if $1 > 1 { $0 += 1 << UInt64(4 * ($1 - 1)) } }
                tables[Key(count: count, ties: signature)] = table(groups: groups)
            }
        }
        return tables
    }()

    private static let untied: [[Double]] = (0...exactLimit).map { count in
        count < 2 ? [] : table(groups: Array(repeating: 1, count: count))
    }

    private struct Key: Hashable {
        let count: Int
        let ties: UInt64
    }

    private static func exactP(s: Int, count: Int, ties: UInt64) -> Double {
        let table = ties == 0 ? untied[count] : tables[Key(count: count, ties: ties)] ?? []
        return table.indices.contains(abs(s)) ? table[abs(s)] : 0
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
