internal import Collection
package import Foundation
internal import Glibc
internal import Safekeeping
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

    /// Whether what is kept of a file of the ledger is there and whole.
    func holds(_ record: SubmissionRecord) -> Bool {
        files.holds(record.file.sha256 ?? "", size: record.file.size, at: place(of: record))
    }

    /// Whether there is any file in the folder.
    var isInUse: Bool { !files.all.isEmpty }

    /// What is in the folder of what the ledger says was taken in.
    package struct Check: Sendable {
        package var count = 0
        /// Names of files of the ledger that are not there.
        package var missing: [String] = []
        /// Paths of files that are not what was received any more.
        package var damaged: [String] = []
        /// Paths of files that the ledger does not know.
        package var unknown: [String] = []
        /// Paths of other bytes under the name of a file that is kept whole beside them: nobody needs them.
        package var spoilt: [String] = []
        /// Paths of files that a collection was about to take in when it was killed; the next collection does.
        package var interrupted: [String] = []
    }

    /// Compares every file of the ledger, and the evidence for its rows, with what is kept of it.
    package func check(_ ledger: [SubmissionRecord], evidence: [EvidenceFile] = []) -> Check {
        let accepted = ledger.compactMap { record in
            record.status == .accepted
                ? record.file.sha256.map { (sha256: $0, name: record.file.name, size: record.file.size) } : nil
        }
        let kept = accepted + evidence.map { ($0.sha256, $0.name, $0.size) }
        var check = kept.reduce(into: Check()) { check, file in
            let (sha256, name, size) = file
            check.count += 1
            let places = files.places(sha256, name)
            if places.contains(where: { files.holds(sha256, size: size, at: $0) }) { return }
            if let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) {
                check.damaged.append(path)
            } else {
                check.missing.append(places[0])
            }
        }
        let places = Set(kept.flatMap { files.places($0.0, $0.1) })
        let known = Set(kept.map(\.0))
        let list = (try? String(contentsOfFile: intents, encoding: .utf8)) ?? ""
        let begun = Set(list.split(separator: "\n").map(String.init))
        for path in files.all {
            guard let status = FilePath(path).status(followingLinks: false) else { continue }
            let digest = status.kind == .file ? try? SourceFile.digest(of: FilePath(path), size: status.size) : nil
            guard let digest, known.contains(digest) || begun.contains(digest) else {
                // One that is damaged is told of already.
                if check.damaged.contains(path) { continue }
                if places.contains(path) { check.spoilt.append(path) } else { check.unknown.append(path) }
                continue
            }
            if !known.contains(digest) { check.interrupted.append(path) }
        }
        return check
    }

    /// Hashes of the files that a collection has begun to take in: a file is kept before the ledger says that it was taken
    /// in, and a process that is killed in between leaves the one without the other.
    private var intents: String { folder.appending(path: ".begun").path }

    /// Notes that a file is about to be kept and stored.
    func begin(_ sha256: String) throws(Failure) {
        do {
            try DurableFile.makeFolder(folder.path)
            try DurableFile.append(sha256 + "\n", to: intents)
        } catch {
            throw Failure(.configuration, "无法写入存档目录 \(folder.path)：\(error.reason)。请检查权限和磁盘空间。")
        }
    }

    /// Notes that whatever was begun is in the ledger.
    func end() {
        unlink(intents)
    }

    /// Copies the files of a ledger from here to another archive, each checked as it is read. What is there already stays.
    func copy(_ ledger: [SubmissionRecord], evidence: [EvidenceFile], to other: Archive) throws(Failure) {
        let accepted = ledger.filter { $0.status == .accepted }.map { ($0.file.sha256 ?? "", $0.file.name) }
        for (sha256, name) in accepted + evidence.map({ ($0.sha256, $0.name) }) {
            // What is missing or damaged is told of when the copy is verified.
            let sources = files.places(sha256, name).lazy.compactMap {
                try? SourceFile(path: $0, name: name, sizeLimit: .max)
            }
            guard let content = sources.first(where: { $0.sha256 == sha256 }) else { continue }
            try other.files.keep(content, as: name)
        }
    }
}
