import Foundation
import TestSupport
import Testing

/// What an authority registers of which nobody can read whom it is about: unknown, and not no, until it is told.
@Suite("Entries of registers that name nobody")
struct UnplacedTests {
    private static let register = """
        编号,名称,类型,省份,市州,阶段,认定日期
        C001,示例甲联合体（虚构）,municipal,湖南省,长沙市,培育,2023-06-01
        C002,示例乙联合体（虚构）,municipal,浙江省,宁波市,培育,2023-06-01

        """
    private static let incidents = "编号,联合体编号,发生日期,领域,程度,不良影响,核查状态\n"
    private static let policies = "编号,层级,地区,标题,文号,发文日期,是否有效\n"

    /// Two consortia whose policies are all 否, and empty registers of both provinces.
    private func workplace() throws -> Workplace {
        let work = try Workplace()
        try work.write(Self.register, to: "联合体.csv")
        let answers = ["C001", "C002"].flatMap { id in
            ["2024", "2025"].flatMap { year in
                ["1.1.2", "1.2.2", "6.2.1", "6.3.1"].map { "\(id),\($0),\(year),实际,否" }
            }
        }
        try work.write("联合体编号,观测点,年度,口径,数值\n" + answers.joined(separator: "\n"), to: "数据.csv")
        try work.write(Self.incidents, to: "空/事件.csv")
        try work.write(Self.policies, to: "空/政策.csv")
        try work.command("collect", "联合体.csv", "数据.csv", "空", "--as", "authority")
        return work
    }

    private func outcomes(_ clause: String, _ work: Workplace) throws -> [String?] {
        let lines = try work.outcomes()
        return ["C001", "C002"].map { AnnualRunTests.outcome(of: $0, clause, in: lines) }
    }

    private func collect(_ row: String, under header: String, _ name: String, region: String?, _ work: Workplace) throws
    {
        try work.write(header + row + "\n", to: name)
        try work.command(["collect", name, "--as", "authority"] + (region.map { ["--region", $0] } ?? []))
    }

    @Test(arguments: ["", "某联合体", "C0O1"])
    func `an incident whose consortium cannot be read leaves the clause open until it is assigned`(id: String) throws {
        let work = try workplace()
        #expect(try outcomes("16.1", work) == ["clear", "clear"])
        try collect("E1,\(id),2025-03-01,安全,重大,是,查实", under: Self.incidents, "a.csv", region: nil, work)
        #expect(try outcomes("16.1", work) == ["undetermined", "undetermined"])
        #expect(try outcomes("16.2", work) == ["clear", "clear"])
        let status = try work.command("status").output
        #expect(status.contains("待指定") && status.contains("事件 E1（2025-03-01，安全，重大，查实）"), "\(status)")
        #expect(try ReceiptFile(of: "a.csv", in: work).findings.contains { $0.kind == "incident-unassigned" })
        try collect("e1,c001,2025-03-01,安全,重大,是,查实", under: Self.incidents, "b.csv", region: nil, work)
        #expect(try outcomes("16.1", work) == ["triggered", "clear"])
        #expect(try !work.command("status").output.contains("事件 E1（"))
    }

    @Test func `an authority of a region leaves open what is of its region`() throws {
        let work = try workplace()
        try collect("E1,C0O1,2025-03-01,安全,重大,是,线索", under: Self.incidents, "a.csv", region: "430000", work)
        #expect(try outcomes("16.1", work) == ["undetermined", "clear"])
        // One of another region does not say whose it is.
        try collect("E1,C002,2025-03-01,安全,重大,否,线索", under: Self.incidents, "b.csv", region: "330000", work)
        #expect(try outcomes("16.1", work) == ["undetermined", "clear"])
        try collect("E1,C001,2025-03-01,安全,重大,是,不成立", under: Self.incidents, "c.csv", region: "430000", work)
        #expect(try outcomes("16.1", work) == ["clear", "clear"])
    }

