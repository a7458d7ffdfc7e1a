internal import Collection
package import Foundation

/// The folder that keeps files which could not be taken in, each with a note of the reason beside it.
package struct Quarantine: Sendable {
    package let folder: URL

    package init(folder: URL) {
        self.folder = folder
    }

    /// Keeps a copy of the file at `path`. The name carries the start of the hash, so the same file is kept once and
    /// two files of one name do not meet.
    func keep(path: String, name: String, sha256: String, reason: String, _ findings: [Finding]) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let kept = folder.appending(path: "\(sha256.isEmpty ? "unread" : String(sha256.prefix(12)))-\(name)")
            var note = "文件：\(path)\nSHA-256：\(sha256)\n原因：\(reason)\n"
            for finding in findings { note += "\(finding.kind.severity.title)：\(finding.message)\n" }
            try Data(note.utf8).write(to: kept.appendingPathExtension("reason.txt"), options: .atomic)
            guard !FileManager.default.fileExists(atPath: kept.path) else { return }
            // A file that could not be opened stays where it is; the note says where.
            guard let bytes = FileManager.default.contents(atPath: path) else { return }
            try bytes.write(to: kept, options: .atomic)
        } catch {
            throw Failure(.configuration, "无法写入隔离目录 \(folder.path)：\(error.localizedDescription)。请检查权限和磁盘空间。")
        }
    }
}
