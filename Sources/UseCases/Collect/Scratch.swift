import Foundation
import Store

/// Files that are needed for a while, each in a folder of its own that nobody else may read.
enum Scratch {
    /// Makes such a folder; the caller removes it.
    static func folder() throws(Failure) -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "consortium-monitor-\(UUID().uuidString)", directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(.configuration, "无法创建临时文件夹 \(folder.path)。请检查磁盘空间。")
        }
        return folder
    }

    /// Copies the store at `path`, if there is one, for a dry run that may write to it, and returns the copy's path.
    static func copy(of path: String) throws -> String {
        let copy = try folder().appending(path: "monitor.sqlite").path
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
