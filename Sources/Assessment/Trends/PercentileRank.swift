/// The mid-rank percentile among peers: 100 · (below + ½ · equal) / N, the consortium itself among the equal.
package enum PercentileRank {
    /// Below this many peers a rank says more about chance than about the consortium, and could name a peer.
    package static let leastPeers = 5

    /// Ranks `values`; NaN takes no part and ranks NaN, as all do below ``leastPeers``.
    package static func ranks(of values: [Double]) -> [Double] {
        var ranks = Array(repeating: Double.nan, count: values.count)
        var entries: [Entry] = []
        entries.reserveCapacity(values.count)
        for (index, value) in values.enumerated() where !value.isNaN {
            entries.append(Entry(key: sortKey(value), index: UInt32(index)))
        }
        guard entries.count >= leastPeers else { return ranks }
        sort(&entries)

        let peers = Double(entries.count)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            let rank = 100 * (Double(start) + 0.5 * Double(end - start)) / peers
            for entry in entries[start..<end] { ranks[Int(entry.index)] = rank }
            start = end
        }
        return ranks
    }

    private struct Entry {
        var key: UInt64
        var index: UInt32
    }

    /// Doubles order as these integers do: the sign bit flipped, negative numbers flipped whole. −0 is 0.
    private static func sortKey(_ value: Double) -> UInt64 {
        let bits = (value + 0).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// Least significant digit first, eleven bits at a time, over the digits in which the keys differ at all. Small
    /// sets are sorted by comparison, which the radix sort's tables would cost more than.
    private static func sort(_ entries: inout [Entry]) {
        guard entries.count > 512 else {
            entries.sort { $0.key < $1.key }
            return
        }
        var differing: UInt64 = 0
        for entry in entries { differing |= entry.key ^ entries[0].key }
        var spare = entries
        for shift in stride(from: UInt64(0), to: 64, by: 11) where differing >> shift & 0x7ff != 0 {
            entries.withUnsafeBufferPointer { entries in
                spare.withUnsafeMutableBufferPointer { distribute(entries, into: $0, byDigitAt: shift) }
            }
            swap(&entries, &spare)
        }
    }

    private static func distribute(
        _ entries: UnsafeBufferPointer<Entry>, into sorted: UnsafeMutableBufferPointer<Entry>, byDigitAt shift: UInt64
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << 11) { places in
            places.initialize(repeating: 0)
            for entry in entries { places[Int(entry.key >> shift & 0x7ff)] += 1 }
            var start = 0
            for digit in places.indices { (places[digit], start) = (start, start + places[digit]) }
            for entry in entries {
                let digit = Int(entry.key >> shift & 0x7ff)
                sorted[places[digit]] = entry
                places[digit] += 1
            }
        }
    }
}
