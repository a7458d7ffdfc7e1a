internal import Foundation
internal import Glibc
internal import Platform

/// Files that are whole and on the disk, or not there at all, whenever the process is killed: the one way in which this
/// program replaces a file.
package enum DurableFile {
    /// Why a file could not be written, in words for the operator.
    package struct WritingError: Error {
        package let reason: String
    }

    /// Writes `bytes` to `path`, in whose folder there is room for a hidden neighbour, and replaces what was there.
    /// - Parameters:
    ///   - isOnDisk: whether to wait until the bytes are on the disk. What can be made again at any time, as pages can,
    ///     need not wait: it is whole in any case.
    ///   - mode: of the file, whatever the umask.
    package static func write(
        _ bytes: [UInt8], to path: String, isOnDisk: Bool = true, mode: UInt32 = 0o600
    ) throws(WritingError) {
        do {
            try write(to: path, isOnDisk: isOnDisk, mode: mode) { add in try add(bytes) }
        } catch {
            throw error as? WritingError ?? WritingError(reason: "\(error)")
        }
    }

    /// The same of what is made a piece at a time, so that it need not be in memory as a whole.
    /// - Parameter body: is given what adds a piece at the end.
    /// - Throws: ``WritingError``, and what `body` throws; then nothing was replaced.
    package static func write(
        to path: String, isOnDisk: Bool = true, mode: UInt32 = 0o600,
        _ body: (_ add: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        // Hidden, so that one that a killed process leaves is nobody's submission.
        let unfinished = "\(folder.isEmpty ? "." : folder)/.\(name).\(getpid()).partial"
        // One that a killed process left, or somebody's link.
        unlink(unfinished)
        let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw WritingError(reason: reason(errno)) }
        do {
            guard fchmod(file, mode) == 0 else { throw WritingError(reason: reason(errno)) }
            try body { piece in
                guard write(piece, to: file) else { throw WritingError(reason: reason(errno)) }
            }
            guard !isOnDisk || fsync(file) == 0 else { throw WritingError(reason: reason(errno)) }
        } catch {
            close(file)
            unlink(unfinished)
            throw error
        }
        guard close(file) == 0, rename(unfinished, path) == 0,
            !isOnDisk || synchronize(folder.isEmpty ? "." : folder)
        else {
            let cause = reason(errno)
            unlink(unfinished)
            throw WritingError(reason: cause)
        }
    }

    /// Makes a folder with those above it, where they are not there yet.
    /// - Parameter mode: of those that are made, whatever the umask.
    package static func makeFolder(_ path: String, mode: UInt32 = 0o700) throws(WritingError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw WritingError(reason: reason(ENOTDIR)) }
            return
        }
        let above = (path as NSString).deletingLastPathComponent
        if !above.isEmpty, above != path { try makeFolder(above, mode: mode) }
        if mkdir(path, mode) == 0 {
            guard chmod(path, mode) == 0 else { throw WritingError(reason: reason(errno)) }
            return
        }
        let code = errno
        // Somebody else may have made it in the meantime.
        guard code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw WritingError(reason: reason(code))
        }
    }

    /// Adds a line to a list that only its owner reads.
    package static func append(_ line: String, to path: String) throws(WritingError) {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw WritingError(reason: reason(errno)) }
        defer { close(file) }
        guard write(Array(line.utf8), to: file) else { throw WritingError(reason: reason(errno)) }
    }

    private static func write(_ bytes: [UInt8], to file: CInt) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Brings the names in a folder to the disk.
    private static func synchronize(_ folder: String) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    private static func reason(_ code: CInt) -> String { SystemReason.text(code, while: .writing) }
}
