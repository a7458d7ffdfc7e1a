internal import Foundation

/// A head of the log on one line, as it is printed where people keep it: `SIZE ROOT`, and where it is signed
/// `SIZE ROOT NAME SIGNATURE`. The name is also the origin of the log, so that the checkpoint can be made of it again.
package struct PrintedHead: Sendable, Hashable {
    package let size: Int
    package let root: TreeHash
    package let signature: SignedNote.Signature?

    package init(size: Int, root: TreeHash, signature: SignedNote.Signature? = nil) {
        self.size = size
        self.root = root
        self.signature = signature
    }

    /// Reads ``text``, however it is broken into lines; nil where it is none.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2 || parts.count == 4, let size = Int(parts[0]), size > 0, "\(size)" == parts[0],
            let root = TreeHash(base64: parts[1])
        else { return nil }
        var signature: SignedNote.Signature?
        if parts.count == 4 {
            signature = SignedNote.Signature(line: "\u{2014} \(parts[2]) \(parts[3])")
            guard signature != nil else { return nil }
        }
        self.init(size: size, root: root, signature: signature)
    }

    package var text: String {
        let signed = signature.map { " \($0.name) \(Data($0.bytes).base64EncodedString())" } ?? ""
        return "\(size) \(root.base64)\(signed)"
    }

    /// The head without who signed it.
    package var unsigned: String { "\(size) \(root.base64)" }

    /// The note that it was printed from; nil where nobody signed it.
    package var note: SignedNote? {
        signature.map { signature in
            SignedNote(
                text: Checkpoint(origin: signature.name, size: size, root: root).text, signatures: [signature])
        }
    }
}
