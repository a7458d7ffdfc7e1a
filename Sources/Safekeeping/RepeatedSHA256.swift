internal import CCrypto

/// Makes the SHA-256 of many short texts one after the other, with one context: to make a context takes longer than to
/// digest a row.
package final class RepeatedSHA256 {
    /// A digest as four numbers, the first bytes first.
    package typealias Words = (UInt64, UInt64, UInt64, UInt64)

    private let context: OpaquePointer

    package init() {
        // Every libcrypto has SHA-256.
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto offers no SHA-256")
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    package func words(of bytes: UnsafeRawBufferPointer) -> Words {
        var words: Words = (0, 0, 0, 0)
        // Without a type the context begins anew with the one that it has.
        EVP_DigestInit_ex(context, nil, nil)
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        withUnsafeMutableBytes(of: &words) { digest in
            _ = EVP_DigestFinal_ex(context, digest.bindMemory(to: UInt8.self).baseAddress, nil)
        }
        return (
            UInt64(bigEndian: words.0), UInt64(bigEndian: words.1), UInt64(bigEndian: words.2),
            UInt64(bigEndian: words.3)
        )
    }
}
