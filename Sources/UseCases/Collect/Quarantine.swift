internal import Collection
package import Foundation
internal import Standards

/// The folder that keeps files which could not be taken in, each with a note of the reason beside it.
package struct Quarantine: Sendable {
    private let files: KeptFiles

    package init(folder: URL) {
        files = KeptFiles(folder: folder, title: "隔离目录")
    }

    /// The folder beside a database.
    package static func beside(_ database: String) -> URL {
        URL(filePath: database).deletingLastPathComponent()
            .appending(path: "quarantine", directoryHint: .isDirectory)
    }

    /// Keeps a copy of what was read of the file at `path`, and why it was not taken in. The same file is kept once, and
    /// two files of one name do not meet.
    /// - Parameter known: the name under which the same bytes came before, where they did.
    func keep(
        _ submission: Submission, known: String?, path: String, reason: String, _ findings: [Finding]
    ) throws(Failure) {
        // A file that could not be opened stays where it is; the note says where.
        var kept = "\(files.folder.path)/unread-\(KeptFiles.shortened(submission.name))"
        if let content = submission.content { kept = try files.keep(content, as: known ?? submission.file) }
        var note = "文件：\(path)\nSHA-256：\(submission.sha256)\n原因：\(reason)\n"
        for finding in findings { note += "\(finding.kind.severity.title)：\(finding.message)\n" }
        try files.write(Array(note.utf8), to: kept + ".reason.txt")
    }
}
