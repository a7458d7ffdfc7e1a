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

    @Test func `members that were reported are listed, and the region is filled in`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.command("collect", "var/inbox")
        let header = "联合体编号,单位名称,单位类别,在联合体中的角色"
        try work.write("\(header)\nC003,示例学院（虚构）,中职学校,成员\nC003,示例企业（虚构）,企业,成员\n", to: "成员.csv")
        #expect(try work.command("collect", "成员.csv").output.contains("载入 1 个"))
        #expect(try work.command("collect", "成员.csv").output.contains("未变 1 个"))
        try work.command("template", "--year", "2026", "--consortium", "C003", "-o", "2026.xlsx")

        let members = try rows("成员单位", of: work.path("2026.xlsx"))
        #expect(members.dropFirst() == [["示例学院（虚构）", "中职学校", "成员"], ["示例企业（虚构）", "企业", "成员"]])
        let policies = try rows("政策文件", of: work.path("2026.xlsx"))
        #expect(policies.count == 31 && policies.dropFirst().allSatisfy { $0 == policies[1] })
        let region = try #require(policies[1].first)
        #expect(
            try String(contentsOf: Repository.root.appending(path: "data/reference/regions.csv"), encoding: .utf8)
                .contains(",\(region),"))

        // The same list comes back from the workbook, and blank rows make no policy.
        try work.command("collect", "2026.xlsx")
        try work.command("template", "--year", "2026", "--consortium", "C003", "-o", "again.xlsx")
        #expect(try rows("成员单位", of: work.path("again.xlsx")) == members)
        try work.command("verify")
    }
}
