@testable import Spreadsheet
import TestSupport
import Testing

/// Files that nobody would write on purpose: fixtures with bytes changed, as they are and within their parts, by a
/// seeded generator, so that a failure comes again. Whatever comes of it, it is cells or a message.
struct XLSXMutationTests {
    private static let bytes = Mutation(alphabet: [0, 1, 2, 4, 8, 0x10, 0x20, 0x50, 0x4B, 0x7F, 0x80, 0xFE, 0xFF])
    private static let markup = Mutation(
        alphabet: Array("<>/=\"&; rstvcf0123456789EAB-.#[]".utf8) + [0, 0xE4, 0xFF])

    @Test(arguments: ["xlsxwriter.xlsx", "libreoffice.xlsx", "utf16.xlsx", "hidden-and-merged.xlsx", "encrypted.xlsx"])
    func `a file with changed bytes is read or refused`(name: String) throws {
        var random = SeededNumbers(seed: name.utf8.reduce(2) { $0 &* 31 &+ UInt64($1) })
        let original = try fixture("xlsx/\(name)").bytes
        for _ in 0..<800 {
            Self.read(Self.bytes(original, changes: 1...4, &random))
        }
    }

    @Test(arguments: ["xlsxwriter.xlsx", "openpyxl.xlsx", "hidden-and-merged.xlsx", "inline-strings.xlsx"])
    func `a file with changed parts is read or refused`(name: String) throws {
        var random = SeededNumbers(seed: name.utf8.reduce(3) { $0 &* 31 &+ UInt64($1) })
        let archive = try ZipArchive(fixture("xlsx/\(name)").bytes, limits: PackageLimits())
        let parts = try archive.parts()
        var outcomes = (read: 0, refused: 0)
        for _ in 0..<500 {
            let changed = Int.random(in: 0..<parts.count, using: &random)
            var builder = PackageBuilder()
            for (index, part) in parts.enumerated() {
                builder.add(
                    part.name, index == changed ? Self.markup(part.bytes, changes: 1...3, &random) : part.bytes)
            }
            if Self.read(builder.bytes) { outcomes.read += 1 } else { outcomes.refused += 1 }
        }
        #expect(outcomes.read > 100 && outcomes.refused > 100)
    }

    /// Whether the file could be read as a workbook; anything but an ``OfficeFileError`` is a failure.
    @discardableResult
    private static func read(_ bytes: [UInt8]) -> Bool {
        do {
            let book = try Workbook(bytes)
            _ = try book.listing()
            for sheet in book.sheets { _ = try sheet.layout() }
            return true
        } catch let error as OfficeFileError {
            #expect(!error.message.isEmpty)
            return false
        } catch {
            Issue.record(error)
            return false
        }
    }
}

extension ZipArchive {
    /// All parts, in the order of their names.
    func parts() throws -> [(name: String, bytes: [UInt8])] {
        try names.sorted().compactMap { name in
            guard let entry = self[name], var stream = try open(name) else { return nil }
            var bytes = [UInt8](repeating: 0, count: entry.size + 1)
            var filled = 0
            while true {
                let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(OfficeFileError) in
                    try stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
                }
                guard count > 0 else { break }
                filled += count
            }
            return (entry.name, Array(bytes[..<filled]))
        }
    }
}
