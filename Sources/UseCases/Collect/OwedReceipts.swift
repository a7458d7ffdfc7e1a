internal import Collection
internal import Foundation
internal import Glibc
internal import Spreadsheet

/// The files that are being stored and whose receipts are not written yet, on the disk: a run that is killed leaves the
/// list, and the next one makes up for it.
struct OwedReceipts {
    private let folder: URL
    /// The files that an earlier run left without a receipt.
    private let left: Set<String>

    private var path: String { folder.appending(path: ".owed").path }

    init(folder: URL) {
        self.folder = folder
        let list = try? String(contentsOf: folder.appending(path: ".owed"), encoding: .utf8)
        left = Set((list ?? "").split(separator: "\n").map(String.init))
    }

    /// Whether an earlier run stored the file and may not have come to its receipt.
    func contains(_ submission: Submission) -> Bool { left.contains(Self.key(of: submission)) }

    /// A file by its bytes and its name, whatever is in that: the same bytes under another name are owed nothing.
    private static func key(of submission: Submission) -> String {
        SHA256.digest(of: "\(submission.sha256)/\(submission.file)".utf8)
    }

    /// Notes that a file is about to be stored.
    func add(_ submission: Submission) throws(Failure) {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
        let line = Array("\(Self.key(of: submission))\n".utf8)
        let isWritten = file >= 0 && write(file, line, line.count) == line.count
        let reason = isWritten ? "" : String(cString: strerror(errno))
        if file >= 0 { close(file) }
        guard isWritten else {
            throw Failure(.configuration, "无法写入回执目录 \(folder.path)：\(reason)。请检查权限和磁盘空间。")
        }
    }

    /// Notes that every receipt is written.
    func clear() {
        unlink(path)
    }
}
