internal import Foundation
internal import Glibc
internal import Platform

/// The lock that one run holds at a time: an advisory lock on a file beside the database. The system releases it when
/// the process ends, however it ends, so a killed run leaves none behind.
package final class RunLock: Sendable {
    private let descriptor: CInt

    /// Takes the lock for the database at `database`.
    /// - Throws: ``Failure`` with status ``ExitStatus/locked`` where another process holds it.
    package init(database: String) throws(Failure) {
        let path = database + ".lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else {
            let reason = SystemReason.text(errno, while: .writing)
            throw Failure(.configuration, "无法创建锁文件 \(path)：\(reason)。请检查文件夹是否存在、是否可写。")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            throw Failure(.locked, "另一次运行正在进行（锁文件 \(path)）。请等它结束后再运行。")
        }
        descriptor = opened
    }

    /// Takes the lock, making the folder of the database where it is not there yet.
    package static func making(folderOf database: String) throws(Failure) -> RunLock {
        let folder = URL(filePath: database).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(.configuration, "无法创建数据库所在的文件夹 \(folder.path)。请检查路径和权限。")
        }
        return try RunLock(database: database)
    }

    deinit {
        close(descriptor)
    }
}
