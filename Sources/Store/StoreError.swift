internal import Foundation
internal import GRDB

/// What may go wrong between us and the database file, in the words the operator reads.
package enum StoreError: Error, Sendable, Hashable {
    /// There is no file to read from.
    case missing(path: String)
    /// Another process is writing and did not finish in time.
    case locked(path: String)
    case diskFull(path: String)
    /// The file or its folder may not be written to.
    case readOnly(path: String)
    /// The path cannot be opened: a folder, a missing parent, no permission.
    case cannotOpen(path: String)
    /// The file is no SQLite database.
    case notADatabase(path: String)
    /// The file is another program's SQLite database.
    case notAStore(path: String)
    /// A newer version of the product has written the file.
    case newerSchema(path: String)
    case damaged(path: String, detail: String)
    /// A backup would overwrite a file that is no store.
    case occupied(path: String)
    /// A backup would overwrite the store that it is of, or a file that belongs to it.
    case ownBackup(path: String)
    /// A backup would be written through a symbolic link.
    case linkedBackup(path: String)
    /// A store that would be replaced has a log beside it: somebody has it open, or was killed while it was open.
    case inUse(path: String)
    /// Anything else SQLite says.
    case failed(path: String, detail: String)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "数据库 \(path) 不存在。请先用 collect 或 run 采集数据，或用 --database 指明文件。"
        case .locked(let path):
            "数据库 \(path) 正被另一个进程写入。请等它结束后重试。"
        case .diskFull(let path):
            "磁盘已满，无法写入数据库 \(path)。本次更改已全部撤销；请腾出空间后重试。"
        case .readOnly(let path):
            "数据库 \(path) 或其所在文件夹只读，无法写入。请检查权限。"
        case .cannotOpen(let path):
            "无法打开数据库 \(path)。请检查路径和权限。"
        case .notADatabase(let path):
            "\(path) 不是 SQLite 数据库文件。"
        case .notAStore(let path):
            "\(path) 是其他程序的数据库，不会改动。请用 --database 指明本系统的文件。"
        case .newerSchema(let path):
            "数据库 \(path) 由更新版本的 consortium-monitor 写成。请升级程序。"
        case .damaged(let path, let detail):
            "数据库 \(path) 已损坏（\(detail)）。请用最近的备份恢复，并运行 verify。"
        case .occupied(let path):
            "\(path) 已存在且不是本系统的数据库，不会覆盖。请换一个文件名。"
        case .ownBackup(let path):
            "请把备份写到另一个文件：\(path) 就是正在使用的数据库或其附属文件。数据库没有改动。"
        case .linkedBackup(let path):
            "请写明备份文件本身的路径：\(path) 是符号链接，不会覆盖。"
        case .inUse(let path):
            "请换一个备份文件名，或先结束使用它的程序：\(path) 旁有未并入的日志（-wal 或 -journal），不会覆盖。"
        case .failed(let path, let detail):
            "数据库 \(path) 操作失败：\(detail)"
        }
    }
}

extension StoreError {
    /// Runs `body` and turns what SQLite and the file system throw into ``StoreError``; other errors pass.
    static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        } catch let error as CocoaError {
            throw StoreError(error, path: path)
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path)
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
        case .SQLITE_CANTOPEN:
            self = Self.isFolderReadOnly(path) ? .readOnly(path: path) : .cannotOpen(path: path)
        case .SQLITE_IOERR where Self.isDiskFull(path): self = .diskFull(path: path)
        default: self = .failed(path: path, detail: detail)
        }
    }

    private init(_ error: CocoaError, path: String) {
        switch error.code {
        case .fileWriteOutOfSpace: self = .diskFull(path: path)
        case .fileWriteNoPermission, .fileWriteVolumeReadOnly: self = .readOnly(path: path)
        default: self = .cannotOpen(path: path)
        }
    }

    private static func folder(of path: String) -> String {
        URL(filePath: path).deletingLastPathComponent().path
    }

    private static func isFolderReadOnly(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let folder = folder(of: path)
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            return false
        }
        return !FileManager.default.isWritableFile(atPath: folder)
    }

    /// SQLite reports a full disk as an I/O error where it cannot extend the index of the log.
    private static func isDiskFull(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder(of: path))
        guard let free = attributes?[.systemFreeSize] as? NSNumber else { return false }
        return free.int64Value < 64 * 1024
    }
}
