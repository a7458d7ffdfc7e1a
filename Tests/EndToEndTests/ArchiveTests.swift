import Foundation
import Safekeeping
import Spreadsheet
import TestSupport
import Testing

/// What was taken in is kept as it was sent.
@Suite("The archive", .serialized)
struct ArchiveTests {
    private static let file = "var/inbox/submissions/2025/湖南省/C003.csv"

    private static func received() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        return work
    }

    /// The names in a folder, and the bytes under each.
    private func contents(_ folder: String, of work: Workplace) throws -> [String: Data] {
        let names = work.exists(folder) ? try FileManager.default.contentsOfDirectory(atPath: work.path(folder)) : []
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: work.url.appending(path: "\(folder)/\($0)"))) })
    }

    /// `3f2a9c01d2e4-C003.csv`
    private func keptName(of file: String, in work: Workplace) throws -> String {
        let source = try SourceFile(path: work.path(file), name: file)
        return "\(source.sha256.prefix(12))-\(file.split(separator: "/").last ?? "")"
    }

    @Test func `every file that was taken in is kept, byte for byte`() throws {
        let work = try Self.received()
        try work.collectInbox()
        let kept = try contents("var/received", of: work)
        let inbox = try FileManager.default.subpathsOfDirectory(atPath: work.path("var/inbox"))
            .filter { $0.hasSuffix(".csv") }.map { "var/inbox/\($0)" }
        // Two empty registers are the same bytes, and are kept under the name of the first.
        let sent = try Set(inbox.map { try Data(contentsOf: work.url.appending(path: $0)) })
        #expect(sent.count < inbox.count)
        #expect(Set(kept.values) == sent && kept.count == sent.count)
        let name = try keptName(of: Self.file, in: work)
        #expect(kept[name] == FileManager.default.contents(atPath: work.path(Self.file)))
        #expect(try work.command("verify").output.contains("个核对无误。"))
    }

    @Test func `the same bytes are kept once, whatever they are called`() throws {
        let work = try Self.received()
        try work.command("collect", Self.file)
        try FileManager.default.copyItem(atPath: work.path(Self.file), toPath: work.path("又一份.csv"))
        #expect(try work.command("collect", "又一份.csv").output.contains("未变 1 个"))
        // From another sender, as the manifest names it, the same bytes are another receipt, and are kept once all the same.
        try work.run()
        let kept = try contents("var/received", of: work)
        #expect(kept.count { $0.key.hasSuffix("-C003.csv") } == 3)
        try work.run()
        #expect(try contents("var/received", of: work) == kept)
    }

    @Test func `the folder is the option's, the pipeline's, or beside the database`() throws {
        let work = try Self.received()
        try work.command("collect", Self.file, "--archive", "kept/here")
        #expect(try contents("kept/here", of: work).count == 1)
        #expect(!work.exists("var/received"))
        #expect(try work.command("verify", exits: 5).complaint.contains("1 个收下的文件不在存档目录"))
        #expect(try work.command("verify", "--archive", "kept/here").output.contains("1 个核对无误。"))

        let pipeline = try work.read("pipelines/municipal-annual.yml")
        try work.write(
            pipeline.replacing("quarantine: var/quarantine", with: "quarantine: var/quarantine\narchive: elsewhere"),
            to: "pipelines/municipal-annual.yml")
        try work.run()
        #expect(try contents("elsewhere", of: work)[keptName(of: Self.file, in: work)] != nil)
        try work.write(pipeline, to: "pipelines/municipal-annual.yml")
        try work.run()
        #expect(try contents("var/received", of: work)[keptName(of: Self.file, in: work)] != nil)
    }

    @Test func `a trial keeps nothing`() throws {
        let work = try Self.received()
        try work.write("x,y\n1,2\n", to: "\(Workplace.submissions)/unknown.csv")
        try work.collectInbox(
            "--dry-run", "--archive", "kept", "--quarantine", "set-aside", "--receipts", "r",
            exits: 3)
        try work.command("receipt", Workplace.submissions, "-o", "r", exits: 3)
        for folder in ["kept", "set-aside", "var/received", "var/quarantine", "var/monitor.sqlite"] {
            #expect(!work.exists(folder), "\(folder)")
        }
    }

    @Test(arguments: [
        "..\\..\\evil.csv", "...csv", "-rf.csv", "%2e%2e%2fevil.csv", "a\nb.csv", "\u{1B}[2J.csv", "\u{202E}vsc.csv",
        "a?b#c;d.csv", String(repeating: "长", count: 83) + ".csv",
    ])
    func `a sender's name does not leave the folder`(name: String) throws {
        let work = try Workplace()
        try work.write("consortium,indicator,year,value\nC1,9.1.1,2025,1\n", to: "in/box/x.csv")
        try FileManager.default.moveItem(atPath: work.path("in/box/x.csv"), toPath: work.path("in/box") + "/" + name)
        // By its own name, since names that begin with a dot are passed over in folders.
        for _ in 1...2 { try work.command("collect", "in/box/\(name)") }
        let kept = try contents("var/received", of: work)
        let mark = try SHA256.digest(of: #require(kept.first?.value)).prefix(12)
        #expect(kept.count == 1 && kept.first?.key.hasPrefix("\(mark)-") == true)
        #expect(kept.first?.key.unicodeScalars.contains { $0.properties.generalCategory == .control } == false)
        #expect(try FileManager.default.contentsOfDirectory(atPath: work.path("in")) == ["box"])
        let beside = try FileManager.default.contentsOfDirectory(atPath: work.url.path)
        #expect(Set(beside) == ["in", "pipelines", "var"])
    }

    @Test func `other bytes under the start of the hash do not stand in the way`() throws {
        let work = try Self.received()
        let name = try keptName(of: Self.file, in: work)
        try work.write("别的内容", to: "var/received/\(name)")
        try work.command("collect", Self.file)
        let kept = try contents("var/received", of: work)
        #expect(kept.count == 2 && kept[name] == Data("别的内容".utf8))
        #expect(kept.keys.contains { $0.hasSuffix("-C003.csv") && $0.count == 64 + "-C003.csv".count })
        #expect(try work.command("verify").output.contains("1 个核对无误。"))
    }

    @Test func `verify names what is not as it was received`() throws {
        let work = try Self.received()
        try work.command("collect", Self.file)
        let name = "var/received/\(try keptName(of: Self.file, in: work))"
        try work.write(try work.read(name) + "\n", to: name)
        let outcome = try work.command("verify", exits: 5)
        #expect(outcome.output.contains(name) && outcome.complaint.contains("SHA-256"))
        // The next collection puts the right bytes beside it.
        try work.command("collect", Self.file)
        try work.command("verify")
    }

    // MARK: - Places that cannot be written to

    @Test func `nothing is taken in that cannot be kept`() throws {
        let work = try Self.received()
        try work.write("", to: "file")
        try work.write("", to: "closed/x")
        try work.setPermissions(0o555, of: "closed")
        defer { try? work.setPermissions(0o755, of: "closed") }
        for (folder, reason) in [("file", "不是文件夹"), ("closed", "没有写权限"), ("/proc/none", "无法创建")] {
            let outcome = try work.command(
                ["collect", Workplace.submissions, "--archive", folder], exits: 2, wrapper: OrdinaryUser.wrapper)
            #expect(outcome.complaint.contains("无法写入存档目录"), "\(outcome.errors)")
            #expect(outcome.complaint.contains(reason), "\(outcome.errors)")
            #expect(outcome.complaint.split(separator: "\n").count == 1, "\(outcome.errors)")
        }
        #expect(try work.command("status").output.contains("已收 0 个文件"))
        try work.collectInbox()
    }

    @Test func `what was taken in before a fault has its receipt`() throws {
        let work = try Self.received()
        // Folders where the file would be kept, under the start of its hash and under all of it.
        let source = try SourceFile(path: work.path(Self.file), name: "C003.csv")
        for count in [12, 64] { try work.write("", to: "var/received/\(source.sha256.prefix(count))-C003.csv/x") }
        let outcome = try work.collectInbox(exits: 2)
        #expect(outcome.complaint.contains("无法写入存档目录"), "\(outcome.errors)")
        let status = try work.command("status").output
        let loaded = try #require(status.firstMatch(of: /已收 (\d+) 个文件/)?.1)
        let receipts = try FileManager.default.subpathsOfDirectory(atPath: work.path("var/receipts"))
        #expect(Int(loaded) ?? 0 > 0)
        #expect(receipts.count { $0.hasSuffix(".xlsx") } == Int(loaded))
    }

    @Test(.needsSmallDisk) func `a full disk is told and leaves nothing half written`() throws {
        let work = try Self.received()
        let disk = SmallDisk(kibibytes: 16, folder: work.path("disk"))
        let outcome = try disk.run(
            """
            "$PROGRAM" collect var/inbox/submissions --archive disk/received; echo "collect $?"
            "$PROGRAM" verify --archive disk/received; echo "verify $?"
            ls disk/received
            """, in: work)
        #expect(outcome.output.contains("collect 2\n"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.complaint.contains("无法写入存档目录"), "\(outcome.errors)")
        #expect(outcome.complaint.contains("磁盘已满"), "\(outcome.errors)")
        #expect(outcome.output.contains("verify 0\n"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("个核对无误。"), "\(outcome.output)")
        #expect(!outcome.output.contains(".partial"), "\(outcome.output)")
    }
}
