internal import Foundation
internal import Glibc

/// The place that a path leads to, whatever links stand at its end.
package enum RealPath {
    /// `path`, or where it leads as long as it is a symbolic link; the folders above are left as they are written, so
    /// that messages name what people typed.
    package static func following(_ path: String) -> String {
        var path = path
        // As many as the system follows.
        for _ in 0..<40 {
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
            let folder = (path as NSString).deletingLastPathComponent
            path = target.hasPrefix("/") || folder.isEmpty ? target : "\(folder)/\(target)"
        }
        return path
    }

    /// Device and inode of what is at the path, the same for every name of one file; nil where nothing is.
    package static func identity(_ path: String) -> [UInt64]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }

    package static func isSymbolicLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
