internal import Configuration
internal import Foundation
internal import Glibc
internal import Platform
internal import Standards
internal import Store

/// The files that are being stored and whose receipts are not written yet, on the disk: a run that is killed leaves the
/// list, and the next one makes up for it.
struct OwedReceipts {
    /// A file by its bytes and whose word it is.
    struct Line: Codable {
        let sha256: String
        private let authority: String
        private let region: String
        private let sender: String
        private let consortium: String?

        init(_ file: SubmissionFile) {
            sha256 = file.sha256 ?? ""
            authority = file.origin.authority.rawValue
            region = file.origin.region
            sender = file.origin.sender
            consortium = file.origin.consortium
        }

        var origin: Origin {
            Origin(
                authority: Authority(rawValue: authority) ?? .secretariat, region: region, sender: sender,
                consortium: consortium)
        }
    }

    private let folder: URL
    /// What an earlier run left without a receipt.
    let left: [Line]

    private var path: String { folder.appending(path: ".owed").path }

    /// - Throws: ``Failure`` where the list is there and cannot be read.
    init(folder: URL) throws(Failure) {
        self.folder = folder
        guard let list = try? AtHand.content(of: folder.appending(path: ".owed")) ?? Data() else {
            throw Failure(.configuration, "无法读取回执目录 \(folder.path) 里未写完的回执清单（.owed）。请检查权限。")
        }
        // A line that was being written when the power went is none: its file was not stored yet.
        left = list.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONDecoder().decode(Line.self, from: $0) }
    }

    /// Notes that a file is about to be stored.
    func add(_ submission: SubmissionFile) throws(Failure) {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        let line = Array(((try? JSONEncoder().encode(Line(submission))) ?? Data()) + Data("\n".utf8))
        let isWritten = file >= 0 && write(file, line, line.count) == line.count
        let reason = isWritten ? "" : SystemReason.text(errno, while: .writing)
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
