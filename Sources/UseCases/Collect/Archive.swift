internal import Collection
package import Foundation
internal import Spreadsheet
package import Store

/// The folder that keeps every file that was taken in, so that whatever becomes of the inbox, what was sent is still
/// there, byte for byte. It is no backup of the store: the order in which versions came, and when, is in the ledger.
package struct Archive: Sendable {
    private let files: KeptFiles

    package init(folder: URL) {
        files = KeptFiles(folder: folder, title: "存档目录")
    }

    package var folder: URL { files.folder }

    /// The folder beside a database.
    package static func beside(_ database: String) -> Archive {
        Archive(
            folder: URL(filePath: database).deletingLastPathComponent()
                .appending(path: "received", directoryHint: .isDirectory))
    }

    /// Keeps what was read of a file. `known` is the ledger's name of the same bytes, where they came before: they are
    /// kept once, whatever they are called now.
    /// - Returns: where it is; nil where the bytes are not at hand.
    func keep(_ submission: Submission, known: String?) throws(Failure) -> String? {
        guard let content = submission.content else { return nil }
        return try files.keep(content, as: known ?? submission.file)
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

    /// Whether what is kept of a file of the ledger is there and whole.
    func holds(_ record: SubmissionRecord) -> Bool {
        files.holds(record.file.sha256 ?? "", size: record.file.size, at: place(of: record))
    }

    /// Whether there is any file in the folder.
    var isInUse: Bool { !files.all.isEmpty }

    /// Compares every file of the ledger, and the evidence for its rows, with what is kept of it.
    package func check(_ ledger: [SubmissionRecord], evidence: [EvidenceFile] = []) -> KeptFilesCheck {
        files.check(Self.entries(ledger, evidence))
    }

    private static func entries(_ ledger: [SubmissionRecord], _ evidence: [EvidenceFile]) -> [KeptFiles.Entry] {
        ledger.filter { $0.status == .accepted }.compactMap(KeptFiles.Entry.init)
            + evidence.map { KeptFiles.Entry(sha256: $0.sha256, name: $0.name, size: $0.size) }
    }

    /// Notes that a file is about to be kept and stored.
    func begin(_ sha256: String) throws(Failure) { try files.begin(sha256) }

    /// Notes that whatever was begun is in the ledger.
    func end() { files.end() }

    /// Copies the files of a ledger from here to another archive, each checked as it is read. What is there already stays;
    /// what is missing or damaged is told of when the copy is verified.
    func copy(_ ledger: [SubmissionRecord], evidence: [EvidenceFile], to other: Archive) throws(Failure) {
        try files.copy(Self.entries(ledger, evidence), to: other.files)
    }
}

extension KeptFiles.Entry {
    /// Nil for a file that could not be read at all.
    init?(_ record: SubmissionRecord) {
        guard let sha256 = record.file.sha256 else { return nil }
        self.init(sha256: sha256, name: record.file.name, size: record.file.size)
    }
}
