internal import Glibc
internal import Platform

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
    /// Why, as a phrase in Chinese.
    case unreadable(reason: String)

    init(errno code: CInt) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound
        case ELOOP: self = .symbolicLink
        default: self = .unreadable(reason: SystemReason.text(code, while: .reading))
        }
    }

    /// Why, as a phrase in Chinese without a full stop.
    package var reason: String {
        switch self {
        case .notFound: "没有这个文件"
        case .symbolicLink: "是符号链接，不予跟随"
        case .notAPlainFile: "不是普通文件"
        case .tooLarge(let size, let limit): "文件有 \(size.sizeText)，超过 \(limit.sizeText)的上限"
        case .changedWhileReading: "读取时文件正在变化，可能还没有传完"
        case .unreadable(let reason): reason
        }
    }
}

extension Int {
    /// A size in bytes as people know it: `300 字节`, `12 KB`, `140 MB`.
    package var sizeText: String {
        switch self {
        case ..<1_024: "\(self) 字节"
        case ..<(1 << 20): "\((self + 1_023) >> 10) KB"
        default: "\((self + (1 << 20) - 1) >> 20) MB"
        }
    }
}
