internal import Collection
internal import Spreadsheet
package import Foundation

/// The folder that keeps files which could not be taken in, each with a note of the reason beside it.
package struct Quarantine: Sendable {
    package let folder: URL

    package init(folder: URL) {
        self.folder = folder
    }

    /// Keeps a copy of what was read of the file at `path`. The name carries the start of the hash, so the same file is
    /// kept once and two files of one name do not meet.
    func keep(_ submission: Submission, path: String, reason: String, _ findings: [Finding]) throws {
        let sha256 = submission.sha256
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let mark = sha256.isEmpty ? "unread" : String(sha256.prefix(12))
            let kept = folder.appending(path: "\(mark)-\(submission.shortName)")
            var note = "文件：\(path)\nSHA-256：\(sha256)\n原因：\(reason)\n"
            for finding in findings { note += "\(finding.kind.severity.title)：\(finding.message)\n" }
            try Data(note.utf8).write(to: kept.appendingPathExtension("reason.txt"), options: .atomic)
            guard !FileManager.default.fileExists(atPath: kept.path) else { return }
            // A file that could not be opened stays where it is; the note says where.
            guard let content = submission.content else { return }
            try Data(content.bytes).write(to: kept, options: .atomic)
        } catch {
            throw Failure(.configuration, "无法写入隔离目录 \(folder.path)：\(error.localizedDescription)。请检查权限和磁盘空间。")
        }
    }
}

extension Submission {
    /// The name, its middle left out where the whole would leave no room for what is put around it: of the 255 bytes
    /// that a name can have, an atomic writing takes some thirty for its own.
    fileprivate var shortName: String {
        guard name.utf8.count > 180 else { return name }
        let suffix = name.split(separator: ".").last.map { $0.utf8.count <= 10 ? ".\($0)" : "" } ?? ""
        return name.prefix(utf8: 160) + "…" + suffix
    }
}
