/// The SHA-256 of documents as people name them in a cell of evidence: `会议纪要.pdf sha256:3f2a…`.
package enum DocumentHash {
    private static let length = 64

    /// Every run of exactly 64 hexadecimal digits in `evidence`, in lower case, each once.
    package static func all(in evidence: String) -> [String] {
        guard evidence.utf8.count >= length else { return [] }
        var hashes: [String] = []
        for run in evidence.utf8.split(whereSeparator: { !isHexadecimal($0) }) where run.count == length {
            let hash = String(decoding: run, as: UTF8.self).lowercased()
            if !hashes.contains(hash) { hashes.append(hash) }
        }
        return hashes
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
