internal import Foundation

/// A person's key as OpenSSH writes its public half: `ssh-ed25519 AAAA…`, a comment left out.
package struct PublicKey: Sendable, Hashable {
    package let text: String

    /// Sorts of keys that sign on their own, without a certificate or a machine that stands in for the person.
    private static let sorts: Set<String> = [
        "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ]

    /// Nil where it is no key of such a sort.
    package init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count >= 2, Self.sorts.contains(parts[0]), let data = Data(base64Encoded: parts[1]),
            data.starts(with: [0, 0, 0, UInt8(parts[0].utf8.count)] + Array(parts[0].utf8))
        else { return nil }
        self.text = "\(parts[0]) \(parts[1])"
    }
}
