import Foundation
import TestSupport
import Testing

/// The files that make a machine do its work by itself.
@Suite("The schedule")
struct ScheduleTests {
    private let folder: TemporaryFolder
    private let program: Program

    init() throws {
        folder = try TemporaryFolder()
        program = Program(in: folder.url)
        // An image of a machine with the installation in its usual place.
        for path in ["var/lib/consortium-monitor/pipelines", "usr/local/bin", "etc"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: path), withIntermediateDirectories: true)
        }
        for name in ["municipal-annual.yml", "alerts.yml", "calendar.yml"] {
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: "pipelines/\(name)"),
                to: folder.url.appending(path: "var/lib/consortium-monitor/pipelines/\(name)"))
        }
        try Data().write(to: folder.url.appending(path: "usr/local/bin/consortium-monitor"))
    }

    private func schedule(_ arguments: String..., exits status: Int32 = 0) throws -> Program.Outcome {
        let outcome = try program.run(["schedule"] + arguments + ["--root", folder.url.path])
        #expect(outcome.status == status, "\(arguments)\n\(outcome.output)\(outcome.errors)")
        return outcome
    }

    private func content(_ path: String) throws -> String {
        try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
    }

    /// `schedule print --minute 17 --kind KIND --file PATH > FILE` writes each anew.
    @Test(arguments: [
        ("cron", "/etc/cron.d/consortium-monitor", "consortium-monitor.cron"),
        ("cron", "/etc/tmpfiles.d/consortium-monitor.conf", "tmpfiles/consortium-monitor.conf"),
        ("cron", "/etc/logrotate.d/consortium-monitor", "logrotate/consortium-monitor"),
        ("systemd", "/etc/systemd/system/consortium-monitor-run@.service", nil),
        ("systemd", "/etc/systemd/system/consortium-monitor-run@.timer", nil),
        ("systemd", "/etc/systemd/system/consortium-monitor-backup.service", nil),
        ("systemd", "/etc/systemd/system/consortium-monitor-backup.timer", nil),
        ("systemd", "/etc/systemd/system/consortium-monitor-watch.service", nil),
        ("systemd", "/etc/systemd/system/consortium-monitor-watch.timer", nil),
        ("systemd", "/etc/systemd/system/consortium-monitor-deliver.service", nil),
        ("systemd", "/etc/systemd/system/consortium-monitor-deliver.timer", nil),
    ])
    func `the files of the folder cron are what the command prints`(kind: String, path: String, name: String?) throws {
        let printed = try schedule("print", "--minute", "17", "--kind", kind, "--file", path).output
        let file = name ?? "systemd/\(path.split(separator: "/").last ?? "")"
        let place = Repository.root.appending(path: "cron/\(file)")
        #expect(
            printed == (try? String(contentsOf: place, encoding: .utf8)),
            "write cron/\(file) anew by schedule print --minute 17 --kind \(kind) --file \(path)")
    }

    @Test(arguments: ["cron", "systemd"])
    func `what is installed is as it should be, until somebody changes it`(kind: String) throws {
        #expect(
            try schedule("check", "--kind", kind, exits: 5).errors.contains("缺少 /etc/logrotate.d/consortium-monitor"))
        let installed = try schedule("install", "--kind", kind)
        #expect(installed.output.contains("已写入 /etc/logrotate.d/consortium-monitor"))
        #expect(try schedule("check", "--kind", kind).output.contains("与应有的一致"))
        #expect(try schedule("install", "--kind", kind).output == "定时任务已是最新，没有改动。\n")

        // A line changed, a file gone, a program gone, the other kind beside it.
        let path =
            kind == "cron" ? "etc/cron.d/consortium-monitor" : "etc/systemd/system/consortium-monitor-run@.timer"
        let changed = try content(path).replacing("2:30", with: "3:30").replacing("30 2 *", with: "30 3 *")
        try Data(changed.utf8).write(to: folder.url.appending(path: path))
        try FileManager.default.removeItem(at: folder.url.appending(path: "etc/tmpfiles.d/consortium-monitor.conf"))
        try FileManager.default.removeItem(at: folder.url.appending(path: "usr/local/bin/consortium-monitor"))
        let other =
            kind == "cron" ? "etc/systemd/system/consortium-monitor-run@.timer" : "etc/cron.d/consortium-monitor"
        let place = folder.url.appending(path: other)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: place)
        let said = try schedule("check", "--kind", kind, exits: 5).errors
        for expected in [
            "/\(path) 第 ", "缺少 /etc/tmpfiles.d/consortium-monitor.conf", "没有程序 /usr/local/bin/consortium-monitor",
            "还有另一种定时任务 /\(other)，同一件事会执行两次",
        ] {
            #expect(said.contains(expected), "\(said)")
        }
    }

    @Test func `timers are enabled for each pipeline, and one that is not is told`() throws {
        let pipelines = folder.url.appending(path: "var/lib/consortium-monitor/pipelines")
        try FileManager.default.copyItem(
            at: pipelines.appending(path: "municipal-annual.yml"), to: pipelines.appending(path: "industry-annual.yml"))
        _ = try schedule("install", "--kind", "systemd")
        let wanted = "etc/systemd/system/timers.target.wants"
        let links = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: wanted).path)
            .sorted()
        #expect(
            links == [
                "consortium-monitor-backup.timer", "consortium-monitor-deliver.timer",
                "consortium-monitor-run@industry-annual.timer", "consortium-monitor-run@municipal-annual.timer",
                "consortium-monitor-watch.timer",
            ])
        try FileManager.default.removeItem(
            at: folder.url.appending(path: "\(wanted)/consortium-monitor-run@industry-annual.timer"))
        #expect(
            try schedule("check", "--kind", "systemd", exits: 5).errors
                .contains("定时器 consortium-monitor-run@industry-annual.timer 没有启用"))
        #expect(
            try schedule("print", "--file", "/etc/cron.d/consortium-monitor").output.contains(
                "{ consortium-monitor run pipelines/industry-annual.yml; "
                    + "consortium-monitor run pipelines/municipal-annual.yml; } >> var/run.log"))
    }

    @Test func `the minute of deliveries is odd, an installation's own, and stays`() throws {
        func minute(_ machine: String) throws -> Int {
            try Data((machine + "\n").utf8).write(to: folder.url.appending(path: "etc/machine-id"))
            let crontab = try schedule("print", "--file", "/etc/cron.d/consortium-monitor").output
            let line = try #require(crontab.split(separator: "\n").last)
            return try #require(Int(line.prefix { $0.isNumber }))
        }
        let minutes = try (0..<12).map { try minute("machine \($0)") }
        #expect(minutes.allSatisfy { $0 % 2 == 1 && !(28...32).contains($0) && (3...57).contains($0) })
        #expect(Set(minutes).count > 4)
        #expect(try minute("machine 3") == minutes[3])
    }

    @Test(arguments: [
        (["print", "--home", "var/lib"], "--home 应为绝对路径"), (["print", "--home", "/srv/a b"], "--home 应为绝对路径"),
        (["print", "--user", "root; rm"], "--user 应为用户名"), (["print", "../x.yml"], "流水线应为安装目录下的 pipelines/名称.yml"),
        (["print", "--minute", "60"], "--minute 应为 0 至 59"), (["print", "--home", "/srv/none"], "里没有流水线"),
        (["print", "--file", "/etc/passwd"], "--file 应为 /etc/cron.d/consortium-monitor"),
    ])
    func `what no file may say is refused`(arguments: [String], said: String) throws {
        let outcome = try program.run(["schedule"] + arguments + ["--root", folder.url.path])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
    }

    /// By logrotate itself and a clock that is set: a file a week, the last one as it was, those before it compressed, and none
    /// of more than a year ago.
    @Test(
        .enabled(
            if: getuid() == 0 && SimulatedYear.library != nil
                && FileManager.default.isExecutableFile(atPath: Self.rotator),
            "skipped: no logrotate, no libfaketime, or not root"))
    func `logs of a year are kept, and no more`() throws {
        let home = folder.url.appending(path: "home")
        try FileManager.default.createDirectory(
            at: home.appending(path: "var"), withIntermediateDirectories: true)
        _ = try schedule(
            "install", "--kind", "cron", "--home", home.path, "--user", "daemon", "pipelines/municipal-annual.yml")
        let rotation = folder.url.appending(path: "etc/logrotate.d/consortium-monitor").path
        let checked = try Program(in: home, command: [Self.rotator, "--debug", rotation]).run()
        #expect(checked.status == 0 && !checked.errors.contains("error:"), "\(checked.errors)")
        // A run appends to the log each week; on Sundays logrotate looks at it.
        let year = """
            set -e
            chown daemon:daemon . var
            day=$(date -d '2026-01-04 00:10' +%s)
            for week in $(seq 60); do
                [ -e var/run.log ] || setpriv --reuid=daemon --regid=daemon --clear-groups touch var/run.log
                echo "week $week" >> var/run.log
                LD_PRELOAD=\(SimulatedYear.library ?? "") FAKETIME="@$(date -d "@$day" '+%F %T')" NO_FAKE_STAT=1 \
                    \(Self.rotator) --state var/rotation \(rotation)
                day=$((day + 7 * 86400))
            done
            """
        let rotated = try Program(in: home, command: ["sh", "-c", year]).run()
        #expect(rotated.status == 0 && rotated.errors == "", "\(rotated.errors)")
        let logs = try FileManager.default.contentsOfDirectory(atPath: home.appending(path: "var").path)
            .filter { $0.hasPrefix("run.log-") }.sorted()
        // The first week makes the state, and rotates nothing.
        #expect(logs.count == 53, "\(logs)")
        #expect(logs.last == "run.log-20270221" && logs.dropLast().allSatisfy { $0.hasSuffix(".gz") }, "\(logs)")
        let kept = try FileManager.default.attributesOfItem(atPath: home.appending(path: "var/run.log").path)
        #expect(kept[.posixPermissions] as? Int == 0o600 && kept[.ownerAccountName] as? String == "daemon")
        #expect(kept[.size] as? Int == 0)
    }

    private static let rotator = "/usr/sbin/logrotate"

    /// By systemd's own reader: no unknown word, no program that is not there, and the times are those that are meant.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: Self.analyzer), "skipped: no systemd-analyze"))
    func `systemd takes the units`() throws {
        // Programs have to be where the units say, and this machine has no user `monitor`.
        _ = try schedule(
            "install", "--kind", "systemd", "--minute", "17", "--bin", Program.url.deletingLastPathComponent().path,
            "--user", "daemon", "--home", folder.url.path, "pipelines/municipal-annual.yml")
        let units = folder.url.appending(path: "etc/systemd/system")
        let names = ["run@municipal-annual", "backup", "watch", "deliver"].flatMap {
            ["consortium-monitor-\($0).service", "consortium-monitor-\($0).timer"]
        }
        let verified = try Program(
            in: units, command: [Self.analyzer, "verify", "--man=no", "--recursive-errors=no"]
        ).run(names.map { units.appending(path: $0).path }, environment: ["SYSTEMD_UNIT_PATH": "\(units.path):"])
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(!verified.errors.contains("consortium-monitor"), "\(verified.errors)")
        for (calendar, next) in [
            ("*-*-* 02:30:00 Asia/Shanghai", "Tue 2026-03-31 18:30:00 UTC"),
            ("Sun *-*-* 04:15:00 Asia/Shanghai", "Sat 2026-04-04 20:15:00 UTC"),
            ("*-*-* 09:17:00 Asia/Shanghai", "Wed 2026-04-01 01:17:00 UTC"),
        ] {
            let timers = try names.filter { $0.hasSuffix(".timer") }.map { name in
                try String(
                    contentsOf: units.appending(path: name.replacing("@municipal-annual", with: "@")), encoding: .utf8)
            }
            #expect(timers.contains { $0.contains("OnCalendar=\(calendar)\n") })
            let read = try Program(
                in: units, command: [Self.analyzer, "calendar", "--base-time", "2026-03-31 16:00:00"]
            )
            .run([calendar], environment: ["TZ": "UTC"])
            #expect(read.output.contains(next), "\(read.output)\(read.errors)")
        }
    }

    private static let analyzer = "/usr/bin/systemd-analyze"
}
