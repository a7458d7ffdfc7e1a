internal import Foundation

/// Who signs notes with Ed25519, as C2SP signed-note names it: `name+hash+key`.
package struct NoteKey: Sendable, Hashable {
    package let name: String
    package let publicKey: [UInt8]

    /// The signature type of Ed25519.
    private static let type: UInt8 = 0x01

    package init(name: String, publicKey: [UInt8]) {
        self.name = name
        self.publicKey = publicKey
    }

    /// Reads ``text``; nil where it is none, or its parts do not fit each other.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isName(parts[0]), let key = Data(base64Encoded: String(parts[2])),
            key.count == 33, key.first == Self.type
        else { return nil }
        self.init(name: String(parts[0]), publicKey: Array(key.dropFirst()))
        guard id.hexText == parts[1] else { return nil }
    }

    /// Whether a name can stand in a signature line.
    package static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy { !$0.isWhitespace && $0 != "+" }
    }

    /// Four bytes by which a signature tells whose it is.
    package var id: [UInt8] {
        let named = Array(name.utf8) + [0x0A, Self.type] + publicKey
        return named.withUnsafeBytes { Array(SHA256.bytes(of: $0).prefix(4)) }
    }

    /// As it is given to those who verify.
    package var text: String { "\(name)+\(id.hexText)+\(Data([Self.type] + publicKey).base64EncodedString())" }

    /// Whether the note bears a valid signature of this key.
    package func hasSigned(_ note: SignedNote) -> Bool {
        note.signatures.contains { signature in
            signature.name == name && signature.bytes.starts(with: id)
                && Ed25519.isValid(Array(signature.bytes.dropFirst(4)), of: Array(note.text.utf8), by: publicKey)
        }
    }
}

/// A key that signs notes under a name.
package struct NoteSigner: Sendable {
    package let name: String
    private let key: Ed25519.PrivateKey

    package init(name: String, _ key: Ed25519.PrivateKey) {
        self.name = name
        self.key = key
    }

    package var publicKey: NoteKey { NoteKey(name: name, publicKey: key.publicKey) }

    /// - Parameter text: with its last line break.
    package func signature(of text: String) -> SignedNote.Signature {
        SignedNote.Signature(name: name, bytes: publicKey.id + key.signature(of: Array(text.utf8)))
    }
}
