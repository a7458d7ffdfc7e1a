internal import CZlib

/// The bytes of one part of a package, inflated a block at a time and checked as they pass: no more than the directory
/// said, and their checksum at the end.
struct PartStream: ~Copyable {
    let name: String
    private let archive: [UInt8]
    private let entry: ZipEntry
    /// Nil for a part that is stored as it is. The library keeps its address, so it must not move.
    private let inflater: UnsafeMutablePointer<z_stream>?
    private var read: Int
    private var written = 0
    private var checksum: UInt = 0
    private var isAtEnd = false

    /// - Parameter archive: the bytes that the entry is in.
    init(_ entry: ZipEntry, of archive: [UInt8]) throws(OfficeFileError) {
        name = entry.name
        self.archive = archive
        self.entry = entry
        read = entry.data.lowerBound
        switch entry.method {
        case 0 where entry.size == entry.data.count:
            inflater = nil
        case 0:
            throw OfficeFileError(.damagedPart, part: entry.name)
        case 8:
            let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
            stream.initialize(to: z_stream())
            guard inflate_init_raw(stream) == Z_OK else {
                stream.deallocate()
                throw OfficeFileError(.damagedPart, part: entry.name)
            }
            inflater = stream
        default:
            throw OfficeFileError(.unsupportedCompression(method: entry.method), part: entry.name)
        }
    }

    deinit {
        guard let inflater else { return }
        inflateEnd(inflater)
        inflater.deallocate()
    }

    /// Fills `block` from the front and says how far; 0 at the end of the part.
    mutating func read(into block: UnsafeMutableBufferPointer<UInt8>) throws(OfficeFileError) -> Int {
        guard !isAtEnd, !block.isEmpty else { return 0 }
        let count = inflater == nil ? copy(into: block) : try inflate(into: block)
        written += count
        checksum = crc32(checksum, block.baseAddress, UInt32(count))
        guard written <= entry.size else { throw damaged }
        if isAtEnd {
            guard written == entry.size, checksum == UInt(entry.checksum) else { throw damaged }
        }
        return count
    }

    private mutating func copy(into block: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let count = min(block.count, entry.data.upperBound - read)
        _ = block.update(fromContentsOf: archive[read..<read + count])
        read += count
        isAtEnd = read == entry.data.upperBound
        return count
    }

    private mutating func inflate(into block: UnsafeMutableBufferPointer<UInt8>) throws(OfficeFileError) -> Int {
        guard let inflater else { return 0 }
        let room = min(block.count, 1 << 30)
        let input = min(entry.data.upperBound - read, 1 << 30)
        let code = archive.withUnsafeBufferPointer { bytes in
            inflater.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress?.advanced(by: read))
            inflater.pointee.avail_in = UInt32(input)
            inflater.pointee.next_out = block.baseAddress
            inflater.pointee.avail_out = UInt32(room)
            return CZlib.inflate(inflater, Z_NO_FLUSH)
        }
        let count = room - Int(inflater.pointee.avail_out)
        read += input - Int(inflater.pointee.avail_in)
        isAtEnd = code == Z_STREAM_END
        // Without room left to write or bytes left to read, anything but the end is a part that breaks off.
        guard isAtEnd || (code == Z_OK && count > 0) else { throw damaged }
        return count
    }

    private var damaged: OfficeFileError { OfficeFileError(.damagedPart, part: name) }
}
