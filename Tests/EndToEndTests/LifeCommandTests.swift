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
