internal import Foundation
internal import GRDB

extension Store {
    /// Writes a copy of the store as it is at one moment to `target`, whole or not at all. An older backup there is
    /// replaced; any other file is not.
    package func backup(to target: String) throws {
        let files = FileManager.default
        if files.fileExists(atPath: target), !Self.isStore(target) { throw StoreError.occupied(path: target) }
        let unfinished = "\(target).\(UUID().uuidString).partial"
        defer { try? files.removeItem(atPath: unfinished) }
        try StoreError.translating(target) {
            // Complete and without free pages, and readers and writers go on meanwhile.
            try pool.vacuum(into: unfinished)
            let copy = try FileHandle(forUpdating: URL(filePath: unfinished))
            try copy.synchronize()
            try copy.close()
            guard rename(unfinished, target) == 0 else { throw StoreError.cannotOpen(path: target) }
        }
    }

    private static func isStore(_ path: String) -> Bool {
        (try? Store.openExisting(path: path)) != nil
    }
}
