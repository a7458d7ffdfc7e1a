internal import Dispatch
internal import GRDB

/// Brings what large transactions left in the write-ahead log to its place on a connection and a thread of its own, while
/// the next file is read and checked: neither readers nor the writer wait for it.
final class Checkpointing: Sendable {
    private let path: String
    private let queue = DispatchQueue(label: "checkpoint")

    init(path: String) {
        self.path = path
    }

    /// Begins one. What it cannot do, now or because the disk is full, stays in the log, where nothing is lost; who writes
    /// next or closes the file tries again.
    func begin() {
        queue.async { [path] in
            var configuration = Configuration()
            configuration.label = "checkpoint"
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -64") }
            guard let connection = try? DatabaseQueue(path: path, configuration: configuration) else { return }
            try? connection.writeWithoutTransaction { db in _ = try db.checkpoint(.passive) }
            try? connection.close()
        }
    }

    /// Waits for what was begun: the connection that closes last takes the log away.
    func finish() {
        queue.sync {}
    }
}
