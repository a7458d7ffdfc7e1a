/// Checks proofs without the tree they are of (RFC 9162, sections 2.1.3.2 and 2.1.4.2, which say how; the tree is that of
/// RFC 6962).
package enum TreeProof {
    /// The root that `path` leads to from a leaf; nil where it cannot be the path of that leaf in a tree of that size.
    package static func root(
        from leaf: TreeHash, at index: Int, in size: Int, by path: [TreeHash], _ hasher: TreeHasher = TreeHasher()
    ) -> TreeHash? {
        guard index >= 0, index < size else { return nil }
        var (place, last) = (index, size - 1)
        var root = leaf
        for hash in path {
            guard last > 0 else { return nil }
            if place & 1 == 1 || place == last {
                root = hasher.node(hash, root)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                root = hasher.node(root, hash)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 ? root : nil
    }

    /// Whether the tree of `second` leaves goes on from the one of `first`.
    package static func isConsistent(
        from first: (size: Int, root: TreeHash), to second: (size: Int, root: TreeHash), by proof: [TreeHash],
        _ hasher: TreeHasher = TreeHasher()
    ) -> Bool {
        guard first.size > 0, first.size <= second.size else { return false }
        if first.size == second.size { return proof.isEmpty && first.root == second.root }
        // A whole subtree is its own beginning, which nobody needs to be told.
        var hashes = (first.size & (first.size - 1) == 0 ? [first.root] : []) + proof
        guard !hashes.isEmpty else { return false }
        var (place, last) = (first.size - 1, second.size - 1)
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        let start = hashes.removeFirst()
        var (older, newer) = (start, start)
        for hash in hashes {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                older = hasher.node(hash, older)
                newer = hasher.node(hash, newer)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                newer = hasher.node(newer, hash)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && older == first.root && newer == second.root
    }
}
