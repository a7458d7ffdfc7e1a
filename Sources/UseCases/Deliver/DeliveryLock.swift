internal import Foundation
internal import Glibc
internal import Platform

/// The lock of whoever sends: one process at a time, so that no message is sent by two. The system releases it when the
/// process ends, however it ends; what it had in hand is then known to be nobody's.
final class DeliveryLock: Sendable {
    private let descriptor: CInt

    /// Takes the lock for the database at `database`; nil where another process holds it.
    init?(database: String) throws(Failure) {
        let path = database + ".delivery.lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            let reason = SystemReason.text(errno, while: .writing)
            throw Failure(.configuration, "无法创建锁文件 \(path)：\(reason)。请检查文件夹是否存在、是否可写。")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            return nil
        }
        descriptor = opened
    }

    deinit { close(descriptor) }
}
