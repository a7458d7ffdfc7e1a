/// The directory of a zip archive that is in memory. Every place in it is checked against the file, every size against
/// the limits before the entry is inflated, and no name in it is ever used as the name of a file.
struct ZipArchive: Sendable {
    let bytes: [UInt8]
    private let limits: PackageLimits
    /// By ``ZipArchive/key(_:)`` of their names.
    private let entries: [String: ZipEntry]
    /// What ``hold(_:upTo:)`` has inflated.
    private var held: [String: [UInt8]] = [:]

    init(_ bytes: [UInt8], limits: PackageLimits) throws(OfficeFileError) {
        self.bytes = bytes
        self.limits = limits
        // What begins as something else is that, whatever stands at its end: a compound file may hold an archive.
        let format = FileFormat(prefix: bytes)
        guard format == .zip || format == .other else { throw OfficeFileError(.otherFormat(FileFormat(of: bytes))) }
        guard let end = ZipEnd(bytes) else {
            throw OfficeFileError(format == .zip ? .truncated : .otherFormat(format))
        }
        guard end.count <= limits.parts else { throw OfficeFileError(.tooManyParts(limit: limits.parts)) }
        let list = try Self.entries(of: bytes, end)
        try Self.check(list, directory: end.offset)
        var entries: [String: ZipEntry] = [:]
        for entry in list where !entry.name.hasSuffix("/") {
            guard entries.updateValue(entry, forKey: Self.key(entry.name)) == nil else {
                throw OfficeFileError(.duplicatePart, part: entry.name)
            }
        }
        self.entries = entries
    }

    var names: some Collection<String> { entries.keys }

    subscript(name: String) -> ZipEntry? { entries[Self.key(name)] }

    /// An entry to be read from its start; nil where there is none of the name.
    func open(_ name: String) throws(OfficeFileError) -> PartStream? {
        guard let entry = self[name] else { return nil }
        guard entry.size <= limits.size else { throw OfficeFileError(.tooLarge(limit: limits.size), part: entry.name) }
        guard entry.size <= limits.ratioThreshold || entry.size / limits.ratio <= entry.data.count else {
            throw OfficeFileError(.bomb(ratio: limits.ratio), part: entry.name)
        }
        if let inflated = held[Self.key(name)] { return try PartStream(entry.stored, of: inflated) }
        return try PartStream(entry, of: bytes)
    }

    /// Inflates an entry of at most `limit` bytes, to be read from memory from now on. One that is damaged is left to
    /// its reading.
    mutating func hold(_ name: String, upTo limit: Int) {
        guard let entry = self[name], entry.size <= limit,
            let inflated = try? inflated(name, size: entry.size), inflated.count == entry.size
        else { return }
        held[Self.key(name)] = inflated
    }

    private func inflated(_ name: String, size: Int) throws -> [UInt8]? {
        guard var stream = try open(name) else { return nil }
        // One byte more: the end is seen where there is room left.
        return try [UInt8](unsafeUninitializedCapacity: size + 1) { bytes, count in
            while true {
                let more = try stream.read(into: UnsafeMutableBufferPointer(rebasing: bytes[count...]))
                guard more > 0 else { break }
                count += more
            }
        }
    }

    /// Part names are told apart without regard to case; some programs write `\` for `/`.
    private static func key(_ name: String) -> String {
        String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    }

    private static func entries(of bytes: [UInt8], _ end: ZipEnd) throws(OfficeFileError) -> [ZipEntry] {
        var reader = ByteReader(bytes, at: end.offset)
        var entries: [ZipEntry] = []
        for _ in 0..<end.count {
            guard let entry = ZipEntry(central: &reader) else { throw OfficeFileError(.damagedArchive) }
            entries.append(entry)
        }
        return entries
    }

    /// Checks that the entries lie one after the other in front of the directory.
    private static func check(_ entries: [ZipEntry], directory: Int) throws(OfficeFileError) {
        var end = 0
        for entry in entries.sorted(by: { $0.header < $1.header }) {
            if entry.isEncrypted { throw OfficeFileError(.otherFormat(.encrypted), part: entry.name) }
            guard entry.header >= end else { throw OfficeFileError(.overlappingParts, part: entry.name) }
            end = entry.data.upperBound
            guard end <= directory else { throw OfficeFileError(.damagedArchive, part: entry.name) }
        }
    }
}

/// The record at the end of an archive, which says where its directory is.
private struct ZipEnd {
    let count: Int
    let offset: Int

    private static let size = 22
    private static let longestComment = 65_535

    /// Nil where `bytes` have no such record: they are no archive, or not all of one.
    init?(_ bytes: [UInt8]) {
        let earliest = max(0, bytes.count - Self.size - Self.longestComment)
        var start = bytes.count - Self.size
        while start >= earliest {
            if bytes[start] == 0x50, let end = Self(bytes, at: start) {
                self = end
                return
            }
            start -= 1
        }
        return nil
    }

    private init?(_ bytes: [UInt8], at start: Int) {
        var reader = ByteReader(bytes, at: start)
        guard reader.integer(4) == 0x0605_4B50, reader.integer(2) != nil, reader.integer(2) != nil,
            reader.integer(2) != nil, let count = reader.integer(2), let size = reader.integer(4),
            let offset = reader.integer(4), let comment = reader.integer(2), reader.range(comment) != nil
        else { return nil }
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            guard let end = Self(zip64: bytes, locator: start - 20) else { return nil }
            self = end
        } else {
            guard offset <= start, size <= start - offset else { return nil }
            self.count = count
            self.offset = offset
        }
    }

    private init?(zip64 bytes: [UInt8], locator: Int) {
        var reader = ByteReader(bytes, at: locator)
        guard reader.integer(4) == 0x0706_4B50, reader.integer(4) != nil, let record = reader.integer(8),
            record <= locator
        else { return nil }
        reader = ByteReader(bytes, at: record)
        guard reader.integer(4) == 0x0606_4B50, reader.range(28) != nil, let count = reader.integer(8),
            let size = reader.integer(8), let offset = reader.integer(8), offset <= record, size <= record - offset
        else { return nil }
        self.count = count
        self.offset = offset
    }
}
