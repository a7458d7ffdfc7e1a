import Foundation
import TestSupport
import Testing

/// Transitions on record, by the built command: who may, from where to where, with which day and document.
@Suite("Transitions, by the commands")
struct TransitionCommandTests {
    private static let day = "2026-04-20T10:00:00+08:00"
    private static let two = "示例审定甲（虚构）、示例审定乙（虚构）"

    private func transition(
        _ work: Workplace, _ consortium: String, _ to: String, by: String = "示例审定甲（虚构）", on: String = "2026-04-20",
        exits status: Int32 = 0
    ) throws -> Program.Outcome {
        try work.command(
            "review", "transition", consortium, to, "--by", by, "--ground", "示例理由", "--document", "示例函〔2026〕1号", "--on",
            on, exits: status, now: Self.day)
    }

    @Test func `a title is given, accepted and taken away, each by those who may`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C001", "C032", "C038"])
        try work.collectInbox()
        for (consortium, to, by, on, said) in [
            ("C001", "通过验收", "示例专家甲（虚构）", "2026-04-20", "是部级专家，无权作出“转为通过验收”"),
            ("C001", "通过验收", "示例审定甲（虚构）", "2026-04-21", "在今天（2026-04-20）之后"),
            ("C001", "通过验收", "示例审定甲（虚构）", "2023-10-09", "已转为“培育”，不能再登记更早的变更"),
            ("C001", "申报", "示例核查甲（虚构）", "2026-04-20", "现为“培育”，只能转为“通过验收”、“取消资格”"),
            ("C001", "取消资格", "示例审定甲（虚构）", "2026-04-20", "须由2人共同作出"),
            ("C001", "通过", "示例审定甲（虚构）", "2026-04-20", "状态应为 申报、培育、通过验收、取消资格 之一"),
            ("C032", "通过验收", "示例审定甲（虚构）", "2026-04-20", "现为“申报”"),
            ("C038", "申报", "示例核查甲（虚构）", "2026-04-20", "只管湖南省，C038不在该地区"),
            ("C038", "培育", "示例审定甲（虚构）", "2026-04-20", "现为“取消资格”，只能转为“申报”"),
            ("C099", "培育", "示例审定甲（虚构）", "2026-04-20", "登记表里没有联合体“C099”"),
        ] {
            let refused = try transition(work, consortium, to, by: by, on: on, exits: 2)
            #expect(refused.complaint.contains(said), "\(refused.complaint)")
        }
        let told = try transition(work, "C032", "培育").output
        #expect(told.contains("C032") && told.contains("自2026年4月20日起由“申报”转为“培育”（示例函〔2026〕1号）"), "\(told)")
        #expect(try transition(work, "C001", "通过验收").output.contains("由“培育”转为“通过验收”"))
        #expect(try transition(work, "C001", "取消资格", by: Self.two).output.contains("由“通过验收”转为“取消资格”"))
        let rows = try OtherProcess.rows(
            "SELECT to_standing FROM transition_entry WHERE effective_on = '2026-04-20' ORDER BY id",
            of: work.path("var/monitor.sqlite"))
        #expect(rows == ["cultivation", "accepted", "revoked"])
        try work.command("verify", now: Self.day)
    }
}
