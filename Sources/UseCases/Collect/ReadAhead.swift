internal import Collection
internal import Dispatch
internal import Foundation
internal import Platform
internal import Spreadsheet
internal import Synchronization

/// Reads the files of a batch in their order, one of them ahead while the one before is checked and stored.
struct ReadAhead {
    private let collector: Collector
    private var pending: (path: String, reading: Reading)?

    /// In bytes, several times what a yearly workbook has. What is made of larger files takes too much memory for several
    /// to be at work together: a workbook may hold some hundred times its size.
    static let sizeLimit = 1 << 18

    /// In bytes, of two texts of which one is read while the other is stored: a figure takes half as much again in memory.
    private static let textLimit = 1 << 27

    /// A submission that is being read.
    private final class Reading: Sendable {
        private let submission = Mutex<Submission?>(nil)
        private let isDone = DispatchSemaphore(value: 0)

        func run(_ read: () -> Submission) {
            let read = read()
            submission.withLock { $0 = read }
            isDone.signal()
        }

        func wait() -> Submission? {
            isDone.wait()
            return submission.withLock(\.self)
        }
    }

    init(_ collector: Collector) {
        self.collector = collector
    }

    /// What a file says: at hand where it was begun before.
    mutating func submission(of item: Batch.Item, knowing consortia: KnownConsortia) -> Submission {
        defer { pending = nil }
        if let pending, pending.path == item.path, let submission = pending.reading.wait() {
            // One that could not be read has no hash, and no bytes to be read once more.
            guard submission.content == nil, !submission.sha256.isEmpty else { return submission }
            let whole = submission.reopened(at: item.location)
            // Where the file is no longer what was read, it is read as it is now.
            if whole.content != nil { return whole }
        }
        return collector.read(item, knowing: consortia)
    }

    /// Begins to read the next file, with all consortia that can be known when its turn comes.
    mutating func begin(_ item: Batch.Item?, after size: Int, knowing consortia: KnownConsortia) {
        guard let item else { return }
        let areSmall = item.size <= Self.sizeLimit && size <= Self.sizeLimit
        guard areSmall || item.format == .other && item.size + size <= Self.textLimit else { return }
        let reading = Reading()
        pending = (item.path, reading)
        BackgroundThread.run { [collector] in
            reading.run {
                var submission = collector.read(item, knowing: consortia)
                // A large text would wait for its turn beside all that is being stored.
                if !areSmall { submission.releaseContent() }
                return submission
            }
        }
    }
}
