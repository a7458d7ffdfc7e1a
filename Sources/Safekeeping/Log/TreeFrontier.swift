/// What has to be kept of a tree so that leaves can be added to it: how many there are, and the roots of its whole
/// subtrees, the largest first. To add a leaf costs two hashes on the average, to tell the root as many as the size has
/// bits.
package struct TreeFrontier: Sendable, Hashable {
    package private(set) var size: Int
    private var roots: [TreeHash]

    package init() {
        size = 0
        roots = []
    }

    /// Reads ``bytes``; nil where they are not of a tree of `size` leaves.
    package init?(size: Int, bytes: [UInt8]) {
        guard size >= 0, bytes.count == 32 * size.nonzeroBitCount else { return nil }
        self.size = size
        roots = stride(from: 0, to: bytes.count, by: 32).compactMap { TreeHash(bytes[$0..<($0 + 32)]) }
    }

    /// The roots one after the other, 32 bytes each.
    package var bytes: [UInt8] { roots.flatMap(\.bytes) }

    package mutating func append(_ leaf: TreeHash, _ hasher: TreeHasher) {
        var hash = leaf
        var height = size
        while height & 1 == 1, let left = roots.popLast() {
            hash = hasher.node(left, hash)
            height >>= 1
        }
        roots.append(hash)
        size += 1
    }

    /// The root of the tree as it is.
    package func root(_ hasher: TreeHasher) -> TreeHash {
        guard var root = roots.last else { return hasher.empty }
        for left in roots.dropLast().reversed() { root = hasher.node(left, root) }
        return root
    }
}
