internal import Foundation
internal import Glibc
internal import Platform

/// Files that are whole and on the disk, or not there at all, whenever the process is killed: the one way in which this
/// program replaces a file.
enum DurableFile {
    /// Why a file could not be written, in words for the operator.
    struct WritingError: Error {
        let reason: String
    }

    /// Writes `bytes` to `path`, in whose folder there is room for a hidden neighbour, and replaces what was there.
    /// - Parameters:
    ///   - isOnDisk: whether to wait until the bytes are on the disk. What can be made again at any time, as pages can,
    ///     need not wait: it is whole in any case.
    ///   - mode: of a new file, before the umask.
    static func write(
        _ bytes: [UInt8], to path: String, isOnDisk: Bool = true, mode: mode_t = 0o644
    ) throws(WritingError) {
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        // Hidden, so that one that a killed process leaves is nobody's submission.
        let unfinished = "\(folder.isEmpty ? "." : folder)/.\(name).partial"
        // One that a killed process left, or somebody's link.
        unlink(unfinished)
        let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw WritingError(reason: reason(errno)) }
        let isWritten = write(bytes, to: file) && (!isOnDisk || fsync(file) == 0)
        guard isWritten, close(file) == 0, rename(unfinished, path) == 0,
            !isOnDisk || synchronize(folder.isEmpty ? "." : folder)
        else {
            let cause = reason(errno)
            if !isWritten { close(file) }
            unlink(unfinished)
            throw WritingError(reason: cause)
        }
    }

    /// Makes a folder with those above it.
    static func makeFolder(_ path: String) throws(WritingError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw WritingError(reason: SystemReason.text(of: error, while: .writing))
        }
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
