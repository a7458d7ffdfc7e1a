import Testing

@testable import Assessment

@Suite("Percentile rank")
struct PercentileRankTests {
    @Test(arguments: [
        ([1.0, 2, 3, 4, 5], [10.0, 30, 50, 70, 90]),
        ([5, 5, 5, 5, 5], [50, 50, 50, 50, 50]),
        // Two in the middle share the mean of their ranks.
        ([10, 20, 20, 30, 40], [10, 40, 40, 70, 90]),
        // Who reported nothing is no peer.
        ([1, .nan, 2, 3, 4, 5], [10, .nan, 30, 50, 70, 90]),
        // −0 is 0, and both are above −1.
        ([0, -0.0, -1, 2, 3], [40, 40, 10, 70, 90]),
    ])
    func `ranks are those below and half of those equal`(values: [Double], ranks: [Double]) {
        #expect(zip(PercentileRank.ranks(of: values), ranks).allSatisfy(isNear))
    }

    @Test func `fewer than five peers rank nobody`() {
        let ranks = PercentileRank.ranks(of: [1, 2, 3, 4, .nan])
        #expect(ranks.allSatisfy { $0.isNaN })
    }

    /// Above 512 values the sort is another one.
    @Test func `many values rank as few do`() {
        var state: UInt64 = 7
        let values = (0..<2000).map { index -> Double in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return index % 11 == 0 ? .nan : Double(Int64(bitPattern: state) >> 50) / 8
        }
        let peers = values.filter { !$0.isNaN }
        for (value, rank) in zip(values, PercentileRank.ranks(of: values)) {
            let below = peers.count { $0 < value }
            let equal = peers.count { $0 == value }
            let expected = value.isNaN ? .nan : 100 * (Double(below) + Double(equal) / 2) / Double(peers.count)
            #expect(isNear(rank, expected))
        }
    }
}
