import Foundation
import TestSupport
import Testing

/// What people may ask for wrongly.
@Suite("Faults in usage")
struct UsageFaultTests {
    @Test(arguments: [
        (["assess", "--year", "25"], "25"),
        (["assess", "--year", "20250"], "20250"),
        (["assess", "--year", "2021"], "2022"),
        (["assess", "--year", "2025", "--as-of", "2026-02-30"], "2026-02-30"),
        (["assess", "--year", "2025", "--consortium", "C999"], "C999"),
        (["assess", "--year", "2025", "--edition", "none"], "municipal-consortium-trial"),
        (["explain", "C999", "16.3", "--year", "2025"], "C999"),
        (["explain", "C002", "16.9", "--year", "2025"], "16.3"),
        (["run", "pipelines/municipal-annual.yml", "--year", "1999"], "1999"),
        (["rules", "describe", "16.9"], "16.3"),
        (["rules", "test", "--edition", "none"], "none"),
        (["report", "--year", "x", "--out", "out"], "x"),
        (["status", "--year", "x"], "x"),
        (["status", "--province", "湖南省"], "430000"),
        (["collect", "consortia.csv", "--region", "430000"], "--as authority"),
        (["collect", "consortia.csv", "--as", "secretariat", "--region", "430000"], "--as authority"),
        (["receipt", "consortia.csv", "--region", "430000"], "--as authority"),
        (["collect", "consortia.csv", "--as", "authority", "--region", "湖南省"], "六位代码"),
        (["run", "pipelines/municipal-annual.yml", "--as", "authority"], "--inbox"),
        (["status", "--now", "soon"], "soon"),
        (["check", "--data", "nowhere"], "nowhere"),
    ])
    func `what is not there is told, with what there is`(arguments: [String], says: String) throws {
        let work = try Workplace()
        try work.write("id,name,kind\nC001,示例（虚构）,municipal\n", to: "consortia.csv")
        try work.command("collect", "consortia.csv", "--as", "authority")
        let outcome = try work.command(arguments, exits: 2, now: nil)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaint.contains(says), "\(outcome.errors)")
        #expect(outcome.complaint.split(separator: "\n").count == 1, "\(outcome.errors)")
    }

    /// The parser's own status for usage, 64, is no status of ours.
    @Test(arguments: [
        ["--no-such-option"], ["nonsense"], ["assess"], ["assess", "--year"],
        ["assess", "--year", "2025", "--format", "xml"],
        ["collect"], ["feel"], ["feel", "1", "--ndjson"], ["explain", "C001", "--year", "2025"], ["rules", "nonsense"],
        ["assess", "--year", "2025", "--fail-on", "everything"], ["backup"],
    ])
    func `wrong usage is status 2, on standard error`(arguments: [String]) throws {
        let outcome = try Workplace().command(arguments, exits: 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("错误："), "\(outcome.errors)")
        #expect(outcome.errors.contains("\n用法： consortium-monitor"), "\(outcome.errors)")
    }

    @Test(arguments: [["--help"], ["help"], ["help", "run"], ["run", "--help"], []])
    func `help is status 0`(arguments: [String]) throws {
        #expect(try Workplace().command(arguments).output.contains("用法： "))
    }

    @Test func `help tells every exit status`() throws {
        let help = try Workplace().command("--help").output
        for status in ["0", "1", "2", "3", "4", "75"] {
            #expect(help.contains(try Regex("\n *\(status)  ")), "\(status)")
        }
        #expect(try Workplace().command("--version").output == "0.1.0\n")
    }

    @Test func `input that cannot be read is status 3, and the rest is taken in`() throws {
        let work = try Workplace()
        try work.write("id,name,kind\nC001,示例（虚构）,municipal\n", to: "inbox/consortia.csv")
        let outcome = try work.command("collect", "nowhere.csv", "inbox", exits: 3)
        #expect(outcome.complaint.contains("nowhere.csv"))
        #expect(outcome.output.contains("载入 1 个"))
    }

    @Test func `a file without rights is status 3`() throws {
        let work = try Workplace()
        try work.write("id,name,kind\nC001,示例（虚构）,municipal\n", to: "inbox/consortia.csv")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: work.path("inbox/consortia.csv"))
        let outcome = try work.command(["collect", "inbox"], exits: 3, wrapper: OrdinaryUser.wrapper)
        #expect(outcome.errors.contains("consortia.csv"))
    }

    @Test(arguments: ["overlays", "forms"])
    func `rules that cannot be read are not rules that are not there`(folder: String) throws {
        let work = try Workplace()
        let files = FileManager.default
        try files.createDirectory(atPath: work.path("data/\(folder)"), withIntermediateDirectories: true)
        for name in ["standards", "reference"] {
            try files.createSymbolicLink(
                atPath: work.path("data/\(name)"),
                withDestinationPath: Repository.root.appending(path: "data/\(name)").path)
        }
        try work.write("联合体编号,观测点,年度,口径,数值\nC003,6.1.2,2025,实际,约120\n", to: "wrong.csv")
        for line in [["collect", "wrong.csv", "--data", "data"], ["assess", "--year", "2025", "--data", "data"]] {
            try work.command(line)
            try files.setAttributes([.posixPermissions: 0], ofItemAtPath: work.path("data/\(folder)"))
            let isAsked = line[0] == (folder == "overlays" ? "assess" : "collect")
            let outcome = try work.command(line, exits: isAsked ? 2 : 0, wrapper: OrdinaryUser.wrapper)
            try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: work.path("data/\(folder)"))
            guard isAsked else { continue }
            #expect(outcome.complaint.contains(folder) && outcome.complaint.contains("权限"), "\(outcome.complaint)")
        }
    }

    @Test func `findings and triggers are status 1 where they are asked to be`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003"])
        try work.collectInbox()
        try work.command("assess", "--year", "2025", "--fail-on", "triggered", exits: 1)
        try work.command("assess", "--year", "2025", "--fail-on", "triggered", "--consortium", "C003")
        try work.command("assess", "--year", "2025", "--fail-on", "warning", "--consortium", "C003", exits: 1)
        try work.write("联合体编号,观测点,年度,口径,数值\nC003,6.1.2,2025,实际,约120\n", to: "wrong.csv")
        try work.command("collect", "wrong.csv", "--dry-run", "--fail-on", "error", exits: 1)
        try work.command("collect", "wrong.csv", "--dry-run")
    }
}
