import Foundation
import TestSupport
import Testing

/// Appeals and executions, by the commands and in a secretariat's own file (DESIGN §9).
@Suite("Appeals and executions, by the commands")
struct ProceedingCommandTests {
    private static let id = "C014/16.5/2025"
    private static let two = "示例审定甲（虚构）、示例审定乙（虚构）"

    @discardableResult
    private func review(_ work: Workplace, _ line: [String], on day: String, exits status: Int32 = 0) throws -> String {
        let outcome = try work.command(
            ["review"] + line + ["--ground", "示例理由"], exits: status, now: "\(day)T10:00:00+08:00")
        return status == 0 ? outcome.output : outcome.complaint
    }

    private func shown(_ work: Workplace, on day: String) throws -> String {
        try work.command("review", "show", Self.id, now: "\(day)T11:00:00+08:00").output
    }

    @Test func `a decision is appealed against, upheld, carried out and closed`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C001", "C014"])
        try work.collectInbox()
        let secretary = ["--by", "示例秘书甲（虚构）", "--evidence", "申诉书.pdf"]
        #expect(
            try review(work, ["appeal", Self.id] + secretary, on: "2026-04-19", exits: 2)
                .contains("案件现为“待认定”，不能作“申诉”"))
        try review(work, ["confirm", Self.id, "--by", "示例专家甲（虚构）"], on: "2026-04-20")
        for (line, said) in [
            (["appeal", Self.id, "--by", "示例专家甲（虚构）", "--evidence", "a.pdf"], "是部级专家，无权作出“申诉”"),
            (["appeal", "C001/16.3/2025"] + secretary, "是C014秘书处的，不能替C001作出“申诉”"),
            (["appeal", Self.id, "--by", "示例秘书甲（虚构）"], "请用 --evidence 写明佐证材料"),
            (["execute", Self.id, "--by", "示例秘书甲（虚构）", "--document", "1号"], "是秘书处，无权作出“执行”"),
            (["execute", Self.id, "--by", "示例审定甲（虚构）", "--document", "1号"], "还没有转为“取消资格”，不能登记执行"),
        ] {
            let told = try review(work, line, on: "2026-04-21", exits: 2)
            #expect(told.contains(said), "\(told)")
        }
        let appealed = try review(work, ["appeal", Self.id] + secretary, on: "2026-04-21")
        #expect(appealed.contains("结果仍为已触发"), "\(appealed)")
        let number = try #require(appealed.firstMatch(of: /R[0-9a-f]{12}/)).output
        try review(work, ["withdraw", String(number), "--by", "示例秘书甲（虚构）"], on: "2026-04-22")
        #expect(try shown(work, on: "2026-04-22").contains("状态：已认定（成立）"))
        try review(work, ["appeal", Self.id] + secretary, on: "2026-04-23")
        let open = try shown(work, on: "2026-04-23")
        #expect(open.contains("状态：申诉\n申诉：示例秘书甲（虚构）于2026年4月23日提出") && open.contains("期限：2026年6月22日"), "\(open)")
        for line in [["appeal", Self.id] + secretary, ["execute", Self.id, "--by", Self.two, "--document", "1号"]] {
            #expect(try review(work, line, on: "2026-04-24", exits: 2).contains("的申诉还没有答复"))
        }
        try review(work, ["confirm", Self.id, "--by", "示例审定甲（虚构）"], on: "2026-04-25")
        #expect(try shown(work, on: "2026-04-25").contains("状态：待执行"))
        let alone = ["execute", Self.id, "--by", "示例审定甲（虚构）", "--document", "示例函〔2026〕9号", "--revoke"]
        #expect(try review(work, alone, on: "2026-04-26", exits: 2).contains("须由2人共同作出"))
        try review(
            work, ["execute", Self.id, "--by", Self.two, "--document", "示例函〔2026〕9号", "--revoke"], on: "2026-04-26")
        let closed = try shown(work, on: "2026-04-27")
        #expect(closed.contains("状态：结案") && closed.contains("执行"), "\(closed)")
        try work.command("verify", now: "2026-04-27T12:00:00+08:00")
    }

    @Test func `a secretariat appeals in its own file, and says nothing else of the sort`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C001", "C014"])
        try work.collectInbox()
        try review(work, ["confirm", Self.id, "--by", "示例专家甲（虚构）"], on: "2026-04-20")
        try work.write(
            "联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料,认定编号\n"
                + "C014,16.5,2025,申诉,某主任（虚构）,2026-04-22,已有突破,申诉书.pdf,R1\n"
                + "C014,16.5,2025,不成立,某主任（虚构）,2026-04-22,已有突破,申诉书.pdf,\n"
                + "C001,16.3,2025,申诉,某主任（虚构）,2026-04-22,代为申诉,申诉书.pdf,\n"
                + "C014,16.5,2025,申诉,示例审定甲（虚构）,2026-04-23,再次申诉,申诉书.pdf,\n",
            to: "\(Workplace.submissions)/2026/C014/申诉.csv")
        try work.run(now: "2026-04-23T03:00:00+08:00")
        let open = try shown(work, on: "2026-04-23")
        #expect(open.contains("状态：申诉\n申诉：某主任（虚构）于2026年4月22日提出"), "\(open)")
        let kept = try OtherProcess.rows(
            "SELECT decision || decided_by FROM determination_entry WHERE decided_on >= '2026-04-22' ORDER BY id",
            of: work.path("var/monitor.sqlite"))
        #expect(kept == ["appeal某主任（虚构）"], "\(kept)")
        // It can be withdrawn by the name that it got, and a verification reads the file again.
        let name = try #require(open.firstMatch(of: /S[0-9a-f]{8}-2/), "\(open)").output
        try review(work, ["withdraw", String(name), "--by", "示例秘书甲（虚构）"], on: "2026-04-24")
        #expect(try shown(work, on: "2026-04-24").contains("状态：已认定（成立）"))
        try work.command("verify", now: "2026-04-25T12:00:00+08:00")
    }
}
