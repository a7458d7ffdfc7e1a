import Foundation
import TestSupport
import Testing

/// Warnings that a secretariat answers in its file are shown as answered, and not repeated as open.
@Suite("Answered warnings")
struct AnsweringTests {
    private static let header = "联合体编号,观测点,年度,口径,数值,佐证材料,说明"

    /// A workplace in which C001 is registered and reported 120 in 2024.
    private func workplace() throws -> Workplace {
        let work = try Workplace()
        try work.write(
            "编号,名称,类型,省份,市州,产业园区,园区级别,牵头学校,牵头企业,批次,阶段,认定日期\n"
                + "C001,示例联合体,市域产教联合体,湖南省,长沙市,示例园区,国家级,示例学院,示例企业,第一批,培育,2023-05-01\n", to: "登记.csv")
        try work.command("collect", "--as", "authority", "登记.csv")
        try work.write(Self.header + "\nC001,6.1.2,2024,实际,120,a.pdf,\n", to: "2024.csv")
        try work.command("collect", "2024.csv")
        return work
    }

    private func report(_ explanation: String, as name: String, in work: Workplace) throws -> String {
        let rows = ["C001,6.1.2,2025,实际,1200,b.pdf,\(explanation)", "C001,2.1.1,2025,实际,国家级,c.pdf,"]
        try work.write(([Self.header] + rows).joined(separator: "\n") + "\n", to: name)
        return try work.command("collect", name).output
    }

    @Test func `an answered warning is not counted, listed as answered, and stays answered`() throws {
        let work = try workplace()
        let open = try report("", as: "一.csv", in: work)
        #expect(open.contains("警告 一.csv › 第2行第5列：2024年为120万元，本年为1200万元，为上年的10倍。"))
        #expect(open.contains("错误 0 条，警告 1 条\n"))
        #expect(try work.command("status").output.contains("  警告 较上年剧增 1 条\n"))

        let answered = try report("政策变化：新增省级专项", as: "二.csv", in: work)
        #expect(answered.contains("已说明 二.csv › 第2行第5列：2024年为120万元，本年为1200万元，为上年的10倍。已说明：政策变化：新增省级专项\n"))
        #expect(answered.contains("错误 0 条，警告 0 条，已说明 1 条\n"))
        // The one that was open is the same, and so has its answer.
        let status = try work.command("status").output
        #expect(status.contains("  已说明 较上年剧增 2 条\n") && !status.contains("警告 较上年剧增"))
        let metrics = try work.command("status", "--format", "prometheus").output
        #expect(metrics.contains(#"findings{severity="answered"} 2"#) && !metrics.contains(#"severity="warning""#))

        // Sent once more, and nothing said: the answer stands. Of another figure it does not.
        try work.write(
            Self.header + "\nC001,6.1.2,2025,实际,1200,b.pdf,\nC001,9.1.1,2025,实际,10,,\n", to: "三.csv")
        #expect(try work.command("collect", "三.csv").output.contains("警告 0 条，已说明 1 条\n"))
        let jump = try #require(ReceiptFile(of: "三.csv", in: work).findings.first { $0.kind == "jump" })
        #expect(jump.answer == "政策变化：新增省级专项" && jump.remedy == "已说明：政策变化：新增省级专项")
        try work.write(Self.header + "\nC001,6.1.2,2025,实际,2400,b.pdf,\n", to: "四.csv")
        #expect(try work.command("collect", "四.csv").output.contains("警告 四.csv › 第2行第5列：2024年为120万元"))
        try work.command("verify")
    }

    @Test func `what is answered passes where warnings do not`() throws {
        let work = try workplace()
        try work.write(Self.header + "\nC001,6.1.2,2025,实际,1200,b.pdf,政策变化\n", to: "甲.csv")
        try work.command("collect", "--dry-run", "--fail-on", "warning", "甲.csv")
        try work.write(Self.header + "\nC001,6.1.2,2025,实际,1200,b.pdf,\n", to: "乙.csv")
        try work.command("collect", "--dry-run", "--fail-on", "warning", "乙.csv", exits: 1)
    }

    @Test func `a report lists what was answered apart, with the answer`() throws {
        let work = try workplace()
        _ = try report("政策变化：新增省级专项", as: "一.csv", in: work)
        try work.command("report", "--year", "2025", "--out", "reports")
        let page = try work.read("reports/consortium/C001.html")
        #expect(page.contains("<span class=\"chip info\">已说明</span>") && page.contains("已说明：政策变化：新增省级专项"))
    }

    @Test(.needsPython) func `a figure that a workbook shows is explained there, and stays as it is`() throws {
        let work = try workplace()
        try work.command("template", "--year", "2025", "--consortium", "C001", "-o", "表.xlsx")
        let blank = FilledWorkbook(path: work.path("表.xlsx"))
        try blank.set(#require(try blank.address(of: "6.1.2", under: "2025年实际")), to: "1200")
        #expect(try work.command("collect", "表.xlsx").output.contains("警告 1 条"))

        // The next one is filled with what is stored, to which nothing but the explanation is added.
        try work.command("template", "--year", "2025", "--consortium", "C001", "-o", "再.xlsx")
        let shown = FilledWorkbook(path: work.path("再.xlsx"))
        try shown.set(#require(try shown.address(of: "6.1.2", under: "说明")), to: "政策变化：新增省级专项")
        let output = try work.command("collect", "再.xlsx").output
        #expect(output.contains("警告 0 条，已说明 1 条") && output.contains("已说明：政策变化：新增省级专项"), "\(output)")
        #expect(try !work.command("status").output.contains("警告 较上年剧增"))
    }

    @Test func `the level of the park is held against the register that was collected`() throws {
        let work = try workplace()
        try work.write(Self.header + "\nC001,2.1.1,2025,实际,省级,c.pdf,\n", to: "园区.csv")
        let output = try work.command("collect", "园区.csv").output
        #expect(output.contains("警告 园区.csv › 第2行第5列：填报为“省级”，登记表为“国家级”。"))
    }

    @Test func `figures of the year that runs are told`() throws {
        let work = try workplace()
        try work.write(Self.header + "\nC001,9.1.1,2025,实际,10,,\n", to: "早.csv")
        let output = try work.command("collect", "早.csv", now: "2025-11-30T09:00:00+08:00").output
        #expect(output.contains("2025年尚未结束（收到日期2025年11月30日），已报该年实际数1项。"))
    }
}
