import Foundation
import Spreadsheet
import Standards
import Synchronization
import TestSupport
import Testing

@testable import Collection

/// A file that somebody is still writing is read whole or left for the next time, never by half.
@Suite("Files that are being written")
struct StillnessTests {
    private let folder: TemporaryFolder
    private let collector: Collector

    private static let half = "联合体编号,观测点,年度,数值\nC001,6.1.2,2025,1\nC001,9.1.2,20"
    private static let rest = "25,1200\n"

    init() throws {
        folder = try TemporaryFolder()
        collector = Collector(edition: try Edition.trial.get(), regions: RegionTable(), today: .endOf2026)
    }

    /// A clock that goes on while somebody sleeps, and what happens meanwhile.
    private final class Clock: Sendable {
        private let elapsed = Mutex<TimeInterval>(0)
        private let start = Date()
        private let happens: @Sendable (TimeInterval) -> Void

        init(_ happens: @escaping @Sendable (TimeInterval) -> Void) {
            self.happens = happens
        }

        var slept: TimeInterval { elapsed.withLock(\.self) }

        var stillness: Stillness {
            Stillness(
                now: { self.start + self.slept },
                sleep: { seconds in
                    let elapsed = self.elapsed.withLock { elapsed in
                        elapsed += seconds
                        return elapsed
                    }
                    self.happens(elapsed)
                })
        }
    }

    private func url(_ name: String) -> URL { folder.url.appending(path: name) }

    /// Sets when a file was last changed, in seconds from now.
    private func date(_ name: String, _ seconds: TimeInterval) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date() + seconds], ofItemAtPath: url(name).path)
    }

    private func survey(_ clock: Clock) -> Batch {
        collector.survey([InboxRoot(path: folder.url.path, authority: .authority)], stillness: clock.stillness)
    }

    private static func append(_ text: String, to url: URL) {
        guard let file = try? FileHandle(forWritingTo: url) else { return }
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data(text.utf8))
        try? file.close()
    }

    @Test(arguments: [0.5, 1.9, 10]) func `a file that is completed while we wait is read whole`(after: Double) throws {
        let file = url("a.csv")
        try Data(Self.half.utf8).write(to: file)
        let isDone = Mutex(false)
        let clock = Clock { elapsed in
            // Every write is news; the last comes late.
            guard !isDone.withLock(\.self) else { return }
            let isLast = elapsed >= after
            Self.append(isLast ? Self.rest : "", to: file)
            if !isLast { try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path) }
            if isLast { isDone.withLock { $0 = true } }
        }
        let batch = survey(clock)
        let submission = collector.read(try #require(batch.items.first))
        #expect(submission.observations.count == 2 && submission.findings.isEmpty, "\(submission.marks)")
        #expect(batch.skipped.isEmpty && clock.slept >= after + Stillness.rest - 0.2)
    }

    @Test func `a file that goes on changing is told and left, and the others are read`() throws {
        let file = url("a.csv")
        try Data(Self.half.utf8).write(to: file)
        try Data((Self.half + Self.rest).utf8).write(to: url("b.csv"))
        let clock = Clock { _ in Self.append("9", to: file) }
        let batch = survey(clock)
        #expect(batch.items.map(\.name) == ["b.csv"])
        #expect(batch.skipped.map(\.name) == ["a.csv"] && batch.skipped.first?.gravity == .unfinished)
        #expect(clock.slept >= Stillness.patience - 1 && clock.slept <= Stillness.patience + 1)
    }

    @Test func `a file that a process has open for writing is waited for, whatever its time says`() throws {
        let file = url("a.csv")
        try Data(Self.half.utf8).write(to: file)
        try date("a.csv", -3_600)
        let writer = try FileHandle(forWritingTo: file)
        let clock = Clock { elapsed in
            guard elapsed >= 5, (try? writer.offset()) != nil else { return }
            _ = try? writer.seekToEnd()
            try? writer.write(contentsOf: Data(Self.rest.utf8))
            try? writer.close()
        }
        let batch = survey(clock)
        #expect(collector.read(try #require(batch.items.first)).observations.count == 2)
        #expect(clock.slept >= 5)
    }

    /// A minute ahead is another machine's clock; a month is nobody's, and says nothing.
    @Test(arguments: [(-10.0, 0.0), (60.0, 2.0), (2_592_000.0, 0.0)])
    func `the wait is for files that were just changed`(age: Double, wait: Double) throws {
        try Data((Self.half + Self.rest).utf8).write(to: url("a.csv"))
        try date("a.csv", age)
        let clock = Clock { _ in }
        #expect(survey(clock).items.count == 1)
        #expect(abs(clock.slept - wait) < 0.3, "\(clock.slept)")
    }

    @Test func `a file that is renamed while we wait is told`() throws {
        try Data(Self.half.utf8).write(to: url("a.csv.part"))
        let (from, to) = (url("a.csv.part"), url("a.csv"))
        let clock = Clock { _ in try? FileManager.default.moveItem(at: from, to: to) }
        let batch = survey(clock)
        #expect(batch.items.isEmpty && batch.skipped.map(\.gravity) == [.told])
    }

    @Test func `a file that changes between the look and the reading is not read`() throws {
        try Data((Self.half + Self.rest).utf8).write(to: url("a.csv"))
        let batch = collector.survey([InboxRoot(path: folder.url.path, authority: .authority)])
        Self.append("C001,9.1.3,2025,", to: url("a.csv"))
        let submission = collector.read(try #require(batch.items.first))
        #expect(submission.fault?.kind == .stillChanging && submission.content == nil)
    }
}
