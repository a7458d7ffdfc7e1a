import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// Whoever may write to the inbox may change it between the looking and the reading.
@Suite("Folders that are swapped for links")
struct SwappedFolderTests {
    private static let table = "联合体编号,观测点,年度,数值\nC001,6.1.2,2025,1\n"

    /// A folder at each depth, from the one that was named.
    @Test(arguments: ["甲", "甲/乙", "甲/乙/丙"])
    func `nothing behind a link is read`(depth: String) throws {
        let folder = try TemporaryFolder()
        let files = FileManager.default
        let inbox = folder.url.appending(path: "inbox")
        let place = inbox.appending(path: "甲/乙/丙")
        try files.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(Self.table.utf8).write(to: place.appending(path: "a.csv"))
        let secret = folder.url.appending(path: "secret")
        try files.createDirectory(at: secret.appending(path: "乙/丙"), withIntermediateDirectories: true)
        for below in ["a.csv", "丙/a.csv", "乙/丙/a.csv"] {
            let path = secret.appending(path: below)
            try? files.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("root:x:0:0\n".utf8).write(to: path)
        }
        let collector = Collector(edition: try Edition.trial.get(), regions: RegionTable(), today: .endOf2026)
        let batch = collector.survey([InboxRoot(path: inbox.path, authority: .secretariat)])
        let item = try #require(batch.items.first)
        try #require(batch.items.count == 1)

        let swapped = inbox.appending(path: depth)
        try files.removeItem(at: swapped)
        try files.createSymbolicLink(at: swapped, withDestinationURL: secret)
        let submission = collector.read(item)
        #expect(submission.content == nil, "\(String(decoding: submission.content?.bytes ?? [], as: UTF8.self))")
        #expect(!submission.isAccepted)
    }
}
