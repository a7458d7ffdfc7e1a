internal import Foundation

/// A hash of the log: 32 bytes, as four numbers, the first bytes first.
package struct TreeHash: Sendable, Hashable, Comparable {
    private let words: SIMD4<UInt64>

    package init(_ words: RepeatedSHA256.Words) {
        self.words = SIMD4(words.0, words.1, words.2, words.3)
    }

    /// Nil where there are not 32 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words = SIMD4<UInt64>()
        for (place, byte) in bytes.enumerated() { words[place / 8] = words[place / 8] << 8 | UInt64(byte) }
        self.words = words
    }

    /// Reads base64 as RFC 4648 has it, with its padding.
    package init?(base64 text: some StringProtocol) {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == text else { return nil }
        self.init(data)
    }

    /// Reads 64 hexadecimal digits.
    package init?(hexadecimal text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(text.dropFirst($0).prefix(2)), radix: 16) }
        self.init(bytes)
    }

    package var bytes: [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - 8 * ($0 % 8))) }
    }

    package var base64: String { Data(bytes).base64EncodedString() }

    package var hexadecimal: String { bytes.hexText }

    /// By their bytes, the first ones first.
    package static func < (left: TreeHash, right: TreeHash) -> Bool {
        for place in 0..<4 where left.words[place] != right.words[place] {
            return left.words[place] < right.words[place]
        }
        return false
    }

    /// Writes the 32 bytes to the beginning of `target`.
    func write(to target: UnsafeMutableRawBufferPointer, at offset: Int) {
        for place in 0..<4 {
            target.storeBytes(of: words[place].bigEndian, toByteOffset: offset + 8 * place, as: UInt64.self)
        }
    }
}

extension [UInt8] {
    /// Two small digits a byte.
    package var hexText: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