    @Test(arguments: [
        ("E1,,2019-03-01,安全,重大,是,查实", "clear"), ("E1,,2025-03-01,安全,一般,是,查实", "clear"),
        ("E1,,2025-03-01,安全,重大,是,不成立", "clear"), ("E1,,2025-03-01,造假,重大,是,查实", "clear"),
        ("E1,,某日,安全,重大,是,查实", "undetermined"), ("E1,,2025-03-01,,重大,是,查实", "undetermined"),
        ("E1,C001,某日,安全,重大,是,查实", "undetermined"), ("E1,C001,2025-03-01,安全,严重,是,查实", "undetermined"),
        ("E1,C001,2025-03-01,安全,重大,是,处理中", "undetermined"), ("E1,C001,2025-03-01,安全,一般,是,处理中", "clear"),
        ("E1,C001,2027-03-01,安全,重大,是,查实", "undetermined"),
    ])
    func `what matters of an incident and cannot be read leaves the clause open`(row: String, outcome: String) throws {
        let work = try workplace()
        try collect(row, under: Self.incidents, "a.csv", region: nil, work)
        #expect(try outcomes("16.1", work)[0] == outcome)
    }

    @Test func `a policy whose region cannot be read leaves the clause open until it is placed`() throws {
        let work = try workplace()
        #expect(try outcomes("16.4", work) == ["triggered", "triggered"])
        try collect("P1,市,,若干措施,〔2025〕1号,2025-03-01,是", under: Self.policies, "a.csv", region: "430000", work)
        #expect(try outcomes("16.4", work) == ["undetermined", "triggered"])
        #expect(try ReceiptFile(of: "a.csv", in: work).findings.contains { $0.kind == "policy-unplaced" })
        #expect(try work.command("status").output.contains("政策文件 P1《若干措施》：地区没有写明"))
        try collect("P1,市,株洲市,若干措施,〔2025〕1号,2025-03-01,是", under: Self.policies, "b.csv", region: "430000", work)
        #expect(try outcomes("16.4", work) == ["triggered", "triggered"])
    }

    @Test(arguments: [
        ("P1,国家,全国,措施,,2025-03-01,是", "triggered"), ("P1,县,某县,措施,,2025-03-01,是", "triggered"),
        ("P1,市,某市,措施,,2025-03-01,否", "triggered"), ("P1,市,某市,措施,,2025-03-01,", "undetermined"),
        ("P1,,南湖省,措施,,2025-03-01,是", "undetermined"), ("P1,,某市,措施,,2019-03-01,是", "triggered"),
        ("P1,市,长沙市,措施,,某日,是", "undetermined"), ("P1,市,长沙市,措施,,2025-03-01,有的", "undetermined"),
        ("P1,市,长沙市,措施,,2027-03-01,是", "undetermined"),
    ])
    func `what matters of a policy and cannot be read leaves the clause open`(row: String, outcome: String) throws {
        let work = try workplace()
        try collect(row, under: Self.policies, "a.csv", region: nil, work)
        #expect(try outcomes("16.4", work)[0] == outcome)
    }

    @Test(arguments: [
        ("2020-03-01,是,另行通知,", "undetermined"), ("2020-03-01,是,,另行通知", "triggered"),
        ("2022-03-01,是,,另行通知", "undetermined"),
        ("2020-03-01,是,长期有效,", "warning"), ("2020-03-01,是,,", "triggered"), ("2022-03-01,是,,", "warning"),
        ("2025-03-01,是,另行通知,", "clear"),
    ])
    func `a term that cannot be read is unknown, and one without an end has none`(row: String, outcome: String) throws {
        let work = try workplace()
        try work.write("编号,地区,标题,发文日期,是否有效,有效期至,废止日期\nP1,长沙市,措施,\(row)\n", to: "a.csv")
        try work.command("collect", "a.csv", "--as", "authority")
        #expect(try outcomes("16.4", work)[0] == outcome)
    }

    @Test func `an incident without a consortium in a secretariat's own file is its own`() throws {
        let work = try workplace()
        try work.write(Self.incidents + "E1,,2025-03-01,安全,重大,是,线索\n", to: "C001/a.csv")
        try work.command("collect", "C001")
        #expect(try outcomes("16.1", work) == ["suspected", "clear"])
    }
}
