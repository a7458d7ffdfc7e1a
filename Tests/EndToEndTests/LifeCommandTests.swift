import Foundation
import TestSupport
import Testing

/// What life brings to consortia, from the register that an authority sends to what the commands say of it (DESIGN §3).
@Suite("What life brings, by the commands")
struct LifeCommandTests {
    private static let consortia = """
        编号,名称,类型,省份,市州,牵头学校,阶段,认定日期,生效日期,前身,其他地区,认定级别,级别认定日期
        C000,前身联合体（虚构）,市域产教联合体,湖南省,长沙市,甲校,培育,2022-06-30,,,,,
        C001,旧名联合体（虚构）,市域产教联合体,湖南省,长沙市,甲校,培育,2022-06-30,,,株洲市、湘潭市,国家级,2023-10-12
        C001,新名联合体（虚构）,市域产教联合体,,,乙校,,,2025-06-01,C000,,,
        C002,环一（虚构）,市域产教联合体,湖南省,长沙市,甲校,培育,2022-06-30,,C003,,,
        C003,环二（虚构）,市域产教联合体,湖南省,长沙市,甲校,培育,2022-06-30,,C002、C099,,,

        """
    private static let incidents = "编号,联合体编号,发生日期,领域,程度,不良影响,核查状态,佐证材料,撤回\n"

    private func openCases(_ work: Workplace, of consortium: String, _ now: String) throws -> [String] {
        let output = try work.command(
            "assess", "--year", "2025", "--consortium", consortium, "--format", "ndjson", now: now
        ).output
        let line = try #require(output.split(separator: "\n").first { $0.contains(#""type":"verdict""#) })
        struct Verdict: Decodable { let openCases: [String] }
        return try JSONDecoder().decode(Verdict.self, from: Data(line.utf8)).openCases
    }

    @Test func `a year is told under the name of then, and a circle of predecessors is told`() throws {
        let work = try Workplace()
        try work.write(Self.consortia, to: "consortia.csv")
        let collected = try work.command("collect", "consortia.csv", "--as", "authority", exits: 0)
        #expect(collected.output.contains("C002的前身是C003的前身是C002"), "\(collected.output)")
        for (year, name) in [("2024", "旧名"), ("2025", "新名")] {
            let table = try work.command("assess", "--year", year).output
            #expect(table.contains(name), "\(table)")
            #expect(table.contains("旧名") != table.contains("新名"))
        }
    }

    @Test func `what was recommended stays open after its data were taken back, also on the successor's page`() throws {
        let work = try Workplace()
        let (sent, takenBack, later) = (
            "2026-04-10T09:00:00+08:00", "2026-05-10T09:00:00+08:00", "2026-06-10T09:00:00+08:00"
        )
        try work.write(Self.consortia, to: "consortia.csv")
        try work.write(Self.incidents + "I1,C000,2024-05-06,安全,重大,是,查实,a.pdf,\n", to: "incidents.csv")
        try work.command("collect", "consortia.csv", "incidents.csv", "--as", "authority", now: sent)
        let case2024 = "municipal-consortium-trial/C000/16.1/2024"
        #expect(try openCases(work, of: "C000", sent).contains(case2024))
        #expect(try openCases(work, of: "C001", sent).contains(case2024))

        try work.write(Self.incidents + "I1,C000,,,,,,,是\n", to: "withdrawn.csv")
        try work.command("collect", "withdrawn.csv", "--as", "authority", now: takenBack)
        #expect(try openCases(work, of: "C000", later).contains(case2024))
        let inherited = try openCases(work, of: "C001", later)
        #expect(inherited.contains(case2024) && inherited.contains("municipal-consortium-trial/C001/16.1/2024"))
    }

