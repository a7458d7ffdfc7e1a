import Foundation
import TestSupport
import Testing

/// A backup is sound or is not made; what it was made over is never lost.
@Suite("Backup and restore", .serialized)
struct BackupTests {
    private static func filled() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        return work
    }

    private static let files = FileManager.default

    /// Every name that the store has, or that belongs to it.
    @Test(arguments: [
        "var/monitor.sqlite", "./var/../var/monitor.sqlite", "alias.sqlite", "hard.sqlite", "folder/monitor.sqlite",
        "var/monitor.sqlite-wal", "var/monitor.sqlite.lock", "dangling.sqlite",
    ])
    func `a backup onto the store itself is refused`(target: String) throws {
        let work = try Self.filled()
        try Self.files.createSymbolicLink(atPath: work.path("alias.sqlite"), withDestinationPath: "var/monitor.sqlite")
        try Self.files.createSymbolicLink(atPath: work.path("dangling.sqlite"), withDestinationPath: "none.sqlite")
        try Self.files.createSymbolicLink(atPath: work.path("folder"), withDestinationPath: "var")
        try Self.files.linkItem(atPath: work.path("var/monitor.sqlite"), toPath: work.path("hard.sqlite"))
        let outcomes = try work.outcomes()
        let refused = try work.command("backup", target, exits: 2)
        #expect(refused.complaint.contains("请"), "\(refused.errors)")
        #expect(RealLink.isLink(work.path("alias.sqlite")) && RealLink.isLink(work.path("dangling.sqlite")))
        try work.command("verify")
        #expect(try work.outcomes() == outcomes)
    }

    @Test(.needsPython) func `a backup onto a store that another has open is refused`() throws {
        let work = try Self.filled()
        try work.command("backup", "copy.sqlite")
        try work.command("verify", "--database", "copy.sqlite", "--archive", "copy.sqlite.received")
        let other = try OtherProcess.hold(
            work.path("copy.sqlite"), by: "PRAGMA journal_mode = WAL; BEGIN; SELECT count(*) FROM submission")
        try work.command("backup", "copy.sqlite", exits: 2)
        other.end()
        try work.command("verify", "--database", "copy.sqlite", "--archive", "copy.sqlite.received")
    }

    @Test(.needsPython) func `a backup has what is still in the log`() throws {
        let work = try Self.filled()
        let reader = try OtherProcess.hold(
            work.path("var/monitor.sqlite"), by: "BEGIN; SELECT count(*) FROM submission")
        try work.write("联合体编号,观测点,年度,数值\nC003,9.1.2,2025,3\n", to: "C003/后来.csv")
        try work.command("collect", "C003")
        try work.command("backup", "copy.sqlite")
        reader.end()
        let names = try OtherProcess.rows("SELECT file FROM submission", of: work.path("copy.sqlite"))
        #expect(names.contains { $0.contains("后来.csv") }, "\(names)")
    }

    @Test func `a loss is made good by a restore into an empty place`() throws {
        let work = try Self.filled()
        try work.write("甲,乙\n1,2\n", to: "另/说明.csv")
        try work.command("collect", "另", exits: 3)
        let outcomes = try work.outcomes()
        try work.command("backup", "backup/copy.sqlite", exits: 2)
        try Self.files.createDirectory(atPath: work.path("backup"), withIntermediateDirectories: true)
        try work.command("backup", "backup/copy.sqlite")
        let occupied = try work.command("restore", "backup/copy.sqlite", exits: 2)
        #expect(occupied.complaint.contains("--replace"), "\(occupied.errors)")
        try work.command("verify", "--database", "backup/copy.sqlite")
        let setAside = try Self.files.contentsOfDirectory(atPath: work.path("var/quarantine"))
            .filter { !$0.hasPrefix(".") }.sorted()
        try #require(setAside.count == 2)
        try Self.files.removeItem(atPath: work.path("var"))
        try work.command("restore", "backup/copy.sqlite")
        let verified = try work.command("verify").output
        #expect(verified.contains("存档") && verified.contains("隔离：没有收下的 1 个文件"), "\(verified)")
        #expect(try Self.files.contentsOfDirectory(atPath: work.path("var/quarantine")).sorted() == setAside)
        #expect(try work.outcomes() == outcomes)
        let replaced = try work.command("restore", "backup/copy.sqlite", "--replace").output
        #expect(replaced.contains(".replaced-1"), "\(replaced)")
        try work.command("verify")
        try work.command(
            "verify", "--database", "var/monitor.sqlite.replaced-1", "--archive", "var/received.replaced-1",
            "--quarantine", "var/quarantine.replaced-1")
    }

    @Test func `a backup that is not sound replaces none, and is not restored`() throws {
        let work = try Self.filled()
        try work.command("backup", "copy.sqlite")
        let before = try Data(contentsOf: work.url.appending(path: "copy.sqlite"))
        let kept = try Self.files.contentsOfDirectory(atPath: work.path("var/received"))
        let name = try #require(kept.first { $0.hasSuffix("-C003.csv") })
        for folder in ["var/received", "copy.sqlite.received"] {
            try work.write("别的内容\n", to: "\(folder)/\(name)")
        }
        #expect(try work.command("backup", "copy.sqlite", exits: 5).complaint.contains("未通过核验"))
        #expect(try Data(contentsOf: work.url.appending(path: "copy.sqlite")) == before)
        try Self.files.moveItem(atPath: work.path("var"), toPath: work.path("lost"))
        #expect(try work.command("restore", "copy.sqlite", exits: 5).complaint.contains("未通过核验"))
        #expect(!work.exists("var/monitor.sqlite"))
    }
}

private enum RealLink {
    static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }
}
