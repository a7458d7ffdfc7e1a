import Foundation
import TestSupport
import Testing

/// What a later submission does to an earlier one: it changes what it fills in, and takes back what it says it does.
@Suite("Corrections")
struct CorrectionTests {
    private static let header = "联合体编号,观测点,年度,口径,数值,佐证材料"

    private func verdict(_ lines: String) throws -> Substring {
        try #require(lines.split(separator: "\n").first { $0.contains(#""type":"verdict""#) })
    }

    /// Every cell that was known, by point, year and basis, as the next workbook shows it.
    private func known(_ work: Workplace, as name: String) throws -> [String: String] {
        try work.command("template", "--year", "2025", "--consortium", "C003", "-o", name)
        return try FilledWorkbook(path: work.path(name)).cells()
    }

    @Test(.needsPython) func `one cell corrected in the year's workbook changes that cell alone`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.run()
        let before = try work.outcomes()
        let shown = try known(work, as: "C003.xlsx")
        let workbook = FilledWorkbook(path: work.path("C003.xlsx"))
        let address = try #require(try workbook.address(of: "11.1.4", under: "2025年实际"))
        let old = try #require(shown["观测点!\(address)"])
        let new = "\(try #require(Int(old)) + 1)"
        try workbook.set(address, to: new)

        try work.command("collect", "C003.xlsx")
        let after = try known(work, as: "after.xlsx")
        let changed = Set(shown.keys).union(after.keys).filter { shown[$0] != after[$0] }
        // The cell, what the hidden sheet keeps of it, and nothing else.
        #expect(changed.count == 2 && changed.contains("观测点!\(address)"), "\(changed)")
        #expect(changed.allSatisfy { shown[$0] == old && after[$0] == new })

        let outcomes = try work.outcomes()
        // What was missing still is; that it is now the workbook in which it is blank is all that may differ there.
        func lines(_ text: String) -> Set<String> {
            Set(text.split(separator: "\n").map { String($0).replacing(/"value":null,"source":"[^"]*"/, with: "") })
        }
        let differing = lines(before).symmetricDifference(lines(outcomes))
        #expect(!differing.isEmpty && differing.allSatisfy { $0.contains("11.1.4") }, "\(differing)")
        #expect(try verdict(outcomes) == verdict(before))
        try work.command("verify")
    }

    @Test(.needsPython) func `a blank keeps what was reported, and a withdrawal takes it back`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.run()
        let before = try work.outcomes()

        // Two blanks keep, and the receipt says so.
        try work.write(
            "\(Self.header)\nC003,11.1.4,2025,实际,,\nC003,6.1.2,2025,实际,,\nC003,11.1.3,2025,实际,77,x.pdf\n",
            to: "补充.csv")
        try work.command("collect", "补充.csv")
        let receipt = try ReceiptFile(of: "补充.csv", in: work)
        let kept = try #require(receipt.findings.first { $0.kind == "kept" })
        #expect(kept.problem.contains("沿用此前报送2项") && kept.problem.contains("11.1.4"), "\(kept.problem)")
        let lines = Set(before.split(separator: "\n")).symmetricDifference(try work.outcomes().split(separator: "\n"))
        #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("11.1.3") }, "\(lines)")

        // 撤回 takes the one figure back: missing, not zero.
        #expect(AnnualRunTests.outcome(of: "C003", "11.1.4", in: before) == "met")
        try work.write("\(Self.header)\nC003,11.1.4,2025,实际,撤回,\n", to: "撤回数.csv")
        try work.command("collect", "撤回数.csv")
        #expect(try ReceiptFile(of: "撤回数.csv", in: work).findings.contains { $0.kind == "taken-back" })
        let without = try work.outcomes()
        #expect(AnnualRunTests.outcome(of: "C003", "11.1.4", in: without) == "undetermined")
        #expect(try verdict(without) != verdict(before))
        try work.command("verify")
    }

    /// A workplace in which C001 is registered.
    private func registered(now: String = Workplace.now) throws -> Workplace {
        let work = try Workplace()
        try work.write(
            "编号,名称,类型,省份,市州,批次,阶段,认定日期\nC001,示例联合体,市域产教联合体,湖南省,长沙市,1,培育,2023-06-01\n",
            to: "registers/联合体.csv")
        try work.command("collect", "--as", "authority", "registers", now: now)
        return work
    }

