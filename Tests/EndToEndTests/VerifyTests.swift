import Foundation
import TestSupport
import Testing

@testable import Store

/// What `verify` says of a store whose files are not what they were.
@Suite("Verify", .serialized)
struct VerifyTests {
    private static func filled() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        return work
    }

    @Test(arguments: ["one", "all", "changed", "unknown", "empty database", "new database"])
    func `files that are not those of the ledger are status 5`(fault: String) throws {
        let work = try Self.filled()
        try work.command("verify")
        let files = FileManager.default
        let kept = try files.contentsOfDirectory(atPath: work.path("var/received")).filter { !$0.hasPrefix(".") }
        let one = try #require(kept.first { $0.hasSuffix("-C003.csv") })
        switch fault {
        case "one": try files.removeItem(atPath: work.path("var/received/\(one)"))
        case "all": try files.removeItem(atPath: work.path("var/received"))
        case "changed": try work.write(work.read("var/received/\(one)") + "x", to: "var/received/\(one)")
        case "unknown": try work.write("x", to: "var/received/000000000000-别的.csv")
        case "empty database": try work.write("", to: "var/monitor.sqlite")
        default:
            try files.removeItem(atPath: work.path("var/monitor.sqlite"))
            try work.command("collect", "pipelines/municipal-annual.yml", "--archive", "elsewhere", exits: 3)
        }
        if fault == "empty database" || fault == "new database" {
            for suffix in ["-wal", "-shm"] { try? files.removeItem(atPath: work.path("var/monitor.sqlite\(suffix)")) }
        }
        let outcome = try work.command("verify", exits: 5)
        #expect(!outcome.complaint.isEmpty && outcome.complaint.contains("请"), "\(outcome.errors)")
    }

    /// What could not be taken in was sent all the same.
    @Test(arguments: ["missing", "changed", "unknown"])
    func `files that were set aside are held against the ledger`(fault: String) throws {
        let work = try Self.filled()
        try work.write("甲,乙\n1,2\n", to: "另/说明.csv")
        try work.command("collect", "另", exits: 3)
        #expect(try work.command("verify").output.contains("隔离：没有收下的 1 个文件，1 个核对无误。"))
        let files = FileManager.default
        let kept = try files.contentsOfDirectory(atPath: work.path("var/quarantine"))
        let one = "var/quarantine/\(try #require(kept.first { $0.hasSuffix("-说明.csv") }))"
        switch fault {
        case "missing": try files.removeItem(atPath: work.path(one))
        case "changed": try work.write("甲,乙\n1,3\n", to: one)
        default: try work.write("甲,乙\n1,3\n", to: "var/quarantine/000000000000-别的.csv.reason.txt")
        }
        let outcome = try work.command("verify", exits: 5)
        #expect(outcome.complaint.contains("隔离") && outcome.complaint.contains("请"), "\(outcome.errors)")
        guard fault != "unknown" else { return }
        #expect(try work.command("backup", "copy.sqlite", exits: 5).complaint.contains("未通过核验"))
    }

    /// A process that was killed leaves a log with what it had committed.
    @Test(.needsPython) func `a log that was taken away is found by the files received`() throws {
        let work = try Self.filled()
        let reader = try OtherProcess.hold(
            work.path("var/monitor.sqlite"), by: "BEGIN; SELECT count(*) FROM submission")
        try work.write("联合体编号,观测点,年度,数值\nC003,9.1.2,2025,3\n", to: "C003/后来.csv")
        try work.command("collect", "C003")
        reader.end()
        for suffix in ["-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: work.path("var/monitor.sqlite\(suffix)"))
        }
        let outcome = try work.command("verify", exits: 5)
        #expect(outcome.complaint.contains("不在台账"), "\(outcome.errors)")
    }

    /// Whoever knows how the seals are made can make them anew; the files say otherwise.
    @Test(.needsPython, arguments: ["coefficient = coefficient + 1", "evidence = '别的'", "row = row + 1000"])
    func `a changed figure is found by the file it came in, though its seal was made anew`(edit: String) throws {
        let work = try Self.filled()
        try work.command("verify")
        let database = work.path("var/monitor.sqlite")
        let mine = "FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('observation', 'reading')"
        let names = try OtherProcess.rows("SELECT name \(mine)", of: database)
        let triggers = try OtherProcess.rows("SELECT replace(sql, char(10), ' ') \(mine)", of: database)
        try OtherProcess.run(
            names.map { "DROP TRIGGER \($0);" }.joined()
                + "UPDATE observation SET \(edit) WHERE content = 3 AND year = 2025 AND basis = 0;"
                    // Panels of an older catalogue are made anew when they are next read.
                    + """
                    INSERT INTO panel_layout (edition, method, first_year, year_count, catalogue)
                    SELECT edition, method, first_year, year_count, 'x' FROM panel_layout;
                    UPDATE panel SET layout = (SELECT max(id) FROM panel_layout);
                    """, on: database)
        let sums = try Store(path: database).read { try Sealing.sums($0) }
        try OtherProcess.run(
            // All readings of a line count together.
            "UPDATE reading SET digest = '\(RowDigests.Sum().text)';"
                + sums.map { line in
                    "UPDATE reading SET digest = '\(line.value.text)' WHERE id = (SELECT min(id) FROM reading "
                        + "WHERE submission = \(line.key));"
                }.joined()
                + triggers.map { $0 + ";" }.joined(separator: "\n"), on: database)
        let outcome = try work.command("verify", exits: 5)
        #expect(outcome.output.contains("行不是存档文件"), "\(outcome.output)")
        #expect(!outcome.output.contains("已被改动") && !outcome.output.contains("数据库结构"), "\(outcome.output)")
    }
}