    @Test func `an authority's figure stands against the consortium's own, and both are told`() throws {
        let work = try Workplace()
        let header = "联合体编号,观测点,年度,口径,数值,佐证材料\n"
        try work.write(Self.consortia, to: "consortia.csv")
        try work.command("collect", "consortia.csv", "--as", "authority", now: "2026-03-01T09:00:00+08:00")
        try work.write(header + "C000,11.1.4,2025,实际,100,a.pdf\n", to: "自报.csv")
        try work.command("collect", "自报.csv", now: "2026-03-02T09:00:00+08:00")
        #expect(try !ReceiptFile(of: "自报.csv", in: work).findings.contains { $0.kind == "authority-figure" })
        try work.write(header + "C000,11.1.4,2025,实际,80,b.pdf\nC000,11.1.3,2025,实际,7,b.pdf\n", to: "核实.csv")
        try work.command("collect", "核实.csv", "--as", "authority", now: "2026-03-10T09:00:00+08:00")
        let official = try #require(
            try ReceiptFile(of: "核实.csv", in: work).findings.first { $0.kind == "authority-figure" })
        #expect(
            official.problem.hasPrefix("1项与联合体自报的数不一致，以主管部门的为准：11.1.4 ")
                && official.problem.contains("（2025年）本次报80") && official.problem.contains("联合体自报100"),
            "\(official.problem)")
        // The ledger keeps it as the consortium's, whose page shows it.
        let ledger = try OtherProcess.rows(
            "SELECT consortium FROM finding WHERE kind = 'authority-figure'", of: work.path("var/monitor.sqlite"))
        #expect(ledger == ["C000"])

        try work.write(header + "C000,11.1.4,2025,实际,105,a.pdf\n", to: "再报.csv")
        try work.command("collect", "再报.csv", now: "2026-03-12T09:00:00+08:00")
        let own = try ReceiptFile(of: "再报.csv", in: work).findings
        #expect(
            own.contains {
                $0.kind == "authority-figure" && $0.problem.contains("1项与主管部门登记的数不一致，以主管部门的为准")
                    && $0.problem.contains("本次报105") && $0.problem.contains("主管部门80")
            })
        // What stands is not said to be corrected.
        #expect(!own.contains { $0.kind == "corrected" })

        func value(asOf day: String? = nil) throws -> Bool {
            let options = day.map { ["--as-of", $0] } ?? []
            let output = try work.command(
                ["assess", "--year", "2025", "--consortium", "C000", "--format", "ndjson"] + options,
                now: "2026-03-20T09:00:00+08:00"
            ).output
            let isOfficial = output.contains(#""indicator":"11.1.4","year":2025,"value":"80""#)
            #expect(isOfficial != output.contains(#""indicator":"11.1.4","year":2025,"value":"100""#))
            return isOfficial
        }
        #expect(try value())
        #expect(try !value(asOf: "2026-03-09"))
        #expect(try value(asOf: "2026-03-10"))
    }

    @Test func `two authorities that disagree on an incident are told, and the graver is a clue`() throws {
        let work = try Workplace()
        try work.write(Self.consortia, to: "consortia.csv")
        try work.write(Self.incidents + "I1,C000,2025-05-06,安全,重大,是,查实,a.pdf,\n", to: "部.csv")
        try work.write(Self.incidents + "I1,C000,2025-05-06,安全,较大,是,查实,a.pdf,\n", to: "省.csv")
        try work.command("collect", "consortia.csv", "部.csv", "--as", "authority")
        func outcome() throws -> String {
            let output = try work.command(
                "assess", "--year", "2025", "--consortium", "C000", "--format", "ndjson"
            ).output
            return String(try #require(output.split(separator: "\n").first { $0.contains(#""clause":"16.1""#) }))
        }
        #expect(try outcome().contains(#""outcome":"triggered""#))
        let collected = try work.command("collect", "省.csv", "--as", "authority", "--region", "430000")
        #expect(collected.output.contains("事件“I1”部级主管部门登记为2025-05-06、安全、重大、有不良影响、查实"), "\(collected.output)")
        #expect(try outcome().contains(#""outcome":"suspected""#))
    }
}
