import FEEL
import Foundation
import Glibc
import Platform
import Standards

/// Appends messages to a file, a message whole or not at all.
struct FileChannel: Channel {
    /// `{date}` is the day of the message in China.
    let path: String
    let format: Receiver.Format

    func send(_ message: Message) throws {
        let path = path.replacing("{date}", with: ChinaTime.day(of: message.at).description)
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileChannelError(path: path, reason: "无法创建文件夹 \(folder.path)")
        }
        try append(Array(try format.body(of: message).utf8), to: path)
    }

    /// Under a lock, so that two runs never interleave; what a full disk cuts short is taken back.
    private func append(_ bytes: [UInt8], to path: String) throws(FileChannelError) {
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileChannelError(path: path, errno: errno) }
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { throw FileChannelError(path: path, errno: errno) }
        let end = lseek(file, 0, SEEK_END)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let cause = errno
                ftruncate(file, end)
                throw FileChannelError(path: path, errno: cause)
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else {
            let cause = errno
            ftruncate(file, end)
            throw FileChannelError(path: path, errno: cause)
        }
    }
}

/// Why nothing could be appended.
struct FileChannelError: Error, CustomStringConvertible {
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
