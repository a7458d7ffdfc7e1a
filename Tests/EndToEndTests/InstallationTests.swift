import Foundation
import TestSupport
import Testing

/// The operator section of the README and the crontab, as they are written, in a folder of the test's own: a user that is
/// not root, an empty environment.
@Suite("An installation")
struct InstallationTests {
    private let folder: TemporaryFolder
    private let home: String
    private let bin: String

    init() throws {
        folder = try TemporaryFolder()
        // The user of the runs must be able to reach the folder.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
        home = folder.url.appending(path: "home").path
        bin = folder.url.appending(path: "bin").path
        for name in ["home", "bin", "cron.d"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: true)
        }
    }

    @Test func `the crontab works as it is installed`() throws {
        try install()
        let jobs = try crontab()
        #expect(jobs.map(\.user) == ["monitor", "monitor", "monitor", "monitor"])
        let (nightly, weekly, morning) = (jobs[0].command, jobs[1].command, jobs[2].command)

        // Nobody has run anything yet, and somebody should hear of it.
        #expect(try cron(morning, at: "2026-04-10T08:00:00+08:00").status != 0)

        try receive()
        let first = try cron(nightly, at: "2026-04-10T02:30:00+08:00")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.errors == "")
        let second = try cron(nightly, at: "2026-04-11T02:30:00+08:00")
        #expect(second.status == 0)
        #expect(second.errors == "")
        let log = try String(contentsOfFile: "\(home)/var/run.log", encoding: .utf8)
        let dated = log.matches(of: try Regex(#"(?m)^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:+]+ 收数：(.*)$"#))
            .map { String($0.output[1].substring ?? "") }
        #expect(dated.count == 2)
        #expect(dated.last?.contains("载入 0 个") == true, "\(dated)")

        // What waits for working hours has a job of its own.
        let delivered = try cron(jobs[3].command, at: "2026-04-11T09:17:00+08:00")
        #expect(delivered.status == 0)
        #expect(delivered.errors == "")

        let kept = try cron(weekly, at: "2026-04-12T04:15:00+08:00")
        #expect(kept.status == 0, "\(kept.errors)")
        #expect(kept.errors == "")
        let told = try String(contentsOfFile: "\(home)/var/run.log", encoding: .utf8)
        #expect(told.firstMatch(of: try Regex(#"(?m)^20[0-9T:+-]+ 数据库完好"#)) != nil, "\(told)")
        #expect(told.firstMatch(of: try Regex(#"(?m)^20[0-9T:+-]+ 已备份"#)) != nil, "\(told)")
        #expect(try cron(morning, at: "2026-04-12T03:00:00+08:00").status == 0)
        #expect(try cron(morning, at: "2026-04-13T08:00:00+08:00").status == 6)
    }

    @Test func `a loss is made good as the README says`() throws {
        try install()
        let (nightly, weekly) = (try crontab()[0].command, try crontab()[1].command)
        try receive()
        // One that cannot be taken in is not to be lost either.
        try shell(
            [
                "/bin/sh", "-c",
                "printf '甲,乙\\n1,2\\n' > var/inbox/submissions/说明.csv; chmod 644 var/inbox/submissions/说明.csv",
            ],
            in: URL(filePath: home))
        #expect(try cron(nightly, at: "2026-04-10T02:30:00+08:00").status == 0)
        #expect(try cron(nightly, at: "2026-04-11T02:30:00+08:00").status == 0)
        #expect(try cron(weekly, at: "2026-04-12T04:15:00+08:00").status == 0)
        let assess = "cd \"$MONITOR_HOME\" && consortium-monitor assess --year 2025 --format ndjson"
        let before = try cron(assess, at: "2026-04-12T05:00:00+08:00").output
        #expect(before.contains("C002"))

        // The disk of `var` is gone.
        try FileManager.default.removeItem(atPath: "\(home)/var")
        let user = getuid() == 0 ? ["-o", "nobody"] : []
        try shell(["/usr/bin/install", "-d"] + user + ["-m", "700", "\(home)/var"], in: folder.url)
        var script = try readme(block: 1)
        let asUser = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        for (ours, tests) in [("sudo -u monitor ", asUser), ("/var/lib/consortium-monitor", home)] {
            #expect(script.contains(ours), "the README says \(ours) no more")
            script = script.replacing(ours, with: tests)
        }
        let environment = ["PATH=\(bin):/usr/bin:/bin", "CONSORTIUM_MONITOR_NOW=2026-04-12T06:00:00+08:00"]
        let restored = try shell(
            ["/usr/bin/env", "-i"] + environment + ["/bin/sh", "-eu", "-c", script], in: folder.url)
        #expect(restored.status == 0 && restored.errors == "", "\(restored.output)\(restored.errors)")
        #expect(restored.output.contains("数据库完好") && restored.output.contains("个核对无误"), "\(restored.output)")
        #expect(restored.output.contains("隔离：没有收下的 1 个文件"), "\(restored.output)")
        #expect(try cron(assess, at: "2026-04-12T05:00:00+08:00").output == before)
        let owners = try FileManager.default.subpathsOfDirectory(atPath: "\(home)/var").map {
            try FileManager.default.attributesOfItem(atPath: "\(home)/var/\($0)")[.posixPermissions] as? Int ?? 0
        }
        #expect(owners.allSatisfy { $0 & 0o077 == 0 })

        // The night after it goes on, once the inbox is there again.
        for half in ["inbox", "inbox/submissions", "inbox/registers"] {
            try shell(["/usr/bin/install", "-d"] + user + ["-m", "700", "\(home)/var/\(half)"], in: folder.url)
        }
        try receive()
        let night = try cron(nightly, at: "2026-04-13T02:30:00+08:00")
        #expect(night.status == 0 && night.errors == "", "\(night.errors)")
        #expect(try String(contentsOfFile: "\(home)/var/run.log", encoding: .utf8).contains("载入 0 个"))
    }

    @Test func `an inbox that is not there is said by name, and nothing is published`() throws {
        try install()
        let nightly = try crontab()[0].command
        try receive()
        #expect(try cron(nightly, at: "2026-04-10T02:30:00+08:00").status == 0)
        let page = "\(home)/var/reports/2025/index.html"
        let before = try String(contentsOfFile: page, encoding: .utf8)
        for (missing, says) in [
            ("var/inbox/registers", "收件目录 var/inbox/registers 不存在"),
            ("pipelines/municipal-annual.yml", "municipal-annual.yml"), ("data/standards", "standards"),
        ] {
            try FileManager.default.moveItem(atPath: "\(home)/\(missing)", toPath: "\(home)/elsewhere")
            let outcome = try cron(nightly, at: "2026-04-11T02:30:00+08:00")
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains(says), "\(outcome.errors)")
            #expect(try String(contentsOfFile: page, encoding: .utf8) == before)
            try FileManager.default.moveItem(atPath: "\(home)/elsewhere", toPath: "\(home)/\(missing)")
        }
    }

    // MARK: - Installing

    /// Runs the README's own commands, with this test's folders in place of the machine's.
    private func install() throws {
        var script = try readme(block: 0)
        for (ours, tests) in [
            ("sudo adduser", ": adduser"), ("sudo ", ""), ("-o monitor -g monitor ", getuid() == 0 ? "-o nobody " : ""),
            (".build/release/consortium-monitor", Program.url.path), ("/usr/local/bin", bin),
            ("/var/lib/consortium-monitor", home), ("/etc/cron.d", folder.url.appending(path: "cron.d").path),
        ] {
            #expect(script.contains(ours), "the README says \(ours) no more")
            script = script.replacing(ours, with: tests)
        }
        let outcome = try shell(["/bin/sh", "-eu", "-c", script], in: Repository.root)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
    }

    /// A block of commands of the README's operator section.
    private func readme(block: Int) throws -> String {
        let readme = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
        let section = try #require(readme.components(separatedBy: "## For the operator").last)
        let blocks = section.components(separatedBy: "\n## ")[0].components(separatedBy: "```sh\n").dropFirst()
        return try #require(blocks.dropFirst(block).first?.components(separatedBy: "```").first)
    }

    private struct Job {
        let user: String
        let command: String
    }

    /// The jobs of the installed crontab, as cron reads them: five fields, a user, a command in which a backslash takes
    /// the meaning from a per cent sign.
    private func crontab() throws -> [Job] {
        let file = folder.url.appending(path: "cron.d/consortium-monitor")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard line.first?.isNumber == true || line.first == "*" else { return nil }
            let fields = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: true)
            #expect(fields.count == 7)
            let command = String(fields[6])
            #expect(!command.replacing("\\%", with: "").contains("%"), "cron ends the command at a bare %")
            return Job(user: String(fields[5]), command: command.replacing("\\%", with: "%"))
        }
    }

    private func receive() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003"])
        for half in ["submissions", "registers"] {
            let source = work.url.appending(path: "var/inbox/\(half)").path
            #expect(try shell(["/bin/cp", "-r", source, "\(home)/var/inbox/"], in: folder.url).status == 0)
        }
        if getuid() == 0 {
            #expect(try shell(["/bin/chown", "-R", "nobody", "\(home)/var"], in: folder.url).status == 0)
        }
    }

    // MARK: - Running

    /// Runs a command as cron does: the shell and the variables of the crontab, nothing else, as an ordinary user.
    private func cron(_ command: String, at now: String) throws -> Program.Outcome {
        let user = getuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        let environment = [
            "SHELL=/bin/sh", "PATH=\(bin):/usr/bin:/bin", "MONITOR_HOME=\(home)", "LOGNAME=monitor", "HOME=\(home)",
            "CONSORTIUM_MONITOR_NOW=\(now)",
        ]
        return try shell(
            user + ["/usr/bin/env", "-i"] + environment + ["/bin/sh", "-c", command], in: URL(filePath: "/"))
    }

    @discardableResult
    private func shell(_ command: [String], in folder: URL) throws -> Program.Outcome {
        try Program(in: folder, command: command).run()
    }
}
