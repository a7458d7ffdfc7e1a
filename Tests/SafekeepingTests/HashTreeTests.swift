import Foundation
import Safekeeping
import Testing

@Suite("The tree of RFC 6962")
struct HashTreeTests {
    /// Leaves and roots that implementations of the RFC test with.
    static let entries: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6f),
    ]
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private static func tree(_ count: Int) -> HashTree {
        let hasher = TreeHasher()
        return HashTree((0..<count).map { hasher.leaf(Array("\($0)".utf8)) }, hasher)
    }

    @Test func `the known roots come out, of the whole tree and of what is kept of it`() {
        let hasher = TreeHasher()
        let tree = HashTree(Self.entries.map { hasher.leaf($0) }, hasher)
        var frontier = TreeFrontier()
        for (size, root) in Self.roots.enumerated() {
            #expect(tree.root(ofFirst: size).hexadecimal == root)
            #expect(frontier.root(hasher).hexadecimal == root)
            #expect(TreeFrontier(size: frontier.size, bytes: frontier.bytes) == frontier)
            if size < tree.leaves.count { frontier.append(tree.leaves[size], hasher) }
        }
    }

    @Test func `the known paths come out`() throws {
        let hasher = TreeHasher()
        let tree = HashTree(Self.entries.map { hasher.leaf($0) }, hasher)
        #expect(
            try #require(tree.inclusionProof(of: 5, in: 8)).map(\.hexadecimal) == [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
        #expect(
            try #require(tree.consistencyProof(from: 6, to: 8)).map(\.hexadecimal) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }

    @Test(arguments: 1...33)
    func `every leaf is proven, and no other in its place`(size: Int) throws {
        let tree = Self.tree(size)
        for index in 0..<size {
            let path = try #require(tree.inclusionProof(of: index))
            #expect(TreeProof.root(from: tree.leaves[index], at: index, in: size, by: path) == tree.root)
            for other in 0..<size where other != index {
                #expect(TreeProof.root(from: tree.leaves[other], at: index, in: size, by: path) != tree.root)
                #expect(TreeProof.root(from: tree.leaves[index], at: other, in: size, by: path) != tree.root)
            }
            #expect(TreeProof.root(from: tree.leaves[index], at: index, in: size, by: path + [tree.root]) == nil)
        }
        #expect(tree.inclusionProof(of: size) == nil)
    }

    @Test(arguments: 1...33)
    func `every beginning is proven, and no other`(size: Int) throws {
        let tree = Self.tree(size)
        let stranger = TreeHasher().leaf([1])
        for first in 1...size {
            let proof = try #require(tree.consistencyProof(from: first))
            let root = tree.root(ofFirst: first)
            #expect(TreeProof.isConsistent(from: (first, root), to: (size, tree.root), by: proof))
            #expect(!TreeProof.isConsistent(from: (first, stranger), to: (size, tree.root), by: proof))
            #expect(!TreeProof.isConsistent(from: (first, root), to: (size, stranger), by: proof))
            #expect(!TreeProof.isConsistent(from: (first, root), to: (size, tree.root), by: proof + [stranger]))
            if first != size, !proof.isEmpty {
                #expect(
                    !TreeProof.isConsistent(from: (first, root), to: (size, tree.root), by: Array(proof.dropLast())))
            }
        }
    }
}
