internal import Foundation
internal import GRDB
internal import Safekeeping

extension Store {
    /// Writes a copy of the store as it is at one moment to `target`, whole and on the disk or not at all. An older backup
    /// there is replaced; any other file is not, nor is a store that is in use, nor this one under whatever name.
    ///
    /// - Parameter check: looks at the copy, by its path, before it takes its place; what it throws leaves `target` as it
    ///   was.
    package func backup(to target: String, checking check: (String) throws -> Void = { _ in }) throws {
        try Self.refuse(target, as: path)
        Leftovers.remove(beside: target)
        let unfinished = "\(target).\(getpid()).partial"
        defer { Self.removeStore(unfinished) }
        try StoreError.translating(target) {
            // Complete and without free pages, and readers and writers go on meanwhile.
            try pool.vacuum(into: unfinished)
            try Self.synchronize(unfinished)
        }
        try check(unfinished)
        // The check opened it: nothing may be left in a log beside it.
        for suffix in ["-wal", "-shm"] { unlink(unfinished + suffix) }
        try Self.refuse(target, as: path)
        guard rename(unfinished, target) == 0 else { throw StoreError.cannotOpen(path: target) }
        try StoreError.translating(target) {
            try Self.synchronize(URL(filePath: target).deletingLastPathComponent().path)
        }
    }

    /// Files that belong to a store by its name.
    static let companions = ["-wal", "-shm", "-journal", ".lock"]

    /// That a backup may not be written to `target`: it is the store itself under some name, a file of its, a link, another
    /// program's file, or a store that somebody has open, in whose log there may be what its file does not say yet.
    private static func refuse(_ target: String, as source: String) throws {
        let own = [source] + companions.map { source + $0 }
        let identity = RealPath.identity(target)
        let isOwn = own.contains { other in
            RealPath.following(other) == RealPath.following(target)
                || identity != nil && RealPath.identity(other) == identity
                || URL(filePath: other).standardizedFileURL.path == URL(filePath: target).standardizedFileURL.path
        }
        if isOwn { throw StoreError.ownBackup(path: target) }
        if RealPath.isSymbolicLink(target) { throw StoreError.linkedBackup(path: target) }
        if ["-wal", "-journal"].contains(where: { FileManager.default.fileExists(atPath: target + $0) }) {
            throw StoreError.inUse(path: target)
        }
        guard identity != nil else { return }
        guard isStore(target) else { throw StoreError.occupied(path: target) }
    }

    private static func isStore(_ path: String) -> Bool {
        defer { for suffix in ["-wal", "-shm"] { unlink(path + suffix) } }
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return false }
        return (try? queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") == applicationID }) == true
    }

    private static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError.cannotOpen(path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteOutOfSpace) }
    }

    /// Removes a store with all that belongs to it by its name.
    static func removeStore(_ path: String) {
        for suffix in [""] + companions { unlink(path + suffix) }
    }
}
