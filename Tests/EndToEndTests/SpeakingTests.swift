import Foundation
import TestSupport
import Testing

/// Who may say what, on the command line.
@Suite("Who speaks for whom")
struct SpeakingTests {
    private static let register = """
        编号,名称,类型,省份,市州
        C001,示例甲联合体（虚构）,municipal,湖南省,长沙市
        C002,示例乙联合体（虚构）,municipal,浙江省,宁波市

        """

    @Test func `an authority of a region registers what is of the region`() throws {
        let work = try Workplace()
        try work.write(Self.register, to: "联合体.csv")
        let collected = try work.command(
            "collect", "联合体.csv", "--as", "authority", "--region", "430000")
        #expect(collected.output.contains("不在湖南省"), "\(collected.output)")
        let receipt = try ReceiptFile(of: "联合体.csv", in: work)
        #expect(receipt.findings.contains { $0.kind == "not-yours" && $0.problem.contains("共1条") })
        let lines = try work.outcomes()
        #expect(lines.contains(#""consortium":"C001""#) && !lines.contains(#""consortium":"C002""#))
        // The whole country's authority registers both.
        try work.write(Self.register, to: "全国/联合体.csv")
        try work.command("collect", "全国/联合体.csv", "--as", "authority")
        #expect(try work.outcomes().contains(#""consortium":"C002""#))
    }

    @Test(.needsPython) func `a determination in a secretariat's file decides nothing`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C014"])
        try work.run()
        let before = try work.outcomes()
        #expect(AnnualRunTests.outcome(of: "C014", "16.5", in: before) == "suspected")
        let row = "C014,16.5,2025,不成立,示例专家甲（虚构）,2026-04-03,经核查不成立"
        try work.write("联合体编号,条款,年度,认定,认定人,认定日期,理由\n\(row)\n", to: "C014/自行认定.csv")
        try work.command("collect", "C014")
        let finding = try #require(try ReceiptFile(of: "自行认定.csv", in: work).findings.first { $0.kind == "not-yours" })
        #expect(finding.severity == "error" && finding.problem.contains("认定"))
        #expect(finding.problem.contains("秘书处无权报送") && !finding.remedy.isEmpty)
        let ledger = try OtherProcess.rows(
            "SELECT kind || ' ' || consortium FROM finding WHERE kind = 'not-yours'",
            of: work.path("var/monitor.sqlite"))
        #expect(ledger == ["not-yours C014"])
        #expect(try work.outcomes() == before)
        // The same words of an authority decide.
        try work.command("collect", "C014/自行认定.csv", "--as", "authority")
        #expect(try AnnualRunTests.outcome(of: "C014", "16.5", in: work.outcomes()) == "clear")
    }

    @Test(.needsPython) func `an empty register of two regions is two receipts`() throws {
        let work = try Workplace()
        try work.write(Self.register, to: "联合体.csv")
        try work.command("collect", "联合体.csv", "--as", "authority")
        try work.write("编号,联合体编号,发生日期,领域,程度,不良影响,核查状态\n", to: "事件.csv")
        func outcomes() throws -> [String?] {
            let lines = try work.outcomes()
            return ["C001", "C002"].map { AnnualRunTests.outcome(of: $0, "16.1", in: lines) }
        }
        try work.command("collect", "事件.csv", "--as", "authority", "--region", "430000")
        #expect(try outcomes() == ["clear", "undetermined"])
        let second = try work.command("collect", "事件.csv", "--as", "authority", "--region", "330000")
        #expect(second.output.contains("载入 1 个"), "\(second.output)")
        #expect(try outcomes() == ["clear", "clear"])
        #expect(try work.command("status").output.contains("已收 3 个文件"))
        let receipts = try FileManager.default.contentsOfDirectory(atPath: work.path("var/receipts"))
        for region in ["430000", "330000"] {
            #expect(receipts.count { $0.hasPrefix("事件-回执-\(region)-") && $0.hasSuffix(".json") } == 1, "\(receipts)")
        }
        let third = try work.command("collect", "事件.csv", "--as", "authority", "--region", "330000")
        #expect(third.output.contains("未变 1 个"), "\(third.output)")
    }
}
