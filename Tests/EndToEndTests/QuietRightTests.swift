import Foundation
import TestSupport
import Testing

/// Who may acknowledge alerts and keep them quiet, and what one is told since one looked last.
@Suite("Alerts and looks of named people, by the commands")
struct QuietRightTests {
    private static let day = "2026-05-07T10:00:00+08:00"

    private func told(_ work: Workplace, _ line: [String], exits status: Int32 = 0) throws -> String {
        let outcome = try work.command(line, exits: status, now: Self.day)
        return status == 0 ? outcome.output : outcome.complaint
    }

    @Test func `roles, regions and the installation's own alerts`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C038"])
        try work.run(now: "2026-05-06T03:00:00+08:00")
        let alert = "municipal-consortium-trial/C002/16.3/2025"
        func ack(_ by: String, exits status: Int32 = 2) throws -> String {
            try told(work, ["ack", alert, "--by", by, "--comment", "在办"], exits: status)
        }
        for (by, said) in [
            ("示例秘书甲（虚构）", "是秘书处，无权作出“确认或静默告警”"), ("示例运维甲（虚构）", "是运维，无权作出“确认或静默告警”"),
            ("路人", "人员名单里没有“路人”"),
        ] {
            #expect(try ack(by).contains(said))
        }
        #expect(try ack("示例审定甲（虚构）", exits: 0).contains("已确认：\(alert)"))
        func silence(_ matcher: String, _ by: String, exits status: Int32 = 2) throws -> String {
            try told(
                work, ["silence", "add", matcher, "--until", "2026-06-30", "--by", by, "--comment", "会议"], exits: status
            )
        }
        for (matcher, by, said) in [
            ("severity=warning", "示例审定甲（虚构）", "也会静默运维告警，没有记录。请加上 list!=\"system\""),
            ("list=negative", "示例核查甲（虚构）", "只管湖南省，所写条件涉及的告警不在该地区"),
            ("province=320000", "示例核查甲（虚构）", "请加上本人所管地区的条件，如 province=\"430000\""),
            ("province=430000", "示例运维甲（虚构）", "是运维，无权"),
            ("province=430000", "示例秘书甲（虚构）", "是秘书处，无权"),
            ("list=system", "示例审定甲（虚构）", "是部级审定，无权作出“确认或静默运维告警”"),
        ] {
            let said_ = try silence(matcher, by)
            #expect(said_.contains(said), "\(said_)")
        }
        #expect(try silence("list=system", "示例运维甲（虚构）", exits: 0).contains("已静默：S1"))
        #expect(try silence("province=430000", "示例核查甲（虚构）", exits: 0).contains("已静默：S2"))
        #expect(try told(work, ["silence", "expire", "S2", "--by", "示例运维甲（虚构）"], exits: 2).contains("无权"))
        #expect(try told(work, ["silence", "expire", "S2", "--by", "示例核查甲（虚构）"]).contains("已结束：S2"))
        #expect(try told(work, ["silence", "list", "--all"]).contains("示例核查甲（虚构）于"))
    }

    @Test func `what has changed since one looked last`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C001", "C014"])
        try work.collectInbox()
        func look(_ more: [String] = [], by: String = "示例专家甲（虚构）", at now: String) throws -> String {
            try work.command(
                ["diff", "--since-last", "--by", by, "--year", "2025"] + more, now: "2026-\(now)T10:00:00+08:00"
            ).output
        }
        #expect(try look(["--keep"], at: "04-19").contains("首次查看，自2026年3月31日报送截止以来，不记为查看"))
        #expect(try look(["--consortium", "C014"], at: "04-19").contains("首次查看"))
        #expect(try look(at: "04-19").contains("首次查看"))
        try work.command(
            "review", "dismiss", "C014/16.5/2025", "--by", "示例专家乙（虚构）", "--ground", "转型期",
            now: "2026-04-20T09:00:00+08:00")
        let second = try look(["--format", "text"], at: "04-21")
        #expect(second.contains("自2026年4月19日10:00上次查看以来") && second.contains("C014"), "\(second)")
        #expect(try !look(["--format", "ndjson"], at: "04-22").contains("C014"))
        // Another has seen nothing yet, and what was received long ago and recorded since is news.
        #expect(try look(by: "示例审定甲（虚构）", at: "04-22").contains("首次查看"))
        let refused = try work.command("diff", "--since-last", "--by", "示例专家申（虚构）", exits: 2, now: Self.day)
        #expect(refused.complaint.contains("人员名单里没有“示例专家申（虚构）”。是不是“示例专家甲（虚构）”？"), "\(refused.complaint)")
        for (line, said) in [
            ("diff", "请写 --from 日期，或 --since-last"), ("diff --since-last", "请用 --by 写明查看人"),
            ("diff --from 2026-04-01 --keep", "--by 和 --keep 只与 --since-last 连用"),
            ("diff --since-last --by 甲 --from 2026-04-01", "--since-last 不与 --from、--to 连用"),
        ] {
            let complaint = try work.command(line.split(separator: " ").map(String.init), exits: 2).complaint
            #expect(complaint.contains(said), "\(complaint)")
        }
    }
}
