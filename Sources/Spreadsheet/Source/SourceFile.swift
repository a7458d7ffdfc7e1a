internal import Glibc
internal import Safekeeping

/// A file as it was when it was opened: read once, and hashed as it was read, so that the digest is of the very bytes
/// that everything later is taken from.
package struct SourceFile: Sendable {
    /// The name the file is known by in what was collected.
    package let name: String
    package let bytes: [UInt8]
    /// SHA-256 of ``bytes``, 64 hexadecimal digits.
    package let sha256: String

    /// In bytes. A table of this size has four million rows, and with what is made of it takes half a gigabyte.
    package static let sizeLimit = 128 << 20

    /// Reads the file at `path`.
    /// - Parameters:
    ///   - name: what to call the file, usually its path within the folder collected.
    ///   - sizeLimit: in bytes; a larger file is refused unread.
    ///   - seen: what an earlier look found; nil where nobody has looked.
    /// - Throws: where the last component of `path` is a symbolic link or no plain file, the file is too large, cannot
    ///   be read, or changes while it is or has changed since it was looked at.
    package init(
        path: FilePath, name: String, sizeLimit: Int = Self.sizeLimit, seen: FilePath.Status? = nil
    ) throws(SourceFileError) {
        let descriptor = try OpenFile(path)
        if let seen, !descriptor.status.isUnchanged(since: seen) { throw .changedWhileReading }
        guard descriptor.size <= sizeLimit else { throw .tooLarge(size: descriptor.size, limit: sizeLimit) }
        guard var digest = SHA256() else { throw .unreadable(reason: "系统没有 SHA-256 算法") }
        bytes = try descriptor.read(upTo: descriptor.size) { digest.update($0) }
        guard bytes.count == descriptor.size, try descriptor.isAtEnd(), descriptor.isUnchanged else {
            throw .changedWhileReading
        }
        self.name = name
        sha256 = digest.finish()
    }

    package init(path: String, name: String, sizeLimit: Int = Self.sizeLimit) throws(SourceFileError) {
        try self.init(path: FilePath(path), name: name, sizeLimit: sizeLimit)
    }

    /// A file that is in memory already.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        sha256 = SHA256.digest(of: bytes)
    }

    /// The SHA-256 of the file at `path`, as 64 hexadecimal digits; nil where it does not have `size` bytes. The file is
    /// read a block at a time.
    package static func digest(of path: FilePath, size: Int) throws(SourceFileError) -> String? {
        let descriptor = try OpenFile(path)
        guard descriptor.size == size else { return nil }
        guard var digest = SHA256() else { throw .unreadable(reason: "系统没有 SHA-256 算法") }
        var left = size
        while left > 0 {
            let block = try descriptor.read(upTo: min(left, 1 << 20)) { digest.update($0) }
            guard !block.isEmpty else { return nil }
            left -= block.count
        }
        return try descriptor.isAtEnd() ? digest.finish() : nil
    }

    /// The first `count` bytes of the file at `path`, or fewer where it is shorter: enough to tell what a file is,
    /// never what is taken from it.
    package static func prefix(of path: FilePath, count: Int) throws(SourceFileError) -> [UInt8] {
        let descriptor = try OpenFile(path)
        return try descriptor.read(upTo: min(count, descriptor.size)) { _ in }
    }
}

/// A plain file that is open for reading; closed when it goes out of scope.
private struct OpenFile: ~Copyable {
    /// As it was when it was opened.
    let status: FilePath.Status
    private let descriptor: CInt

    var size: Int { status.size }

    init(_ path: FilePath) throws(SourceFileError) {
        (descriptor, status) = try Self.open(path)
    }

    private static func open(
        _ path: FilePath
    ) throws(SourceFileError) -> (descriptor: CInt, status: FilePath.Status) {
        // Without O_NONBLOCK opening a named pipe would wait for its writer.
        let descriptor = try path.open(O_RDONLY | O_NONBLOCK)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let error = SourceFileError(errno: errno)
            close(descriptor)
            throw error
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAPlainFile
        }
        return (descriptor, FilePath.Status(status))
    }

    /// Whether the file is what it was when it was opened.
    var isUnchanged: Bool {
        var now = stat()
        return fstat(descriptor, &now) == 0 && FilePath.Status(now).isUnchanged(since: status)
    }

    deinit {
        close(descriptor)
    }

    /// The next `count` bytes, or fewer at the end of the file, each block shown to `body` as it arrives.
    func read(
        upTo count: Int, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(SourceFileError) -> [UInt8] {
        var failure: SourceFileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                let block = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let got = Glibc.read(descriptor, block.baseAddress, min(block.count, 1 << 20))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = SourceFileError(errno: errno) }
                guard got > 0 else { return }
                body(UnsafeRawBufferPointer(rebasing: block[..<got]))
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    func isAtEnd() throws(SourceFileError) -> Bool {
        try read(upTo: 1) { _ in }.isEmpty
    }
}
