import Foundation
import Store

/// A copy of the store that a dry run may write to.
enum Scratch {
    /// Copies the store at `path`, if there is one, to a folder of its own, and returns the copy's path.
    static func copy(of path: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "consortium-monitor-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(.configuration, "无法创建临时文件夹 \(folder.path)。请检查磁盘空间。")
        }
        let copy = folder.appending(path: "monitor.sqlite").path
        if FileManager.default.fileExists(atPath: path) {
            try Store.openExisting(path: path).backup(to: copy)
        }
        return copy
    }

    /// Removes the copy with its folder.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
    }
}
