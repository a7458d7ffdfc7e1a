import TestSupport

/// Changes bytes here and there.
struct Mutation {
    /// Bytes that mean something where they are put.
    let alphabet: [UInt8]

    func callAsFunction(_ original: [UInt8], changes: ClosedRange<Int>, _ random: inout SeededNumbers) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: changes, using: &random) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[position] = byte
            case 1: bytes.insert(byte, at: position)
            case 2: bytes.remove(at: position)
            case 3: bytes.removeSubrange(position..<min(bytes.count, position + Int(byte)))
            case 4: bytes.insert(contentsOf: bytes[position...].prefix(Int(byte)), at: position)
            default: bytes[position] ^= 1 << (byte & 7)
            }
        }
        return bytes
    }
}
