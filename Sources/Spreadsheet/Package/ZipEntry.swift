/// A file of a zip archive, as the archive's directory and the file's own header agree on it.
struct ZipEntry: Sendable {
    let name: String
    let isEncrypted: Bool
    /// 0 stored, 8 deflated; whatever else cannot be read.
    private(set) var method: Int
    let checksum: Int
    /// Inflated.
    let size: Int
    /// Where its header starts.
    let header: Int
    /// Where its compressed bytes are.
    private(set) var data: Range<Int>

    /// The same entry of which the inflated bytes are at hand.
    var stored: ZipEntry {
        var entry = self
        entry.method = 0
        entry.data = 0..<size
        return entry
    }

    /// Reads the next entry of the directory; nil where the directory, the header and the file do not fit together.
    init?(central reader: inout ByteReader) {
        guard reader.integer(4) == 0x0201_4B50, reader.integer(4) != nil, let flags = reader.integer(2),
            let method = reader.integer(2), reader.integer(4) != nil, let checksum = reader.integer(4),
            var compressed = reader.integer(4), var size = reader.integer(4), let nameLength = reader.integer(2),
            let extraLength = reader.integer(2), let commentLength = reader.integer(2), reader.range(8) != nil,
            var header = reader.integer(4), let name = reader.range(nameLength),
            let extra = reader.range(extraLength), reader.range(commentLength) != nil
        else { return nil }
        var wide = Self.zip64(in: reader.bytes, extra)
        if size == 0xFFFF_FFFF {
            guard let value = wide?.integer(8) else { return nil }
            size = value
        }
        if compressed == 0xFFFF_FFFF {
            guard let value = wide?.integer(8) else { return nil }
            compressed = value
        }
        if header == 0xFFFF_FFFF {
            guard let value = wide?.integer(8) else { return nil }
            header = value
        }
        guard let data = Self.data(in: reader.bytes, header: header, name: name, compressed) else { return nil }
        self.name = String(decoding: reader.bytes[name], as: UTF8.self)
        // Bit 0: encrypted; bit 13: the directory is; method 99: AES.
        isEncrypted = flags & 0x2001 != 0 || method == 99
        self.method = method
        self.checksum = checksum
        self.size = size
        self.header = header
        self.data = data
    }

    /// What follows the header of the file itself, where that header has the same name.
    private static func data(in bytes: [UInt8], header: Int, name: Range<Int>, _ compressed: Int) -> Range<Int>? {
        var reader = ByteReader(bytes, at: header)
        guard reader.integer(4) == 0x0403_4B50, reader.range(22) != nil, let nameLength = reader.integer(2),
            let extraLength = reader.integer(2), let ownName = reader.range(nameLength),
            reader.range(extraLength) != nil, bytes[ownName] == bytes[name]
        else { return nil }
        return reader.range(compressed)
    }

    /// The field of sizes that do not fit into 32 bits.
    private static func zip64(in bytes: [UInt8], _ extra: Range<Int>) -> ByteReader? {
        var reader = ByteReader(bytes, at: extra.lowerBound, end: extra.upperBound)
        while let id = reader.integer(2), let length = reader.integer(2),
            let field = reader.range(length)
        {
            if id == 1 { return ByteReader(bytes, at: field.lowerBound, end: field.upperBound) }
        }
        return nil
    }
}
