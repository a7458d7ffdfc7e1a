import Foundation
import Spreadsheet
import TestSupport
import Testing

/// What one year's submission leaves for the next year's workbook.
@Suite("The workbook of the next year")
struct TemplateRoundTests {
    /// The rows of a sheet as the texts of their cells, without blanks.
    private func rows(_ sheet: String, of path: String) throws -> [[String]] {
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        let found = try #require(workbook.sheets.first { $0.title == sheet })
        var rows: [[String]] = []
        try found.forEachRow { row in rows.append(row.cells.map(\.text).filter { !$0.isEmpty }) }
        return rows.filter { !$0.isEmpty }
    }

    @Test func `members that were reported are listed, and no row says anything before it is filled in`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        try work.command("template", "--year", "2026", "--consortium", "C003", "-o", "before.xlsx")
        let before = try rows("成员单位", of: work.path("before.xlsx"))
        #expect(before.count > 1)
        let header = "联合体编号,单位名称,单位类别,在联合体中的角色"
        try work.write("\(header)\nC003,示例学院（虚构）,中职学校,成员\nC003,示例企业（虚构）,企业,成员\n", to: "成员.csv")
        #expect(try work.command("collect", "成员.csv").output.contains("载入 1 个"))
        #expect(try work.command("collect", "成员.csv").output.contains("未变 1 个"))
        try work.command("template", "--year", "2026", "--consortium", "C003", "-o", "2026.xlsx")

        let members = try rows("成员单位", of: work.path("2026.xlsx"))
        #expect(Set(members) == Set(before + [["示例学院（虚构）", "中职学校", "成员"], ["示例企业（虚构）", "企业", "成员"]]))
        #expect(members.count == before.count + 2)
        #expect(try rows("政策文件", of: work.path("2026.xlsx")).count == 1)

        // The same list comes back from the workbook, and blank rows make no policy.
        try work.command("collect", "2026.xlsx")
        try work.command("template", "--year", "2026", "--consortium", "C003", "-o", "again.xlsx")
        #expect(try rows("成员单位", of: work.path("again.xlsx")) == members)
        try work.command("verify")
    }

    /// Blanks say nothing; what a quarter says is told beside the year's plan, and its cell stands in the receipt.
    @Test(.needsPython, arguments: [true, false])
    func `quarters are filled in on their sheet`(isNamed: Bool) throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        try work.command(
            ["template", "--year", "2025", "-o", "2025.xlsx"] + (isNamed ? ["--consortium", "C003"] : []))
        let sheet = try rows("季度数", of: work.path("2025.xlsx"))
        let titles = sheet.map { $0.joined(separator: " ") }
        #expect(sheet.count == 29 && titles[1].hasSuffix("6.1.2 专项经费实际到位资金（万元），年初至季末累计数 2026年第一季度 万元"), "\(titles[1])")
        let workbook = FilledWorkbook(path: work.path("2025.xlsx"))
        try workbook.set(CellAddress(row: 2, column: 6), to: "12.5", on: "季度数")
        if !isNamed {
            let place = try #require(try workbook.address(beside: "联合体编号"))
            try workbook.set(place.address, to: "C003", on: place.sheet)
        }
        try work.command("collect", "2025.xlsx", "--receipts", "回执")
        let told = try OtherProcess.rows(
            """
            SELECT code || "values" FROM register_entry JOIN consortium ON consortium.id = consortium
            WHERE form = 'quarters' AND submission = (SELECT max(id) FROM submission)
            """,
            of: work.path("var/monitor.sqlite"))
        #expect(told == [#"C003{"indicator":"6.1.2","quarter":"2026Q1","value":"12.5"}"#])
        try work.command("verify")
    }

    /// What one consortium says of itself shows nothing of another.
    @Test func `incidents listed in a workbook are those of its consortium`() throws {
        let work = try Workplace()
        let register = "编号,名称,类型,省份,市州"
        try work.write(
            "\(register)\nC001,示例甲联合体（虚构）,municipal,湖南省,长沙市\nC002,示例乙联合体（虚构）,municipal,湖南省,长沙市\n",
            to: "联合体.csv")
        let workbook = try WorkbookWriter(path: work.path("C001.xlsx"), title: "填报表", created: 0)
        let cover = try workbook.addSheet("封面")
        let labels = [
            ("联合体编号", "C001"), ("报告年度", "2025"), ("标准编号", "municipal-consortium-trial"), ("模板版本", "1"),
        ]
        for (row, (label, value)) in labels.enumerated() {
            cover.write(label, at: CellAddress(row: row + 1, column: 1))
            cover.write(value, at: CellAddress(row: row + 1, column: 2))
        }
        let incidents = try workbook.addSheet("事件")
        let listed = [
            ["编号", "发生日期", "领域", "程度", "不良影响", "核查状态"], ["S1", "2025-03-01", "安全", "一般", "否", "查实"],
        ]
        for (row, cells) in listed.enumerated() {
            for (column, cell) in cells.enumerated() {
                incidents.write(cell, at: CellAddress(row: row + 1, column: column + 1))
            }
        }
        try workbook.close()
        try work.command("collect", "联合体.csv", "--as", "authority")
        try work.command("collect", "C001.xlsx")

        func outcome(_ consortium: String) throws -> String {
            try work.command("explain", consortium, "16.1", "--year", "2025").output
        }
        // A consortium's own list is no evidence that nothing else happened, of itself nor of another.
        #expect(try outcome("C001").contains("事件登记 S1"))
        #expect(try !outcome("C002").contains("事件登记 S1"))
        for consortium in ["C001", "C002"] {
            #expect(try outcome(consortium).contains("数据不足"))
            #expect(try outcome(consortium).contains("主管部门尚未报送覆盖2025年全年的登记表"))
        }

        // The register itself, collected empty, shows that nothing happened.
        try work.write("编号,联合体编号,发生日期,领域,程度,不良影响,核查状态\n", to: "事件.csv")
        try work.command("collect", "事件.csv", "--as", "authority")
        for consortium in ["C001", "C002"] { #expect(try outcome(consortium).contains("未触发")) }
        try work.command("verify")
    }
}
