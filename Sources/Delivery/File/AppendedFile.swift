import FEEL
import Foundation
import Glibc
import Platform
import Standards

/// A file that messages are added to, open and locked, so that two processes never interleave.
final class AppendedFile {
    private let path: String
    private let file: CInt

    /// Opens the file of a day, making it and its folders where they are not there.
    /// - Parameter template: the path; `{date}` becomes the day in China.
    init(_ template: String, on instant: Date) throws(FileAppendingError) {
        path = template.replacing("{date}", with: ChinaTime.day(of: instant).description)
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileAppendingError(path: path, reason: "无法创建文件夹 \(folder.path)")
        }
        file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileAppendingError(path: path, errno: errno) }
        guard flock(file, LOCK_EX) == 0 else { throw FileAppendingError(path: path, errno: errno) }
    }

    deinit { close(file) }

    /// Whether a process that was killed had added `text` already. Where it had added the beginning only, that is taken
    /// back.
    func completes(_ text: String) throws(FileAppendingError) -> Bool {
        let bytes = Data(text.utf8)
        guard let end = size, let contents = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
            return false
        }
        if contents.range(of: bytes) != nil { return true }
        let longest = min(bytes.count - 1, contents.count)
        guard longest > 0, let torn = (1...longest).reversed().first(where: { contents.suffix($0) == bytes.prefix($0) })
        else { return false }
        try takeBack(to: end - torn)
        return false
    }

    /// Adds `text` and waits until it is on the disk; what a full disk cuts short is taken back.
    func append(_ text: String) throws(FileAppendingError) {
        guard let end = size else { throw FileAppendingError(path: path, errno: errno) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { try fail(errno, keeping: end) }
            rest = rest.dropFirst(count)
        }
        // A pipe or a terminal has nothing that could be brought to a disk.
        guard fsync(file) == 0 || errno == EINVAL else { try fail(errno, keeping: end) }
    }

    private func fail(_ cause: CInt, keeping end: Int) throws(FileAppendingError) -> Never {
        ftruncate(file, off_t(end))
        throw FileAppendingError(path: path, errno: cause)
    }

    private func takeBack(to end: Int) throws(FileAppendingError) {
        guard ftruncate(file, off_t(end)) == 0 else { throw FileAppendingError(path: path, errno: errno) }
    }

    private var size: Int? {
        var status = stat()
        return fstat(file, &status) == 0 ? Int(status.st_size) : nil
    }
}

/// Why nothing could be appended.
struct FileAppendingError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    init(path: String, errno: Int32) {
        self.init(path: path, reason: SystemReason.text(errno, while: .writing))
    }

    /// `无法写入 var/alerts/ministry.txt：磁盘已满`
    var description: String { "无法写入 \(path)：\(reason)" }
}
