package import Collection
internal import Foundation
internal import Safekeeping
internal import Standards
internal import Store

extension Workspace {
    /// Takes in what lies in `roots`: reads, checks and stores it, a transaction a file.
    package func collect(
        _ roots: [InboxRoot], quarantine: String? = nil, archive: String? = nil, receipts: String? = nil,
        progress: Progress
    ) throws -> CollectSummary {
        let collecting = try Collecting(installation, edition: installation.edition(edition), calendar: calendar())
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        let places = Collecting.Places(
            quarantine: Quarantine(folder: quarantine.map { URL(filePath: $0) } ?? Quarantine.beside(database)),
            archive: archive.map { Archive(folder: URL(filePath: $0)) } ?? .beside(database),
            receipts: ReceiptFolder(folder: receipts.map { URL(filePath: $0) } ?? ReceiptFolder.beside(database)))
        removeLeftovers(in: places)
        progress.begin("收数")
        let summary = try collecting.collect(
            roots, into: Store(path: database), places: places, now: now, stillness: stillness,
            progress: progress)
        progress.end(summary.sentence)
        return summary
    }

    /// Removes what killed runs left in the folders that are ours. The caller holds the lock.
    func removeLeftovers(in places: Collecting.Places) {
        for folder in places.folders { Leftovers.remove(in: folder) }
    }

    /// Looks at what lies in `roots` as ``collect(_:quarantine:archive:receipts:progress:)`` would, and writes receipts
    /// that say what is wrong; stores nothing.
    package func preview(_ roots: [InboxRoot], receipts: String?, progress: Progress) throws -> CollectSummary {
        let collecting = try Collecting(installation, edition: installation.edition(edition), calendar: calendar())
        // What is stored goes to a copy that nobody keeps.
        let copy = try Scratch.copy(of: database)
        defer { Scratch.remove(copy) }
        let places = Collecting.Places(
            quarantine: Quarantine(folder: Quarantine.beside(copy)), archive: nil,
            receipts: ReceiptFolder(
                folder: receipts.map { URL(filePath: $0) } ?? ReceiptFolder.beside(database), isTrial: true))
        progress.begin("预检")
        let summary = try collecting.collect(
            roots, into: Store(path: copy), places: places, now: now, stillness: stillness,
            progress: progress)
        progress.end(summary.sentence)
        return summary
    }
}
