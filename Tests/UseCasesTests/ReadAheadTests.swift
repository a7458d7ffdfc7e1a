import Collection
import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import UseCases

/// A large text that was read ahead waits for its turn without its bytes.
@Suite("Reading ahead")
struct ReadAheadTests {
    private let folder: TemporaryFolder
    private let file: URL
    private let collector: Collector

    init() throws {
        folder = try TemporaryFolder()
        file = folder.url.appending(path: "数据.csv")
        let rows = (1...20_000).map { "C\($0),6.1.2,2025,actual,\($0)\n" }
        try Data(("consortium,indicator,year,basis,value\n" + rows.joined()).utf8).write(to: file)
        let installation = Installation(data: Repository.root.appending(path: "data"))
        let today = try #require(CalendarDate(year: 2026, month: 5, day: 8))
        collector = Collector(
            edition: try installation.edition(Installation.defaultEdition), regions: try installation.regions(),
            today: today)
    }

    /// What is read of the file when its turn comes.
    /// - Parameter change: happens between the reading and that.
    private func submission(after change: () throws -> Void = {}) throws -> Submission {
        let batch = collector.survey(
            [InboxRoot(path: folder.url.path, authority: .authority)],
            stillness: Stillness(now: { .distantFuture }, sleep: { _ in }))
        let item = try #require(batch.items.first)
        #expect(item.size > ReadAhead.sizeLimit)
        var reader = ReadAhead(collector)
        reader.begin(item, after: 0, knowing: KnownConsortia())
        try change()
        return reader.submission(of: item, knowing: KnownConsortia())
    }

    @Test func `it is whole when its turn comes`() throws {
        let submission = try submission()
        #expect(submission.fault == nil && submission.observationCount == 20_000)
        #expect(try submission.content?.bytes == Array(Data(contentsOf: file)))
    }

    @Test func `where it has changed meanwhile, nothing is taken of what it was`() throws {
        let submission = try submission {
            let writer = try FileHandle(forWritingTo: file)
            try writer.seekToEnd()
            try writer.write(contentsOf: Data("C1,6.1.2,2024,actual,1\n".utf8))
            try writer.close()
        }
        #expect(submission.fault?.kind == .stillChanging && submission.observationCount == 0)
    }

    @Test func `where it is gone, that is told`() throws {
        let submission = try submission { try FileManager.default.removeItem(at: file) }
        #expect(submission.fault != nil && submission.content == nil)
    }
}
