package import Foundation
internal import Spreadsheet

/// Waits until files that somebody may still be writing have come to rest: size and time have not changed for a while,
/// and no process has them open for writing, where the system tells. The wait is bounded for all files together.
package struct Stillness: Sendable {
    /// How long size and time must have stayed as they are.
    package static let rest: TimeInterval = 2
    /// The longest wait.
    package static let patience: TimeInterval = 30
    /// Between two looks.
    private static let pause: TimeInterval = 0.1
    /// Clocks of disks on a network differ from ours; a time further ahead than this says nothing.
    private static let skew: TimeInterval = 3_600
    /// A file that has been the same for so long is read, whoever has it open.
    private static let longSettled: TimeInterval = 86_400

    private let now: @Sendable () -> Date
    private let sleep: @Sendable (TimeInterval) -> Void

    package init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (TimeInterval) -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// By a clock that shows `start` when this is made and goes on from there.
    package init(from start: Date) {
        let began = ContinuousClock.now
        self.init(
            now: { start + (ContinuousClock.now - began) / .seconds(1) },
            sleep: { Thread.sleep(forTimeInterval: $0) })
    }

    /// What became of a file that was not at rest when it was first looked at.
    enum End: Sendable {
        /// As it is now.
        case settled(FilePath.Status)
        case stillChanging
        case gone
    }

    private struct Watch {
        let location: FilePath
        var status: FilePath.Status
        /// When it was last found changed.
        var changed: Date
    }

    /// Waits for those of `files` that are not at rest.
    /// - Returns: what became of them, by their positions; the others are as they were seen.
    func settle(_ files: [(location: FilePath, seen: FilePath.Status)]) -> [Int: End] {
        let start = now()
        var watched: [Int: Watch] = [:]
        for (position, file) in files.enumerated() {
            let age = start.timeIntervalSince(file.seen.modifiedAt)
            let isRecent = age < Self.rest && age > -Self.skew
            guard isRecent || age < Self.longSettled && file.location.hasWriter == true else { continue }
            watched[position] = Watch(
                location: file.location, status: file.seen, changed: isRecent ? min(file.seen.modifiedAt, start) : start
            )
        }
        var ends: [Int: End] = [:]
        while !watched.isEmpty {
            for (position, watch) in watched {
                guard let end = look(at: watch, &watched[position]) else { continue }
                ends[position] = end
                watched[position] = nil
            }
            guard now().timeIntervalSince(start) < Self.patience else { break }
            if !watched.isEmpty { sleep(Self.pause) }
        }
        for position in watched.keys { ends[position] = .stillChanging }
        return ends
    }

    /// Looks once more; nil where the file is not at rest yet.
    private func look(at watch: Watch, _ kept: inout Watch?) -> End? {
        let instant = now()
        guard let status = watch.location.status(followingLinks: false), status.kind == .file else { return .gone }
        guard status.isUnchanged(since: watch.status) else {
            kept?.status = status
            kept?.changed = instant
            return nil
        }
        guard instant.timeIntervalSince(watch.changed) >= Self.rest, watch.location.hasWriter != true else {
            return nil
        }
        return .settled(status)
    }
}

extension FilePath.Status {
    fileprivate var modifiedAt: Date { Date(timeIntervalSince1970: Double(modified) / 1e9) }
}
