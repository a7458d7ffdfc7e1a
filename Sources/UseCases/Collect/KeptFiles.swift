internal import Collection
internal import Foundation
internal import Safekeeping
internal import Spreadsheet

/// A folder that keeps files as they were read, byte for byte, each under the start of its hash and the name it came
/// by: `3f2a9c01d2e4-填报表.xlsx`.
struct KeptFiles: Sendable {
    let folder: URL
    /// What messages call the folder: 隔离目录.
    let title: String

    /// Keeps `content`, whole and on the disk when the call returns. What is there already is left alone.
    /// - Parameter name: the one it is kept under, of which the folders are dropped.
    /// - Returns: where it is.
    @discardableResult
    func keep(_ content: SourceFile, as name: String) throws(Failure) -> String {
        let places = places(content.sha256, name)
        if let place = places.first(where: { holds(content.sha256, size: content.bytes.count, at: $0) }) {
            return place
        }
        let place = places.first { FilePath($0).status(followingLinks: false) == nil } ?? places[1]
        try write(content.bytes, to: place)
        return place
    }

    /// Where a file may be kept: by the start of its hash or, where other bytes have that place, by all of it. The
    /// start is short enough that somebody could make a second file for it.
    func places(_ sha256: String, _ name: String) -> [String] {
        var name = String(name.split(separator: "/").last ?? "")
        // A file that is collected from here keeps its name.
        for count in Self.markLengths where name.hasPrefix("\(sha256.prefix(count))-") {
            name.removeFirst(count + 1)
        }
        return Self.markLengths.map { "\(folder.path)/\(sha256.prefix($0))-\(Self.shortened(name))" }
    }

    /// Paths of everything in the folder but hidden files.
    var all: [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
            .map { "\(folder.path)/\($0)" }.filter { path in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                    || RealPath.isSymbolicLink(path)
            }
    }

    /// Whether the file at `path` has the bytes of the hash, `size` of them. It is not held in memory.
    func holds(_ sha256: String, size: Int, at path: String) -> Bool {
        guard let digest = try? SourceFile.digest(of: FilePath(path), size: size) else { return false }
        return digest == sha256
    }

    /// In hexadecimal digits.
    private static let markLengths = [12, 64]

    /// The name, its middle left out where the whole would leave no room for what is put around it: a name can have 255
    /// bytes. What could disturb a terminal is left out, too.
    static func shortened(_ name: String) -> String {
        let name = name.printable(replacement: "_")
        guard name.utf8.count > 160 else { return name }
        let suffix = name.split(separator: ".").last.map { $0.utf8.count <= 10 ? ".\($0)" : "" } ?? ""
        return name.prefix(utf8: 140) + "…" + suffix
    }

    /// Writes a file of the folder anew: whole and on the disk, or not at all, whenever the process is killed.
    func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        do {
            try DurableFile.makeFolder(folder.path)
            try DurableFile.write(bytes, to: path)
        } catch {
            throw Failure(.configuration, "无法写入\(title) \(folder.path)：\(error.reason)。请检查权限和磁盘空间。")
        }
    }
}
