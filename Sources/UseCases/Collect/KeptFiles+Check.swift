internal import Foundation
internal import Glibc
internal import Safekeeping
internal import Spreadsheet

/// What a folder of kept files holds of what the ledger says.
package struct KeptFilesCheck: Sendable {
    package var count = 0
    /// Paths of files of the ledger that are not there.
    package var missing: [String] = []
    /// Paths of files that are not what was received any more.
    package var damaged: [String] = []
    /// Paths of files that the ledger does not know.
    package var unknown: [String] = []
    /// Paths of other bytes under the name of a file that is kept whole beside them: nobody needs them.
    package var spoilt: [String] = []
    /// Paths of files that a collection was about to note in the ledger when it was killed; the next collection does.
    package var interrupted: [String] = []
}

extension KeptFiles {
    /// A file that the ledger names, under the name that it is kept by.
    struct Entry: Sendable {
        let sha256: String
        let name: String
        let size: Int
    }

    /// Compares every file that should be here with what is kept of it, and the folder with what should be here.
    /// - Parameter known: hashes of files that may be here and need not be.
    func check(_ entries: [Entry], known others: Set<String> = []) -> KeptFilesCheck {
        var check = KeptFilesCheck()
        for entry in entries {
            check.count += 1
            let places = places(entry.sha256, entry.name)
            if places.contains(where: { holds(entry.sha256, size: entry.size, at: $0) }) { continue }
            if let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) {
                check.damaged.append(path)
            } else {
                check.missing.append(places[0])
            }
        }
        let places = Set(entries.flatMap { self.places($0.sha256, $0.name) })
        let known = Set(entries.map(\.sha256)).union(others)
        let begun = begun
        for path in all {
            guard let status = FilePath(path).status(followingLinks: false) else { continue }
            let digest = status.kind == .file ? try? SourceFile.digest(of: FilePath(path), size: status.size) : nil
            guard let digest, known.contains(digest) || begun.contains(digest) else {
                // One that is damaged is told of already.
                // The note on a file comes after it.
                let isNote = isNote(path) { places.contains($0) || check.interrupted.contains($0) }
                if check.damaged.contains(path) || isNote { continue }
                if places.contains(path) { check.spoilt.append(path) } else { check.unknown.append(path) }
                continue
            }
            if !known.contains(digest) { check.interrupted.append(path) }
        }
        return check
    }

    /// Copies files from here to another folder, each checked as it is read, with the notes beside them. What is there
    /// already stays, and what is missing or damaged here is left out.
    func copy(_ entries: [Entry], to other: KeptFiles) throws(Failure) {
        for entry in entries {
            let source = places(entry.sha256, entry.name).lazy.compactMap { path in
                (try? SourceFile(path: path, name: entry.name, sizeLimit: .max)).map { (path, $0) }
            }.first { $0.1.sha256 == entry.sha256 }
            guard let (path, content) = source else { continue }
            let copy = try other.keep(content, as: entry.name)
            if let note = try? SourceFile(path: path + Self.noteSuffix, name: "") {
                try other.write(note.bytes, to: copy + Self.noteSuffix)
            }
        }
    }

    /// What a note on a file is called: by the file that it is beside.
    static let noteSuffix = ".reason.txt"
    /// Before the name of a note on a file that could not be opened, and so is not here.
    static let unreadPrefix = "unread-"

    private func isNote(_ path: String, of isKept: (String) -> Bool) -> Bool {
        guard path.hasSuffix(Self.noteSuffix) else { return false }
        return isKept(String(path.dropLast(Self.noteSuffix.count)))
            || path.hasPrefix("\(folder.path)/\(Self.unreadPrefix)")
    }

    // MARK: - What was begun

    /// Hashes of the files that a collection has begun to take in: a file is kept before the ledger says so, and a process
    /// that is killed in between leaves the one without the other.
    private var begun: Set<String> {
        let list = (try? String(contentsOfFile: intents, encoding: .utf8)) ?? ""
        return Set(list.split(separator: "\n").map(String.init))
    }

    private var intents: String { folder.appending(path: ".begun").path }

    /// Notes that a file is about to be kept and noted in the ledger.
    func begin(_ sha256: String) throws(Failure) {
        do {
            try DurableFile.makeFolder(folder.path)
            try DurableFile.append(sha256 + "\n", to: intents)
        } catch {
            throw Failure(.configuration, "无法写入\(title) \(folder.path)：\(error.reason)。请检查权限和磁盘空间。")
        }
    }

    /// Notes that whatever was begun is in the ledger.
    func end() {
        unlink(intents)
    }
}
