internal import CZlib

/// Changes one part of an archive that was written by ourselves: small, without a comment and without data
/// descriptors. What the library cannot write is written this way.
enum ArchivePatch {
    /// The archive with the text of a part changed; nil where it does not have the part, or is no archive of ours.
    static func changing(_ part: String, in bytes: [UInt8], _ change: (String) -> String) -> [UInt8]? {
        guard let archive = try? ZipArchive(bytes, limits: PackageLimits()), let target = archive[part],
            let text = text(of: part, in: archive), var records = directory(of: bytes)
        else { return nil }
        let changed = Array(change(text).utf8)
        var output: [UInt8] = []
        for index in records.indices {
            let start = records[index].integer(at: 42, 4)
            let length = start + 30 + bytes.integer(at: start + 26, 2) + bytes.integer(at: start + 28, 2)
            var header = Array(bytes[start..<length])
            records[index].set(output.count, at: 42, 4)
            if start == target.header {
                // Stored as it is: method, checksum, and its size twice.
                header.set(0, at: 8, 2)
                records[index].set(0, at: 10, 2)
                for (offset, value) in [(0, Int(checksum(changed))), (4, changed.count), (8, changed.count)] {
                    header.set(value, at: 14 + offset, 4)
                    records[index].set(value, at: 16 + offset, 4)
                }
                output += header + changed
            } else {
                output += header + bytes[length..<(length + records[index].integer(at: 20, 4))]
            }
        }
        let start = output.count
        output += records.joined()
        var end = Array(bytes.suffix(endSize))
        end.set(output.count - start, at: 12, 4)
        end.set(start, at: 16, 4)
        return output + end
    }

    private static let endSize = 22

    private static func text(of part: String, in archive: ZipArchive) -> String? {
        guard let entry = archive[part], var stream = try? archive.open(part) else { return nil }
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: entry.size + 1)
        defer { block.deallocate() }
        var count = 0
        while let more = try? stream.read(into: UnsafeMutableBufferPointer(rebasing: block[count...])), more > 0 {
            count += more
        }
        return String(decoding: block[..<count], as: UTF8.self)
    }

    /// The records of the directory, in its order; nil where the archive does not end as ours do.
    private static func directory(of bytes: [UInt8]) -> [[UInt8]]? {
        let end = bytes.count - endSize
        guard end >= 0, bytes.integer(at: end, 4) == 0x0605_4B50 else { return nil }
        var records: [[UInt8]] = []
        var start = bytes.integer(at: end + 16, 4)
        for _ in 0..<bytes.integer(at: end + 10, 2) {
            guard start + 46 <= end, bytes.integer(at: start, 4) == 0x0201_4B50 else { return nil }
            let size = 46 + (0..<3).reduce(0) { $0 + bytes.integer(at: start + 28 + $1 * 2, 2) }
            guard start + size <= end else { return nil }
            records.append(Array(bytes[start..<(start + size)]))
            start += size
        }
        return records
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt {
        bytes.withUnsafeBufferPointer { UInt(crc32(0, $0.baseAddress, UInt32($0.count))) }
    }
}

extension [UInt8] {
    /// The number of `count` bytes at a place, the lowest first.
    fileprivate func integer(at place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(self[place + $1]) << ($1 * 8) }
    }

    fileprivate mutating func set(_ value: Int, at place: Int, _ count: Int) {
        for index in 0..<count { self[place + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
    }
}
