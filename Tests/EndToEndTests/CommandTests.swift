import Foundation
import TestSupport
import Testing

@Suite("Commands")
struct CommandTests {
    // MARK: - feel

    @Test(arguments: [
        ("1 + 2", "3"),
        ("100.1 + 200.2 < 300.3", "false"),
        ("for 年 in 2022..2025 return 年 - 2021", "[1, 2, 3, 4]"),
        (#"if null then 1 else "未知""#, "未知"),
    ])
    func `feel evaluates an expression`(expression: String, value: String) throws {
        #expect(try Workplace().command("feel", expression).output.contains(value))
    }

    @Test func `feel tells where an expression is wrong`() throws {
        let outcome = try Workplace().command("feel", "1 +\n  * 2", exits: 2)
        #expect(outcome.complaint.contains(try Regex("2.*3")), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func `feel answers requests line by line, in their order`() throws {
        let requests = """
            {"expression":"a + 1","context":{"a":{"decimal":"0.1"}}}
            {"expression":"1 +"}

            {"expression":"date(\\"2025-12-31\\") + duration(\\"P1D\\")"}
            {"expression":"[1, null, true]"}
            no json
            {"expression":"{名: \\"值\\"}"}
            """
        let output = try Workplace().command(["feel", "--ndjson"], input: requests).output
        try expectGolden(output, "feel.ndjson")
    }

    // MARK: - rules, check

    @Test func `rules are listed with their basis`() throws {
        let list = try Workplace().command("rules", "list").output
        for said in ["16.1", "16.6", "2023-15.3", "原文", "暂定口径（原文未作规定）", "突破倍数"] { #expect(list.contains(said)) }
    }

    @Test func `rule tests hold`() throws {
        let tests = try Workplace().command("rules", "test").output
        for line in tests.split(separator: "\n") { #expect(line.contains("0 个不符"), "\(line)") }
        #expect(tests.contains("negative-list.test.yml"))
        #expect(try Workplace().command("rules", "test", "--verbose").output.contains("✓"))
    }

    @Test func `a rule test that fails is told with its line`() throws {
        let work = try Workplace()
        let changed = try work.data(changing: "verdict.test.yml", "verdict: pass, row: 4", to: "verdict: fail, row: 6")
        let outcome = try work.command("rules", "test", "--data", changed.path, exits: 5)
        #expect(outcome.output.contains("✗"))
        #expect(outcome.output.contains("结论应为“fail”，得到“pass”"))
    }

    @Test func `rules are described in Chinese`() throws {
        let one = try Workplace().command("rules", "describe", "16.3").output
        #expect(one.contains("近2年中每一年的到位经费都低于当年的计划经费"))
        let all = try Workplace().command("rules", "describe").output
        #expect(all.contains(one))
    }

    @Test func `check says that all is well`() throws {
        let work = try Workplace()
        let outcome = try work.command("check")
        #expect(outcome.output.contains("观测点 116 个"))
        #expect(outcome.output.hasSuffix("配置、标准和规则无误。\n"))
        #expect(!work.exists("var"))
    }

    // MARK: - collect, status, verify, backup

    @Test func `a dry run stores nothing`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        let trial = try work.collectInbox("--dry-run").output
        #expect(trial.contains("预检 ") && trial.contains("可以收取") && !trial.contains("载入"), "\(trial)")
        #expect(!work.exists("var/monitor.sqlite"))
        try work.collectInbox()
        #expect(try work.collectInbox("--dry-run").output.contains("可以收取 0 个"))
    }

    @Test func `status tells who has reported`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003", "C026"])
        try work.collectInbox()
        #expect(try work.command("status").output.contains("还没有运行过流水线"))
        try work.run()
        let status = try work.command("status").output
        for said in ["第 1 次", "municipal-annual", "完成", "2025年度报送（2026年3月31日截止）", "C026"] {
            #expect(status.contains(said), "\(said)\n\(status)")
        }
    }

    @Test func `status speaks to spreadsheets and programs too, and of one province alone`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003", "C026"])
        try work.write("这不是工作簿", to: "var/inbox/submissions/C026/坏.xlsx")
        try work.run()
        let all = try Status(of: work)
        #expect(all.year == 2025)
        #expect(all.lastRun?.status == "finished")
        #expect(all.reports.map(\.consortium) == ["C003", "C026"])
        #expect(all.ledger.quarantined.map(\.file) == ["C026/坏.xlsx"])
        // C003 is of Hunan; what C026 sent does not concern it.
        let hunan = try Status(of: work, "--province", "430000")
        #expect(hunan.reports.map(\.consortium) == ["C003"])
        #expect(hunan.ledger.quarantined.map(\.file) == [])

        let csv = try work.command("status", "--format", "csv").output
        #expect(csv.hasPrefix("\u{feff}编号,名称,省份,状态,收到\r\nC003,"))
        #expect(csv.split(separator: "\r\n").count == 3)
        try work.command("status", "--format", "prometheus", "--out", "monitor.prom")
        let metrics = try work.read("monitor.prom")
        #expect(metrics.contains("consortium_monitor_last_run_success 1\n"))
        #expect(metrics.contains("consortium_monitor_submissions_quarantined 1\n"))
    }

