import Foundation
import TestSupport
import Testing

/// What runs leave on the disk: who may read it, and nothing that nobody wants.
@Suite("Traces of runs", .serialized)
struct TraceTests {
    private static func run(published: Bool, umask: String) throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        if published {
            let pipeline = try work.read("pipelines/municipal-annual.yml")
            try work.write(
                pipeline.replacing("reports: var/reports", with: "reports: var/reports\npublished: [reports]"),
                to: "pipelines/municipal-annual.yml")
        }
        try work.command(
            ["run", "pipelines/municipal-annual.yml", "--year", "2025"],
            wrapper: ["bash", "-c", "umask \(umask); exec \"$@\"", "bash"])
        return work
    }

    private func modes(_ work: Workplace) throws -> [String: Int] {
        let files = FileManager.default
        return try Dictionary(
            uniqueKeysWithValues: files.subpathsOfDirectory(atPath: work.path("var")).filter {
                !$0.hasPrefix("inbox")
            }.map { name in
                let attributes = try files.attributesOfItem(atPath: work.path("var/\(name)"))
                return (name, attributes[.posixPermissions] as? Int ?? 0)
            })
    }

    @Test(arguments: [(false, "000"), (false, "022"), (true, "000"), (true, "077")])
    func `nobody else may read what is not published, whatever the umask`(published: Bool, umask: String) throws {
        let modes = try modes(Self.run(published: published, umask: umask))
        #expect(modes.keys.contains { $0.hasPrefix("received/") } && modes.keys.contains { $0.hasPrefix("receipts/") })
        #expect(modes.keys.contains("monitor.sqlite") && modes.keys.contains { $0.hasPrefix("alerts/") })
        for (name, mode) in modes {
            if published, name.hasPrefix("reports/2025") {
                #expect(mode == (name.contains(".") ? 0o644 : 0o755), "\(name) \(String(mode, radix: 8))")
            } else if !name.hasPrefix("reports") || !published {
                #expect(mode & 0o077 == 0, "\(name) \(String(mode, radix: 8))")
            }
        }
    }

    @Test func `what killed runs left is removed by the next, and nothing else`() throws {
        let work = try Self.run(published: true, umask: "022")
        // No process has that number: it is above what the system gives out.
        let leftovers = [
            "var/reports/2025/consortium/.C003.html.4999999.partial", "var/reports/2025/.index.html.partial",
            "var/receipts/回执.xlsx.4999999.part", "var/receipts/.dat.nosync1267.a1b2c3",
            "var/received/.0123.csv.4999999.partial", "var/quarantine/.x.reason.txt.4999999.partial",
        ]
        let others = [
            "var/reports/2025/笔记.txt", "var/receipts/a.part", "var/receipts/.owed-not", "var/reports/x.partial",
        ]
        for name in leftovers + others { try work.write("x", to: name) }
        try work.write("x", to: "copy.sqlite.4999999.partial-journal")
        try work.write("x", to: "copy.sqlite.6F9619FF-8B86-D011-B42D-00CF4FC964FF.partial")
        try work.run()
        #expect(leftovers.filter(work.exists).isEmpty, "\(leftovers.filter(work.exists))")
        #expect(others.allSatisfy(work.exists), "\(others.filter { !work.exists($0) })")
        try work.command("backup", "copy.sqlite")
        let names = try FileManager.default.contentsOfDirectory(atPath: work.url.path)
        #expect(!names.contains { $0.contains(".partial") }, "\(names)")
    }

    @Test func `receipts carry the clock of the run and no other`() throws {
        let first = try Self.receipt()
        #expect(try first == Self.receipt())
        #expect(!first.isEmpty)
    }

    /// The bytes of a receipt of a run whose clock is given.
    private static func receipt() throws -> Data {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        let names = try FileManager.default.subpathsOfDirectory(atPath: work.path("var/receipts"))
        let name = try #require(names.sorted().first { $0.hasSuffix(".xlsx") && $0.contains("C003") })
        let listed = try Program(
            in: work.url, command: ["unzip", "-p", work.path("var/receipts/\(name)"), "docProps/core.xml"]
        ).run()
        #expect(listed.output.contains("2026-04-10T01:00:00Z"), "\(listed.output)")
        return try Data(contentsOf: work.url.appending(path: "var/receipts/\(name)"))
    }

    /// Two names of one database are one lock.
    @Test func `the lock holds through a link to the database`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        try FileManager.default.createSymbolicLink(
            atPath: work.path("alias.sqlite"), withDestinationPath: "var/monitor.sqlite")
        let held = try work.command(
            ["collect", Workplace.submissions, "--database", "alias.sqlite"], exits: 75,
            wrapper: ["flock", "--no-fork", work.path("var/monitor.sqlite.lock")])
        #expect(held.complaint.contains("另一次运行正在进行"), "\(held.errors)")
        #expect(!work.exists("alias.sqlite.lock"))
        try work.command("verify", "--database", "alias.sqlite")
    }

    @Test(.needsSmallDisk) func `a full disk while pages are written is told in Chinese`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        for kibibytes in [4, 8, 16, 32] {
            let disk = SmallDisk(kibibytes: kibibytes, folder: work.path("disk"))
            let outcome = try disk.run(
                #""$PROGRAM" run pipelines/municipal-annual.yml --year 2025 --reports disk/pages; echo "run $?""#,
                in: work)
            #expect(outcome.output.contains("run 2\n"), "\(outcome.output)\(outcome.errors)")
            #expect(outcome.complaint.contains("磁盘已满"), "\(outcome.errors)")
            #expect(outcome.complaint.firstMatch(of: /[Nn]o space|[Dd]evice|[Ee]rror/) == nil, "\(outcome.errors)")
        }
    }
}
