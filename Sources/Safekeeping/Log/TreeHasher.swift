/// Makes the hashes of RFC 6962, section 2.1: leaves and nodes begin with different bytes, so that neither can be taken
/// for the other.
package final class TreeHasher {
    private let digest = RepeatedSHA256()
    private var buffer: [UInt8] = []

    package init() {}

    /// The root of the tree without leaves.
    package var empty: TreeHash { TreeHash(UnsafeRawBufferPointer(start: nil, count: 0), digest) }

    /// SHA-256(0x00 ‖ `entry`)
    package func leaf(_ entry: some Collection<UInt8>) -> TreeHash {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(0x00)
        buffer.append(contentsOf: entry)
        return buffer.withUnsafeBytes { TreeHash($0, digest) }
    }

    /// SHA-256(0x01 ‖ `left` ‖ `right`)
    package func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: 72, alignment: 8) { bytes in
            // The two hashes stand at multiples of eight.
            bytes[7] = 0x01
            left.write(to: bytes, at: 8)
            right.write(to: bytes, at: 40)
            return TreeHash(UnsafeRawBufferPointer(rebasing: bytes[7...]), digest)
        }
    }

    /// SHA-256(`first` ‖ `second`), a hash that is no part of a tree.
    package func pair(_ first: TreeHash, _ second: TreeHash) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { bytes in
            first.write(to: bytes, at: 0)
            second.write(to: bytes, at: 32)
            return TreeHash(UnsafeRawBufferPointer(bytes), digest)
        }
    }

    /// The leaf whose entry is `first` ‖ `second`.
    package func leaf(_ first: TreeHash, _ second: TreeHash) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: 72, alignment: 8) { bytes in
            bytes[7] = 0x00
            first.write(to: bytes, at: 8)
            second.write(to: bytes, at: 40)
            return TreeHash(UnsafeRawBufferPointer(rebasing: bytes[7...]), digest)
        }
    }
}

extension TreeHash {
    fileprivate init(_ bytes: UnsafeRawBufferPointer, _ digest: RepeatedSHA256) {
        self.init(digest.words(of: bytes))
    }
}
