/// The head of a log at some size, as C2SP tlog-checkpoint writes it.
package struct Checkpoint: Sendable, Hashable {
    /// Which log it is of.
    package let origin: String
    package let size: Int
    package let root: TreeHash

    package init(origin: String, size: Int, root: TreeHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads the text of a note; lines after the third are others' business.
    package init?(_ text: some StringProtocol) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, !lines[0].isEmpty, let size = Int(lines[1]), size >= 0, "\(size)" == lines[1],
            let root = TreeHash(base64: lines[2])
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
    }

    /// What is signed, with its last line break.
    package var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }
}
