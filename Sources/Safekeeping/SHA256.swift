internal import CCrypto

/// A running SHA-256 over bytes as they are read.
package struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// Nil where the library has no memory for it or does not offer the algorithm.
    package init?() {
        guard let context = EVP_MD_CTX_new() else { return nil }
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            EVP_MD_CTX_free(context)
            return nil
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        // Fails on a context without an algorithm only, and this one has it.
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The digest as 64 hexadecimal digits.
    package consuming func finish() -> String {
        let digest = finishBytes()
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest as 32 bytes.
    package consuming func finishBytes() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest
    }

    /// The SHA-256 of `bytes` as 32 bytes.
    package static func bytes(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        guard var digest = SHA256() else { preconditionFailure("libcrypto offers no SHA-256") }
        digest.update(bytes)
        return digest.finishBytes()
    }

    /// The SHA-256 of `bytes` as 64 hexadecimal digits.
    package static func digest(of bytes: some Sequence<UInt8>) -> String {
        // Every libcrypto has SHA-256.
        guard var digest = SHA256() else { preconditionFailure("libcrypto offers no SHA-256") }
        Array(bytes).withUnsafeBytes { digest.update($0) }
        return digest.finish()
    }
}