    /// The order of a batch is that of the store, whatever the bytes of the names.
    @Test(arguments: [("C001.csv", "C001-更正.csv"), ("C001.csv", "C001 (1).csv"), ("C001-v2.csv", "C001-v10.csv")])
    func `of two files of one day the later by name stands`(earlier: String, later: String) throws {
        let work = try registered()
        try work.write(Self.header + "\nC001,6.1.2,2025,实际,50,a\n", to: "in/\(earlier)")
        try work.write(Self.header + "\nC001,6.1.2,2025,实际,120,a\n", to: "in/\(later)")
        try work.command("collect", "in")
        #expect(try work.outcomes().contains(#""indicator":"6.1.2","year":2025,"value":"120""#))
    }

    /// What was taken in before came before: nothing has to tell so.
    @Test func `a new file beside an old one is taken in whatever their names`() throws {
        let work = try registered()
        try work.write(Self.header + "\nC001,6.1.2,2025,实际,50,a\n", to: "in/甲.csv")
        try work.command("collect", "in")
        try work.write(Self.header + "\nC001,6.1.2,2025,实际,120,a\n", to: "in/乙.csv")
        let second = try work.command("collect", "in", now: "2026-04-11T09:00:00+08:00")
        #expect(second.output.contains("载入 1 个（1 个数据）"), "\(second.output)")
        #expect(try work.outcomes().contains(#""indicator":"6.1.2","year":2025,"value":"120""#))
        // Together for the first time, nothing tells which is the later.
        let other = try registered()
        try other.write(Self.header + "\nC001,6.1.2,2025,实际,50,a\n", to: "in/甲.csv")
        try other.write(Self.header + "\nC001,6.1.2,2025,实际,120,a\n", to: "in/乙.csv")
        let both = try other.command("collect", "in")
        #expect((both.output + both.errors).contains("错误"))
    }

    /// 111 came by the clock; 222 was received before it, as the authority's manifest says, and is taken in after it.
    @Test func `what was received earlier corrects nothing that came later, and is not said to`() throws {
        let work = try registered(now: "2026-01-05T09:00:00+08:00")
        try work.write(Self.header + "\nC001,9.1.1,2025,实际,111,a\n", to: "一/甲.csv")
        try work.command("collect", "一", "--as", "authority", now: "2026-03-01T09:00:00+08:00")
        try work.write(Self.header + "\nC001,9.1.1,2025,实际,222,a\n", to: "二/乙.csv")
        try work.write("文件,收到日期,报送单位\n乙.csv,2026-02-01,示例\n", to: "二/清单.csv")
        let second = try work.command("collect", "二", "--as", "authority", now: "2026-03-05T09:00:00+08:00")
        #expect(!second.output.contains("更正为"), "\(second.output)")
        let told = try ReceiptFile(of: "乙.csv", in: work).findings
        #expect(told.map(\.kind) == ["overtaken"])
        #expect(told.first?.problem == "本文件收到在先，其后收到的报送为111人；本次所报222人不作更改。")
        #expect(try work.outcomes().contains(#""indicator":"9.1.1","year":2025,"value":"111""#))
        let then = try work.command(
            "assess", "--year", "2025", "--as-of", "2026-02-15", "--format", "ndjson"
        ).output
        #expect(then.contains(#""indicator":"9.1.1","year":2025,"value":"222""#))
    }