    /// The run that watches over everything else is watched by whoever asks how old its last success is.
    @Test func `a run that is too old is status 6`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        #expect(try work.command("status", "--max-age", "26h", exits: 6).errors.contains("没有成功的运行记录"))
        try work.run()
        for span in ["26h", "1d2h"] {
            try work.command(["status", "--max-age", span], now: "2026-04-11T10:59:59+08:00")
        }
        let late = try work.command(["status", "--max-age", "26h"], exits: 6, now: "2026-04-11T11:00:01+08:00")
        #expect(late.errors.contains("已超过 26h"))
        for wrong in ["26", "h", "-1h", "1.5h"] {
            #expect(try work.command("status", "--max-age=\(wrong)", exits: 2).errors.contains("--max-age 应为时长"))
        }
    }

    @Test func `verdicts can be narrowed to a province and opened in a spreadsheet`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003", "C026"])
        try work.collectInbox()
        let csv = try work.command("assess", "--year", "2025", "--province", "430000", "--format", "csv").output
        let lines = csv.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.last?.hasPrefix("C003,") == true)
        let all = try work.outcomes().split(separator: "\n")
        let some = try work.command("assess", "--year", "2025", "--province", "430000", "--format", "ndjson").output
        #expect(some.split(separator: "\n") == all.filter { $0.contains(#""consortium":"C003""#) })
    }

    @Test func `a backup holds what the store holds`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        try work.command("backup", "copies.sqlite")
        try work.command("verify", "--database", "copies.sqlite")
        #expect(
            try work.command("assess", "--year", "2025", "--format", "ndjson", "--database", "copies.sqlite").output
                == work.outcomes())
        // A second backup takes the place of the first; another file is not written over.
        try work.command("backup", "copies.sqlite")
        try work.write("重要", to: "other.txt")
        try work.command("backup", "other.txt", exits: 2)
        #expect(try work.read("other.txt") == "重要")
    }

    @Test(.needsPython) func `verify finds what was changed behind our back`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        #expect(try work.command("verify").output.contains("数据库完好"))
        try OtherProcess.run("UPDATE panel SET cells = zeroblob(length(cells))", on: work.path("var/monitor.sqlite"))
        let outcome = try work.command("verify", exits: 5)
        #expect(outcome.output.contains("C003"), "\(outcome.output)")
    }
}

/// What `status --format json` says.
private struct Status: Decodable {
    struct Run: Decodable { let status: String }
    struct Report: Decodable {
        let consortium: String
        let state: String
    }
    struct Ledger: Decodable {
        struct Refused: Decodable { let file: String }
        let quarantined: [Refused]
    }
    let year: Int
    let lastRun: Run?
    let reports: [Report]
    let ledger: Ledger

    init(of work: Workplace, _ arguments: String...) throws {
        let output = try work.command(["status", "--format", "json"] + arguments).output
        self = try JSONDecoder().decode(Status.self, from: Data(output.utf8))
    }
}
