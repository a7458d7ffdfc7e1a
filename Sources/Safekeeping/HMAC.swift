internal import CCrypto

/// Keyed digests (RFC 2104), by which a receiver knows that a message is ours.
package enum HMAC {
    /// The HMAC-SHA256 of `message` as 32 bytes.
    package static func sha256(key: [UInt8], of message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        // Nothing but the lack of memory makes it fail. OpenSSL takes a key of no bytes only with a pointer to some.
        let result = CCrypto.HMAC(
            EVP_sha256(), key.isEmpty ? [0] : key, CInt(key.count), message.isEmpty ? [0] : message, message.count,
            &digest, &length)
        precondition(result != nil && length == 32, "libcrypto made no HMAC")
        return digest
    }
}
