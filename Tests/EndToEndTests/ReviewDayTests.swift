import Foundation
import Spreadsheet
import TestSupport
import Testing

/// A reviewer's day, by the built command: a workbook of the open cases is filled in and comes back, and the pages tell.
@Suite("A reviewer's day")
struct ReviewDayTests {
    private static let morning = "2026-04-20T09:00:00+08:00"
    private static let evening = "2026-04-21T09:00:00+08:00"

    /// Fills cells of the row of a case, or of one of its incidents and signals; the columns by their heads.
    private func fill(
        _ name: String, subject: Bool = false, _ cells: [String: String], in workbook: FilledWorkbook
    ) throws {
        var heads: [String: Int] = [:]
        var line: Int?
        let sheets = try Workbook(SourceFile(path: workbook.path, name: "").bytes).sheets
        try #require(sheets.first { $0.title == "认定表" }).forEachRow { row in
            if row.number == 1 { for cell in row.cells { heads[cell.text] = cell.address.column } }
            func text(_ head: String) -> String {
                row.cells.first { $0.address.column == heads[head] }?.text ?? ""
            }
            if text("案件编号") == name, text("事由").isEmpty != subject { line = row.number }
        }
        let row = try #require(line, "no row of \(name)")
        for (head, text) in cells {
            let column = try #require(heads[head])
            try workbook.set(CellAddress(row: row, column: column), to: text, on: "认定表")
        }
    }

    private static let confirmed = ["认定": "成立", "认定日期": "2026-04-20", "理由": "三年没有突破"]

    @Test(.needsPython) func `cases are decided in a workbook, and those that changed meanwhile wait`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C014", "C018", "C027"])
        try work.run(now: Self.morning)
        let written = try work.command(
            "review", "sheet", "--by", "示例专家甲（虚构）", "--year", "2025", "-o", "认定表.xlsx", now: Self.morning)
        #expect(written.output.contains("认定表.xlsx：3 家，3 件，可逐项认定 1 项"), "\(written.output)")
        let workbook = FilledWorkbook(path: work.path("认定表.xlsx"))
        try fill("C014/16.5/2025", Self.confirmed, in: workbook)
        try fill(
            "C027/16.2/2025", subject: true, ["认定": "不成立", "认定日期": "2026-04-20", "理由": "凭证已核实", "佐证材料": "凭证.pdf"],
            in: workbook)
        // Somebody forgot the ground: that row alone is told of, with its cell.
        try fill("C018/16.6/2025", ["认定": "成立", "认定日期": "2026-04-20"], in: workbook)

        // Meanwhile a figure of C014 is corrected.
        try work.write(
            "联合体编号,观测点,年度,口径,数值,佐证材料,更正理由\nC014,9.1.2,2025,实际,1,a.pdf,误填\n", to: "更正.csv")
        try work.command("collect", "更正.csv", now: "2026-04-20T15:00:00+08:00")
        try FileManager.default.copyItem(
            atPath: workbook.path, toPath: work.path("\(Workplace.registers)/2025/认定表.xlsx"))
        let told = try work.run(now: Self.evening)
        let findings = try OtherProcess.rows(
            "SELECT kind FROM finding WHERE submission = (SELECT max(id) FROM submission)",
            of: work.path("var/monitor.sqlite"))
        #expect(findings == ["determination-incomplete"], "\(told.output)")

        let list = try work.command(
            "review", "list", "--year", "2025", "--all", "--format", "csv", now: Self.evening
        ).output
        func state(_ name: String) -> String {
            list.split(separator: "\r\n").first { $0.hasPrefix(name) }.map(String.init) ?? ""
        }
        #expect(state("C014/16.5/2025").contains("重开，待认定"), "\(list)")
        #expect(state("C018/16.6/2025").contains("待认定") && !state("C018/16.6/2025").contains("重开"))
        #expect(state("C027/16.2/2025").contains("结案"), "\(list)")

        let pending = try work.read("var/reports/2025/pending.html")
        #expect(pending.contains("C014/16.5/2025</a>") && !pending.contains("C027/16.2/2025</a>"))
        let suspended = try work.read("var/reports/2025/case/C014-16.5-2025.html")
        #expect(suspended.contains("三年没有突破") && suspended.contains("暂停") && suspended.contains("未签名"))
        let closed = try work.read("var/reports/2025/case/C027-16.2-2025.html")
        #expect(closed.contains("凭证已核实") && closed.contains("佐证材料：凭证.pdf") && closed.contains("2025/认定表.xlsx › 认定表!"))
        try work.command("verify", now: Self.evening)

        // What was decided can be taken back by its id.
        let id = try #require(closed.firstMatch(of: /S[0-9a-f]{12}/)).output
        let back = try work.command(
            "review", "withdraw", String(id), "--by", "示例专家甲（虚构）", "--ground", "误填", now: Self.evening)
        #expect(back.output.contains("结果由未触发变为疑似，待认定"), "\(back.output)")
    }

    @Test(.needsPython) func `a workbook of somebody who signs is signed before it counts`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C014"])
        try work.collectInbox(now: Self.morning)
        for name in ["expert", "stranger"] {
            let made = try Program(in: work.url, command: ["ssh-keygen"])
                .run(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", name])
            try #require(made.status == 0, "\(made.errors)")
        }
        let key = try work.read("expert.pub").trimmingCharacters(in: .whitespacesAndNewlines)
        try work.write(
            try work.read("pipelines/actors.yml")
                .replacing("- name: 示例专家甲（虚构）\n", with: "- name: 示例专家甲（虚构）\n    key: \(key)\n"),
            to: "pipelines/actors.yml")
        try work.command("review", "sheet", "--by", "示例专家甲（虚构）", "--year", "2025", "-o", "认定表.xlsx", now: Self.morning)
        let workbook = FilledWorkbook(path: work.path("认定表.xlsx"))
        #expect(
            try work.command(
                "review", "sign", "认定表.xlsx", "--identity", "expert", "-o", "空.csv", exits: 2, now: Self.morning
            ).complaint.contains("没有填好的认定"))
        try fill("C014/16.5/2025", Self.confirmed, in: workbook)
        let inbox = "\(Workplace.registers)/2025"
        for (identity, file) in [("stranger", "\(inbox)/冒签.csv"), ("expert", "\(inbox)/已签名.csv")] {
            let signed = try work.command(
                "review", "sign", "认定表.xlsx", "--identity", identity, "-o", file, now: Self.evening)
            #expect(signed.output.contains("已签名 1 项"))
        }
        try work.run(now: Self.evening)
        let refused = try OtherProcess.rows(
            "SELECT count(*) FROM finding WHERE kind = 'not-entitled'", of: work.path("var/monitor.sqlite"))
        #expect(refused == ["1"])
        let page = try work.read("var/reports/2025/case/C014-16.5-2025.html")
        #expect(page.contains("已签名（密钥 SHA256:") && !page.contains("未签名"), "\(page.suffix(3000))")
        try work.command("verify", now: Self.evening)
    }

    @Test func `who decides nothing gets no workbook`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C014"])
        try work.collectInbox()
        for (name, said) in [("示例运维甲（虚构）", "是运维，不作认定"), ("路人", "人员名单里没有“路人”")] {
            let outcome = try work.command("review", "sheet", "--by", name, "-o", "无.xlsx", exits: 2)
            #expect(outcome.complaint.contains(said), "\(outcome.complaint)")
        }
        let none = try work.command(
            "review", "sheet", "--year", "2025", "--province", "430000", "-o", "无.xlsx")
        #expect(none.output.contains("没有未结案件，没有生成认定表") && !work.exists("无.xlsx"))
        #expect(
            try work.command("review", "sheet", "--year", "2025", "--clause", "9.9", "-o", "无.xlsx", exits: 2)
                .complaint.contains("标准里没有条款“9.9”"))
    }
}
