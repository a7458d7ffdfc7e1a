import Foundation
import TestSupport
import Testing

/// Who has reported, and what pages show of what was known when.
@Suite("Who has reported, and what was known")
struct ReportingTests {
    @Test func `status tells 未报, 部分报送 and 已报 apart, and can be narrowed to a province`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003", "C025", "C044", "C047"])
        try work.run()
        let status = try work.command("status").output
        #expect(status.contains("应报 4 家，按时 1 家，迟报 0 家，部分报送 1 家，未报 2 家"), "\(status)")
        func row(_ consortium: String, in text: String) -> Substring {
            text.split(separator: "\n").first { $0.hasPrefix(consortium) } ?? ""
        }
        #expect(row("C025", in: status).contains("未报"))
        // An untouched form is an error, not a report.
        #expect(row("C044", in: status).contains("未报"))
        #expect(row("C047", in: status).contains("部分报送（78/116）"), "\(row("C047", in: status))")
        #expect(row("C003", in: status).isEmpty)

        let yunnan = try work.command("status", "--province", "530000").output
        #expect(yunnan.contains("应报 1 家，按时 0 家，迟报 0 家，部分报送 1 家，未报 0 家"), "\(yunnan)")
        #expect(row("C047", in: yunnan).contains("78/116") && row("C025", in: yunnan).isEmpty)
    }

    @Test func `a report of a past day shows no finding of a later one`() throws {
        let work = try Workplace()
        try work.write("编号,名称,类型,省份,市州\nC001,示例甲联合体（虚构）,municipal,湖南省,长沙市\n", to: "联合体.csv")
        try work.command(["collect", "联合体.csv", "--as", "authority"], now: "2026-03-01T09:00:00+08:00")
        func send(_ name: String, _ value: String, now: String) throws {
            try work.write("联合体编号,观测点,年度,口径,数值\nC001,9.1.2,2025,实际,\(value)\n", to: name)
            try work.command(["collect", name], now: now)
        }
        try send("早.csv", "约120", now: "2026-03-02T09:00:00+08:00")
        try send("晚.csv", "约130", now: "2026-03-05T09:00:00+08:00")
        func pages(_ folder: String, _ options: String...) throws -> String {
            try work.command(["report", "--year", "2025", "--out", folder] + options)
            return try work.read("\(folder)/index.html") + work.read("\(folder)/consortium/C001.html")
        }
        let then = try pages("then", "--as-of", "2026-03-04")
        #expect(then.contains("约120") && !then.contains("约130") && !then.contains("晚.csv"))
        let now = try pages("now")
        #expect(now.contains("约130") && now.contains("晚.csv"))
        let before = try pages("before", "--as-of", "2026-03-01")
        #expect(!before.contains("约120"))
    }

    /// The sentence of a finding names its place, and is never split again at the sign that parts them.
    @Test func `a file whose name holds a colon keeps its places`() throws {
        let work = try Workplace()
        let name = "C001：第一次：填报.csv"
        try work.write("编号,名称,类型,省份,市州\nC001,示例甲联合体（虚构）,municipal,湖南省,长沙市\n", to: "联合体.csv")
        try work.command("collect", "联合体.csv", "--as", "authority")
        try work.write("联合体编号,观测点,年度,口径,数值\nC001,9.1.2,2025,实际,：约120\n", to: name)
        try work.command("collect", name)
        let finding = try #require(try ReceiptFile(of: name, in: work).findings.first { $0.kind == "not-a-number" })
        #expect(finding.file == name && finding.row == 2 && finding.column == 5 && finding.cell == "E2")
        #expect(finding.problem.contains("：约120") && !finding.problem.contains(name), "\(finding.problem)")
        #expect(!finding.remedy.contains("：约120"))

        try work.command("report", "--year", "2025", "--out", "out")
        let page = try work.read("out/consortium/C001.html")
        let row = try #require(
            page.split(separator: "<tr").dropFirst()
                .first { $0.contains("约120") && $0.contains("第2行第5列") }, "no row with the place")
        let cells = row.split(separator: "<td")
        let place = try #require(cells.first { $0.contains("第2行第5列") })
        #expect(place.contains(name), "\(place)")
        #expect(!place.contains("约120"), "\(place)")
    }
}
