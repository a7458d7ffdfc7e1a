/// The tree of RFC 6962 over leaves that stand in memory: its roots, and what proves that a leaf is in it, or that it goes
/// on from a smaller one.
package struct HashTree {
    package let leaves: [TreeHash]
    private let hasher: TreeHasher

    package init(_ leaves: [TreeHash], _ hasher: TreeHasher = TreeHasher()) {
        self.leaves = leaves
        self.hasher = hasher
    }

    package var root: TreeHash { root(of: 0..<leaves.count) }

    /// The root of the tree of the first `size` leaves.
    package func root(ofFirst size: Int) -> TreeHash { root(of: 0..<size) }

    private func root(of range: Range<Int>) -> TreeHash {
        if range.isEmpty { return hasher.empty }
        if range.count == 1 { return leaves[range.lowerBound] }
        let middle = range.lowerBound + Self.split(range.count)
        return hasher.node(root(of: range.lowerBound..<middle), root(of: middle..<range.upperBound))
    }

    /// The largest power of two below `count`, which is above 1.
    private static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }

    /// PATH(`index`, D[`size`]), section 2.1.1; nil where there is no such leaf.
    package func inclusionProof(of index: Int, in size: Int? = nil) -> [TreeHash]? {
        let size = size ?? leaves.count
        guard index >= 0, index < size, size <= leaves.count else { return nil }
        var path: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + Self.split(range.count)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            path.append(root(of: index < middle ? right : left))
            range = index < middle ? left : right
        }
        return path.reversed()
    }

    /// PROOF(`first`, D[`second`]), section 2.1.2; nil where the first is empty or larger than the second.
    package func consistencyProof(from first: Int, to second: Int? = nil) -> [TreeHash]? {
        let second = second ?? leaves.count
        guard first > 0, first <= second, second <= leaves.count else { return nil }
        var proof: [TreeHash] = []
        var range = 0..<second
        var isComplete = true
        while first != range.upperBound {
            let middle = range.lowerBound + Self.split(range.count)
            if first <= middle {
                proof.append(root(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                proof.append(root(of: range.lowerBound..<middle))
                range = middle..<range.upperBound
                isComplete = false
            }
        }
        if !isComplete { proof.append(root(of: range)) }
        return proof.reversed()
    }
}
