internal import CCrypto

/// Signatures of RFC 8032, by the library that the hashes come from.
package enum Ed25519 {
    /// Whether `signature` is one of `message` by the key whose public half is `publicKey`, 32 bytes.
    package static func isValid(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard publicKey.count == 32, signature.count == 64,
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count)
        else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        // The algorithm digests by itself, and is asked in one go.
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    /// The private half of a key.
    package final class PrivateKey: @unchecked Sendable {
        // Safe: the library only reads the key after it was made.
        private let key: OpaquePointer

        /// A new key, of the system's random numbers; nil where the library makes none.
        package init?() {
            guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil) else { return nil }
            defer { EVP_PKEY_CTX_free(context) }
            var key: OpaquePointer?
            guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &key) == 1, let key else { return nil }
            self.key = key
        }

        /// Reads PKCS #8 in PEM, as `openssl genpkey -algorithm ed25519` writes it; nil where it is anything else, or
        /// wants a password.
        package init?(pem: [UInt8]) {
            guard let input = BIO_new_mem_buf(pem, Int32(pem.count)) else { return nil }
            defer { BIO_free(input) }
            // Without a word of its own the library would ask for a password on the terminal.
            let key = PEM_read_bio_PrivateKey(input, nil, { _, _, _, _ in -1 }, nil)
            guard let key else { return nil }
            guard EVP_PKEY_get_id(key) == EVP_PKEY_ED25519 else {
                EVP_PKEY_free(key)
                return nil
            }
            self.key = key
        }

        deinit {
            EVP_PKEY_free(key)
        }

        /// PKCS #8 in PEM, without a password; empty where the library fails.
        package var pem: [UInt8] {
            guard let output = BIO_new(BIO_s_mem()) else { return [] }
            defer { BIO_free(output) }
            guard PEM_write_bio_PKCS8PrivateKey(output, key, nil, nil, 0, nil, nil) == 1 else { return [] }
            var bytes = [UInt8](repeating: 0, count: 1_024)
            let count = BIO_read(output, &bytes, Int32(bytes.count))
            return Array(bytes.prefix(Int(max(0, count))))
        }

        /// 32 bytes
        package var publicKey: [UInt8] {
            var bytes = [UInt8](repeating: 0, count: 32)
            var count = bytes.count
            let result = EVP_PKEY_get_raw_public_key(key, &bytes, &count)
            precondition(result == 1 && count == 32, "libcrypto gave no public key")
            return bytes
        }

        /// 64 bytes
        package func signature(of message: [UInt8]) -> [UInt8] {
            var signature = [UInt8](repeating: 0, count: 64)
            var count = signature.count
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            // Nothing but the lack of memory makes it fail.
            let isSigned =
                EVP_DigestSignInit(context, nil, nil, nil, key) == 1
                && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
            precondition(isSigned && count == 64, "libcrypto made no signature")
            return signature
        }
    }
}