    /// A table of 2025 that still shows what 2024 was before a correction with its reason.
    @Test func `an old copy of a table reverts no correction that gave its reason`() throws {
        let work = try registered()
        let header = Self.header + ",更正理由\n"
        try work.write(
            header + "C001,6.1.1,2024,实际,是,a,\nC001,6.1.2,2024,实际,50,a,\nC001,6.1.4,2024,实际,100,a,\n",
            to: "2024.csv")
        try work.command("collect", "2024.csv", now: "2025-03-01T09:00:00+08:00")
        try work.write(header + "C001,6.1.2,2024,实际,120,b,补充到账凭证\n", to: "更正.csv")
        try work.command("collect", "更正.csv", now: "2025-06-01T09:00:00+08:00")
        func funds() throws -> [Bool] {
            let lines = try work.outcomes(year: 2024)
            #expect(AnnualRunTests.outcome(of: "C001", "16.2", in: lines) == "undetermined")
            return ["120", "50"].map { lines.contains(#""indicator":"6.1.2","year":2024,"value":"\#($0)""#) }
        }
        #expect(try funds() == [true, false])
        try work.write(
            header + "C001,6.1.2,2024,实际,50,a,\nC001,6.1.2,2025,实际,130,c,\n", to: "2025.csv")
        try work.command("collect", "2025.csv", now: "2026-03-01T09:00:00+08:00")
        let told = try ReceiptFile(of: "2025.csv", in: work).findings
        #expect(!told.contains { $0.kind == "restated" })
        #expect(told.contains { $0.kind == "kept" && $0.problem.contains("6.1.2") && $0.problem.contains("120万元") })
        #expect(try funds() == [true, false])
        try work.command("verify")
        // Whoever says why takes it back.
        try work.write(
            header + "C001,6.1.2,2024,实际,50,a,凭证作废\nC001,6.1.2,2025,实际,131,c,\n", to: "2025-2.csv")
        try work.command("collect", "2025-2.csv", now: "2026-03-02T09:00:00+08:00")
        #expect(try funds() == [false, true])
    }

    @Test func `a submission taken back by its receipt leaves everything as it was`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003"])
        // In the window, since a secretariat may take back as long as it is open.
        let now = "2026-03-20T09:00:00+08:00"
        try work.write(
            try work.read("\(Workplace.registers)/2025/清单.csv").split(separator: "\n")
                .filter { !$0.contains("2026-04-") }.joined(separator: "\n") + "\n",
            to: "\(Workplace.registers)/2025/清单.csv")
        try work.collectInbox(now: now)
        func outcomes() throws -> String {
            try work.command(["assess", "--year", "2025", "--format", "ndjson"], now: now).output
        }
        let before = try outcomes()

        try work.write(
            "\(Self.header)\nC003,6.1.2,2025,实际,1,x.pdf\nC003,11.1.4,2025,实际,不适用,\n", to: "C003/误报.csv")
        try work.command("collect", "C003", now: now)
        #expect(try outcomes() != before)
        let receipt = try ReceiptFile(of: "误报.csv", in: work)
        let number = try #require(receipt.receipt)
        try work.write("回执编号,撤回理由\n\(number),报错了文件\n", to: "C003/撤回.csv")
        try work.command(["collect", "C003/撤回.csv"], now: now)
        #expect(try outcomes() == before)
        try work.command("verify")

        // Another's submission is not theirs to take back.
        try work.write("回执编号,撤回理由\n\(number.prefix(8)),试试\n", to: "C002/撤回.csv")
        try work.command(["collect", "C002/撤回.csv"], now: now)
        let refused = try work.command(["status"], now: now).output
        #expect(refused.contains("无权报送"), "\(refused)")
        #expect(try outcomes() == before)
    }
}

/// The receipt of a file for programs.
struct ReceiptFile: Decodable {
    struct Finding: Decodable {
        let kind: String
        let severity: String
        let problem: String
        let remedy: String
        let file: String
        let cell: String?
        let row: Int?
        let column: Int?
        let answer: String?
    }

    let receipt: String?
    let status: String
    let findings: [Finding]

    /// Reads the only receipt of the file called `name`.
    init(of name: String, in work: Workplace) throws {
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        let all = try FileManager.default.subpathsOfDirectory(atPath: work.path("var/receipts"))
        let found = all.filter { path in
            path.split(separator: "/").last?.hasPrefix("\(stem)-回执-") == true && path.hasSuffix(".json")
        }
        guard let only = found.first, found.count == 1 else { throw Missing(name: name, found: found) }
        self = try JSONDecoder().decode(Self.self, from: Data(work.read("var/receipts/\(only)").utf8))
    }

    struct Missing: Error {
        let name: String
        let found: [String]
    }
}
