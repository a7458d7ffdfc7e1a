internal import Collection
internal import Spreadsheet
package import Foundation
package import Store

/// The folder that keeps every file that was taken in, so that whatever becomes of the inbox, what was sent is still
/// there, byte for byte. It is no backup of the store: the order in which versions came, and when, is in the ledger.
package struct Archive: Sendable {
    private let files: KeptFiles

    package init(folder: URL) {
        files = KeptFiles(folder: folder, title: "存档目录")
    }

    /// The folder beside a database.
    package static func beside(_ database: String) -> Archive {
        Archive(
            folder: URL(filePath: database).deletingLastPathComponent()
                .appending(path: "received", directoryHint: .isDirectory))
    }

    /// Keeps what was read of a file. `known` is the ledger's name of the same bytes, where they came before: they are
    /// kept once, whatever they are called now.
    func keep(_ submission: Submission, known: String?) throws(Failure) {
        guard let content = submission.content else { return }
        try files.keep(content, as: known ?? submission.file)
    }

    /// Keeps a document that a row names. What was received under another name is kept once.
    func keep(_ evidence: SourceFile, known: String?) throws(Failure) {
        try files.keep(evidence, as: known ?? evidence.name)
    }

    /// Where a file of the ledger is kept; it may not be there.
    func place(of record: SubmissionRecord) -> String {
        let places = files.places(record.file.sha256 ?? "", record.file.name)
        return places.first { files.holds(record.file.sha256 ?? "", size: record.file.size, at: $0) } ?? places[0]
    }

    /// What is in the folder of what the ledger says was taken in.
    package struct Check: Sendable {
        package var count = 0
        /// Files received before there was an archive, or taken away since.
        package var missing = 0
        /// Paths of files that are not what was received any more.
        package var damaged: [String] = []
    }

    /// Compares every file of the ledger, and the evidence for its rows, with what is kept of it.
    package func check(_ ledger: [SubmissionRecord], evidence: [EvidenceFile] = []) -> Check {
        let accepted = ledger.compactMap { record in
            record.status == .accepted
                ? record.file.sha256.map { (sha256: $0, name: record.file.name, size: record.file.size) } : nil
        }
        let kept = accepted + evidence.map { ($0.sha256, $0.name, $0.size) }
        return kept.reduce(into: Check()) { check, file in
            let (sha256, name, size) = file
            check.count += 1
            let places = files.places(sha256, name)
            if places.contains(where: { files.holds(sha256, size: size, at: $0) }) { return }
            if let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) {
                check.damaged.append(path)
            } else {
                check.missing += 1
            }
        }
    }
}
