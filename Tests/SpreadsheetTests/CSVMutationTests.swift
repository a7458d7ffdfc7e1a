import Spreadsheet
import TestSupport
import Testing

/// Files that nobody would write on purpose: fixtures with bytes changed, put in, taken out and repeated, by a seeded
/// generator, so that a failure comes again.
struct CSVMutationTests {
    private static let alphabet: [UInt8] = Array("\",;\t\r\n\0a1".utf8) + [0xFF, 0xFE, 0xE4, 0xB8, 0xAD, 0x81, 0x30]

    @Test(arguments: ["utf8.csv", "gbk.csv", "utf16.csv", "embedded-newline.csv", "gb18030-four-bytes.csv"])
    func `a mutated file is read or refused, and what is read is written and read again the same`(
        name: String
    ) throws {
        var random = SeededNumbers(seed: name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
        let original = try fixture(name).bytes
        var outcomes = (read: 0, refused: 0)
        for _ in 0..<2_000 {
            let bytes = mutated(original, &random)
            do {
                let text = try DecodedText(bytes)
                let rows = try CSVSheet(text, separator: UInt8(ascii: ",")).texts()
                let again = try CSVSheet(DecodedText(Self.written(rows)), separator: UInt8(ascii: ",")).texts()
                #expect(again == rows)
                outcomes.read += 1
            } catch is TextDecodingError {
                outcomes.refused += 1
            } catch is CSVError {
                outcomes.refused += 1
            }
        }
        // Both happen, or the mutations are no test.
        #expect(outcomes.read > 50 && outcomes.refused > 50)
    }

    private func mutated(_ original: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            let byte = Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)]
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[position] = byte
            case 1: bytes.insert(byte, at: position)
            case 2: bytes.remove(at: position)
            case 3: bytes.removeSubrange(position...)
            default: bytes.insert(contentsOf: bytes[position...].prefix(20), at: position)
            }
        }
        return bytes
    }

    private static func written(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" }
                .joined(separator: ",")
        }.joined(separator: "\n")
    }
}
