internal import Collection
package import Foundation
internal import Spreadsheet
internal import Standards
package import Store

/// The folder that keeps files which could not be taken in, each with a note of the reason beside it.
package struct Quarantine: Sendable {
    private let files: KeptFiles

    package init(folder: URL) {
        files = KeptFiles(folder: folder, title: "隔离目录")
    }

    package var folder: URL { files.folder }

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
        var kept = "\(files.folder.path)/\(KeptFiles.unreadPrefix)\(KeptFiles.shortened(submission.name))"
        if let content = submission.content {
            if known == nil { try files.begin(content.sha256) }
            kept = try files.keep(content, as: known ?? submission.file)
        }
        var note = "文件：\(path)\nSHA-256：\(submission.sha256)\n原因：\(reason)\n"
        for finding in findings { note += "\(finding.kind.severity.title)：\(finding.message)\n" }
        try files.write(Array(note.utf8), to: kept + KeptFiles.noteSuffix)
    }

    /// Notes that whatever was kept is in the ledger.
    func end() { files.end() }

    /// Whether there is any file in the folder.
    var isInUse: Bool { !files.all.isEmpty }

    /// Compares every file that the ledger says was set aside with what is kept of it. Stores of the first edition kept
    /// theirs elsewhere.
    package func check(_ ledger: [SubmissionRecord]) -> KeptFilesCheck {
        let old = ledger.filter { $0.status == .quarantined && $0.isMigrated }.compactMap(\.file.sha256)
        return files.check(Self.entries(ledger), known: Set(old))
    }

    /// Copies the files of a ledger that were set aside from here to another folder, with the notes beside them.
    func copy(_ ledger: [SubmissionRecord], to other: Quarantine) throws(Failure) {
        try files.copy(Self.entries(ledger), to: other.files)
    }

    /// A file that was set aside several times is kept once, under the name by which it came first.
    private static func entries(_ ledger: [SubmissionRecord]) -> [KeptFiles.Entry] {
        let records = ledger.filter { $0.status == .quarantined && !$0.isMigrated }.sorted { $0.id < $1.id }
        var seen: Set<String> = []
        return records.compactMap(KeptFiles.Entry.init).filter { seen.insert($0.sha256).inserted }
    }
}
