internal import Safekeeping

/// Trees of two storeys that are made while rows pass by, of many owners at a time: a tree over the rows of each group, and
/// one over the groups. Only one group stands in memory.
struct GroupedTrees {
    private let hasher: TreeHasher
    /// Whether the order of the rows is that of their hashes, which tells nothing of them.
    private let isSorted: Bool
    private var group: [UInt8] = []
    private var rows: [Int64: [TreeHash]] = [:]
    private var groups: [Int64: [TreeHash]] = [:]

    init(_ hasher: TreeHasher, isSorted: Bool) {
        self.hasher = hasher
        self.isSorted = isSorted
    }

    /// Rows that follow are of the group of this name. No group comes twice.
    mutating func begin(_ name: [UInt8]) {
        close()
        group = name
    }

    mutating func add(_ leaf: TreeHash, to owner: Int64) { rows[owner, default: []].append(leaf) }

    private mutating func close() {
        for (owner, leaves) in rows {
            let tree = HashTree(isSorted ? leaves.sorted() : leaves, hasher)
            groups[owner, default: []].append(Self.leaf(group, tree.root, hasher))
        }
        rows.removeAll(keepingCapacity: true)
    }

    /// A group as a leaf of the upper tree: its name, a line break, and its root.
    static func leaf(_ name: [UInt8], _ root: TreeHash, _ hasher: TreeHasher) -> TreeHash {
        hasher.leaf(name + [0x0A] + root.bytes)
    }

    /// The leaves of the upper trees by their owners, in the order in which the groups came.
    mutating func finish() -> [Int64: [TreeHash]] {
        close()
        return groups
    }
}
