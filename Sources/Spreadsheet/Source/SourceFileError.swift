internal import Glibc

/// Why a file could not be taken in.
package enum SourceFileError: Error, Hashable {
    case notFound
    /// Symbolic links are not followed: what they point at may lie anywhere and change at any time.
    case symbolicLink
    /// A folder, a pipe, a device.
    case notAPlainFile
    /// Sizes in bytes.
    case tooLarge(size: Int, limit: Int)
    case changedWhileReading
    /// What the system says.
    case unreadable(reason: String)

    init(errno code: CInt) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound
        case ELOOP: self = .symbolicLink
        default: self = .unreadable(reason: String(cString: strerror(code)))
        }
    }
}
