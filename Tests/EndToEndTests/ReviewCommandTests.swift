import Foundation
import TestSupport
import Testing

/// What a reviewer does with cases, by the built command (DESIGN §9).
@Suite("Cases, by the commands")
struct ReviewCommandTests {
    private static let day = "2026-04-20T10:00:00+08:00"

    private func collected(only consortia: Set<String>) throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: consortia)
        try work.collectInbox()
        return work
    }

    @Test func `a suspicion is listed, shown, found true, and the decision withdrawn`() throws {
        let work = try collected(only: ["C014"])
        let list = try work.command("review", "list", "--year", "2025", "--clause", "16.5", now: Self.day).output
        let line = try #require(list.split(separator: "\n").first { $0.contains("待认定") }, "\(list)")
        let id = String(line.prefix { !$0.isWhitespace })
        let shown = try work.command("review", "show", id, now: Self.day).output
        #expect(shown.contains("状态：待认定") && shown.contains("认定：\n  还没有。"), "\(shown)")
        #expect(shown.contains("可作：成立（review confirm）、不成立（review dismiss）"))

        let confirmed = try work.command(
            "review", "confirm", id, "--by", "示例专家甲（虚构）", "--ground", "三年没有突破", now: Self.day
        ).output
        #expect(confirmed.contains("结果由疑似，待认定变为已触发"), "\(confirmed)")
        let number = try #require(confirmed.firstMatch(of: /R[0-9a-f]{12}/)).output
        let after = try work.command("review", "show", id, now: Self.day).output
        #expect(
            after.contains("状态：已认定（成立）\n期限：2026年12月31日\n可申诉至：2026年5月20日")
                && after.contains("\(number)  2026-04-20，示例专家甲（虚构），成立，三年没有突破"), "\(after)")
        // It is kept like anything that was received, and a verification reads it again.
        try work.command("verify", now: Self.day)

        let withdrawn = try work.command(
            "review", "withdraw", String(number), "--by", "示例专家乙（虚构）", "--ground", "依据有误",
            now: "2026-04-21T10:00:00+08:00"
        ).output
        #expect(withdrawn.contains("结果由已触发变为疑似，待认定"), "\(withdrawn)")
        let end = try work.command("review", "show", id, now: "2026-04-22T10:00:00+08:00").output
        #expect(end.contains("成立，三年没有突破") && end.contains("撤销认定，撤销 \(number)，依据有误"), "\(end)")
    }

    @Test func `a waiver takes two who may, and nothing is recorded before`() throws {
        let work = try collected(only: ["C001", "C002"])
        func waive(_ by: String, exits status: Int32) throws -> Program.Outcome {
            try work.command(
                "review", "waive", "C002/16.3/2025", "--by", by, "--ground", "灾后统筹", exits: status, now: Self.day)
        }
        for (by, said) in [
            ("示例审定甲（虚构）", "豁免须由2人共同作出"), ("示例专家甲（虚构）、示例审定甲（虚构）", "示例专家甲（虚构）是部级专家，无权作出“豁免”"),
            ("示例运维甲（虚构）", "是运维，无权"), ("示例审定丙（虚构）", "人员名单里没有“示例审定丙（虚构）”"),
        ] {
            #expect(try waive(by, exits: 2).complaint.contains(said))
        }
        #expect(try !work.command("review", "show", "C002/16.3/2025", now: Self.day).output.contains("豁免，"))
        #expect(try waive("示例审定甲（虚构）、示例审定乙（虚构）", exits: 0).output.contains("已记录"))
        let list = try work.command("review", "list", "--year", "2025", "--all", "--consortium", "C002", now: Self.day)
        #expect(list.output.contains("结案"), "\(list.output)")
    }

    @Test func `a pipeline with a list of people refuses in registers what their roles do not allow`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C016"])
        let header = "联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料,认定编号\n"
        try work.write(
            header + "C016,16.6,2025,成立,路人,2026-04-03,查明,a.pdf,X1\nC016,16.3,2025,豁免,示例审定甲（虚构）,2026-04-03,查明,a.pdf,X2\n"
                + "C016,16.6,2025,不成立,示例核查甲（虚构）,2026-04-03,查明,a.pdf,X3\n",
            to: "\(Workplace.registers)/2025/越权认定.csv")
        try work.run()
        let told = try OtherProcess.rows(
            "SELECT count(*) FROM finding WHERE kind = 'not-entitled'", of: work.path("var/monitor.sqlite"))
        #expect(told == ["3"])
        // Without a list of people the authority's word stands for its people.
        let plain = try Workplace()
        try plain.receiveSample(only: ["C016"])
        try FileManager.default.copyItem(
            atPath: work.path("\(Workplace.registers)/2025/越权认定.csv"), toPath: plain.path("认定.csv"))
        try plain.collectInbox(exits: 3)
        try plain.command("collect", "认定.csv", "--as", "authority")
        for (place, count) in [(work, 0), (plain, 3)] {
            let file = try place.command("review", "list", "--year", "2025", "--all", "--consortium", "C016").output
            let made = try OtherProcess.rows(
                "SELECT count(*) FROM determination_entry WHERE ground = '查明'", of: place.path("var/monitor.sqlite"))
            #expect(made == ["\(count)"], "\(file)")
        }
    }

    @Test func `a case reopens when what was decided on changes, and says what changed`() throws {
        let work = try collected(only: ["C014"])
        let id = "C014/16.5/2025"
        func list(_ now: String) throws -> String {
            try work.command("review", "list", "--year", "2025", "--format", "csv", now: now).output
        }
        let decided = try work.command(
            "review", "dismiss", id, "--by", "示例专家甲（虚构）", "--ground", "转型期", now: Self.day
        ).output
        #expect(decided.contains("结果由疑似，待认定变为未触发"), "\(decided)")
        // Another figure changes nothing, and neither does the same figure once more.
        try work.write(
            "联合体编号,观测点,年度,口径,数值,佐证材料,更正理由\nC014,11.1.4,2025,实际,3,a.pdf,核对\n", to: "别的.csv")
        try work.command("collect", "别的.csv", now: "2026-04-21T10:00:00+08:00")
        #expect(try list("2026-04-22T10:00:00+08:00").split(separator: "\r\n").count == 1)

        try work.write(
            "联合体编号,观测点,年度,口径,数值,佐证材料,更正理由\nC014,9.1.2,2025,实际,1,a.pdf,误填\n", to: "更正.csv")
        try work.command("collect", "更正.csv", now: "2026-05-06T10:00:00+08:00")
        let shown = try work.command("review", "show", id, now: "2026-05-07T10:00:00+08:00").output
        #expect(shown.contains("状态：重开，待认定"), "\(shown)")
        #expect(shown.firstMatch(of: /9\.1\.2 联合培养（人）（2025年）：由\d+人改为1人/) != nil, "\(shown)")
        #expect(
            try list("2026-05-07T10:00:00+08:00").contains(
                "所据数据在认定后有变动，认定暂停，须重新认定：示例专家甲（虚构）于2026年4月20日认定不成立"))

        // Decided anew on what is known now it is closed again, and stays so.
        try work.command(
            "review", "dismiss", id, "--by", "示例专家乙（虚构）", "--ground", "仍属转型期", now: "2026-05-08T10:00:00+08:00")
        #expect(try list("2026-05-09T10:00:00+08:00").split(separator: "\r\n").count == 1)
        try work.command("verify", now: "2026-05-09T10:00:00+08:00")
    }

    @Test func `what names no case is told`() throws {
        let work = try collected(only: ["C001"])
        for (id, said) in [
            ("C001/16.3", "不是案件编号"), ("C001", "不在评议之列"), ("industry/C001/16.3/2025", "属于标准“industry”"),
            ("C009/16.3/2025", "登记表里没有联合体“C009”"),
            ("C001/99.9/2025", "没有案件"),
        ] {
            let complaint = try work.command("review", "show", id, exits: 2, now: Self.day).complaint
            #expect(complaint.contains(said), "\(complaint)")
        }
    }
}
