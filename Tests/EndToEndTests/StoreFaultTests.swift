import Foundation
import TestSupport
import Testing

/// What the file system and other processes may refuse.
@Suite("Faults of the store", .serialized)
struct StoreFaultTests {
    /// A workplace whose store holds a little.
    private static func filled() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        return work
    }

    static let readers = [
        ["assess", "--year", "2025"], ["explain", "C003", "16.3", "--year", "2025"], ["status"], ["verify"],
        ["report", "--year", "2025", "--out", "out"], ["alert"], ["backup", "copy.sqlite"],
    ]
    static let writersAndReaders =
        readers + [["collect", Workplace.submissions], ["run", "pipelines/municipal-annual.yml"]]

    @Test(arguments: readers)
    func `a missing database is told, and none is made`(arguments: [String]) throws {
        let work = try Workplace()
        let outcome = try work.command(arguments, exits: 2)
        #expect(outcome.complaint.contains("var/monitor.sqlite 不存在"), "\(outcome.errors)")
        #expect(outcome.complaint.split(separator: "\n").count == 1)
        #expect(!work.exists("var/monitor.sqlite"))
        #expect(!work.exists("copy.sqlite"))
    }

    /// Damaged input, status 3, for a file that is no database; 2 for a database that is another program's.
    @Test(arguments: writersAndReaders)
    func `a file that is no database is told and left alone`(arguments: [String]) throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        let text = String(repeating: "这不是数据库。\n", count: 100)
        try work.write(text, to: "var/monitor.sqlite")
        let outcome = try work.command(arguments, exits: 3)
        #expect(outcome.complaint.contains("var/monitor.sqlite 不是 SQLite 数据库文件"), "\(outcome.errors)")
        #expect(try work.read("var/monitor.sqlite") == text)
    }

    @Test(.needsPython, arguments: writersAndReaders)
    func `another program's database is told and left alone`(arguments: [String]) throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try OtherProcess.run(
            "CREATE TABLE ledger (id INTEGER); INSERT INTO ledger VALUES (1);", on: work.path("var/monitor.sqlite"))
        let before = try Data(contentsOf: work.url.appending(path: "var/monitor.sqlite"))
        let outcome = try work.command(arguments, exits: 2)
        #expect(outcome.complaint.contains("是其他程序的数据库"), "\(outcome.errors)")
        #expect(try Data(contentsOf: work.url.appending(path: "var/monitor.sqlite")) == before)
    }

    /// A file that is being made is not in WAL mode yet: its journal has to be rolled back, which a reader may not.
    @Test(.needsPython, arguments: [["verify"], ["status"]])
    func `a database whose making was interrupted is read`(arguments: [String]) throws {
        let work = try Workplace()
        try work.write("", to: "var/monitor.sqlite")
        // A cache of one page makes SQLite write the table's pages into the file before the transaction ends.
        let killed = try OtherProcess.hold(
            work.path("var/monitor.sqlite"),
            by: """
                PRAGMA application_id = 0x434D4F4E; PRAGMA cache_size = 1; BEGIN;
                CREATE TABLE begun (bytes BLOB); INSERT INTO begun VALUES (zeroblob(1000000))
                """)
        killed.end()
        #expect(work.exists("var/monitor.sqlite-journal"))
        try work.command(arguments)
    }

    // MARK: - Others at work

    @Test(.needsPython) func `a database that another process writes to is status 75, and reading goes on`() throws {
        let work = try Self.filled()
        let other = try OtherProcess.hold(work.path("var/monitor.sqlite"), by: "BEGIN IMMEDIATE")
        defer { other.end() }
        let outcome = try work.command("run", "pipelines/municipal-annual.yml", exits: 75)
        #expect(outcome.complaint.contains("正被另一个进程写入"), "\(outcome.errors)")
        #expect(outcome.complaint.split(separator: "\n").count == 1, "\(outcome.errors)")
        #expect(try work.outcomes().contains("C003"))
    }

    @Test(.needsPython) func `a database that another process keeps to itself is status 75`() throws {
        let work = try Self.filled()
        let other = try OtherProcess.hold(
            work.path("var/monitor.sqlite"), by: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
        defer { other.end() }
        for arguments in [["status"], ["collect", Workplace.submissions]] {
            let outcome = try work.command(arguments, exits: 75)
            #expect(outcome.complaint.split(separator: "\n").count == 1, "\(outcome.errors)")
        }
    }

    @Test func `a run while another run holds the lock is status 75`() throws {
        let work = try Self.filled()
        let outcomes = try work.outcomes()
        // `flock` takes the same advisory lock as a run does.
        let held = try work.command(
            ["run", "pipelines/municipal-annual.yml"], exits: 75,
            wrapper: ["flock", "--no-fork", work.path("var/monitor.sqlite.lock")])
        #expect(held.complaint.contains("另一次运行正在进行"), "\(held.errors)")
        for arguments in [["collect", Workplace.submissions], ["alert", "--deliver"]] {
            try work.command(
                arguments, exits: 75, wrapper: ["flock", "--no-fork", work.path("var/monitor.sqlite.lock")])
        }
        #expect(try work.outcomes() == outcomes)
        try work.run()
    }

    // MARK: - Places that cannot be written to

    @Test func `a read-only folder is told`() throws {
        let work = try Self.filled()
        try work.setPermissions(0o555, of: "var")
        defer { try? work.setPermissions(0o755, of: "var") }
        for arguments in [
            ["collect", Workplace.submissions], ["run", "pipelines/municipal-annual.yml"], ["alert", "--deliver"],
        ] {
            let outcome = try work.command(arguments, exits: 2, wrapper: OrdinaryUser.wrapper)
            #expect(outcome.complaint.contains("只读") || outcome.complaint.contains("可写"), "\(outcome.errors)")
            #expect(outcome.complaint.split(separator: "\n").count == 1, "\(outcome.errors)")
        }
    }

    @Test func `a folder that cannot be made is told`() throws {
        let work = try Workplace()
        try work.write("", to: "file")
        for database in ["file/monitor.sqlite", "/proc/none/monitor.sqlite", "pipelines"] {
            let outcome = try work.command("collect", "pipelines", "--database", database, exits: 2)
            #expect(outcome.complaint.contains(database.split(separator: "/").first ?? ""), "\(outcome.errors)")
        }
    }

    @Test func `pages, quarantine and alerts that cannot be written are told`() throws {
        let work = try Self.filled()
        try work.write("", to: "file")
        let report = try work.command("report", "--year", "2025", "--out", "file/out", exits: 2)
        #expect(report.complaint.contains("无法写入报告目录"), "\(report.errors)")
        try work.write("x,y\n1,2\n", to: "unknown/form.csv")
        let collected = try work.command("collect", "unknown", "--quarantine", "file/quarantine", exits: 2)
        #expect(collected.complaint.contains("无法写入隔离目录"), "\(collected.errors)")
        let alerts = try work.read("pipelines/alerts.yml").replacing("var/alerts/", with: "file/")
        try work.write(alerts, to: "pipelines/alerts.yml")
        // Delivery failed, status 4; all else was done.
        let run = try work.run(exits: 4)
        #expect(run.complaint.contains("file/"), "\(run.errors)")
        #expect(run.output.contains("报告首页"))
        try work.command("verify")
    }

    @Test(.needsSmallDisk) func `a full disk is told, and what was stored before stays`() throws {
        // The disk is seen by the command alone, so one process fills it, checks the store and looks once more.
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003", "C012"])
        let disk = SmallDisk(kibibytes: 1280, folder: work.path("disk"))
        let outcome = try disk.run(
            """
            "$PROGRAM" collect var/inbox/submissions var/inbox/registers --as authority --database disk/monitor.sqlite --receipts var/receipts; echo "collect $?"
            "$PROGRAM" verify --database disk/monitor.sqlite; echo "verify $?"
            "$PROGRAM" status --database disk/monitor.sqlite > /dev/null; echo "status $?"
            """, in: work)
        #expect(outcome.output.contains("collect 2\n"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.complaint.contains("磁盘已满"), "\(outcome.errors)")
        #expect(outcome.output.contains("verify 0\n"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("status 0\n"), "\(outcome.output)\(outcome.errors)")
    }

    @Test(.needsSmallDisk) func `a full disk for pages and backups is told`() throws {
        let work = try Self.filled()
        let disk = SmallDisk(kibibytes: 16, folder: work.path("disk"))
        let outcome = try disk.run(
            """
            "$PROGRAM" report --year 2025 --out disk/pages; echo "report $?"
            rm -rf disk/pages
            "$PROGRAM" backup disk/copy.sqlite; echo "backup $?"
            """, in: work)
        #expect(outcome.output.contains("report 2\n"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("backup 2\n"), "\(outcome.output)\(outcome.errors)")
        #expect(outcome.complaint.contains("无法写入报告目录"), "\(outcome.errors)")
        #expect(outcome.complaint.contains("磁盘已满"), "\(outcome.errors)")
    }
}
