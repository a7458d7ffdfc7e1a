import FEEL
import Standards
import Testing

@testable import Collection

struct RegisterTests {
    @Test func `consortia are read with their regions as codes`() throws {
        let submission = try Submission.lines(
            "编号,名称,类型,省份,市州,产业园区,园区级别,牵头学校,牵头企业,批次,阶段,认定日期",
            "Ｃ００１,示例联合体,市域产教联合体,湖南省,长沙,示例园区,国家级,示例学院,示例企业,1,培育,2024年10月1日",
            "C002,示例共同体,行业产教融合共同体,430000,,,,,,,,")
        #expect(submission.findings.isEmpty)
        let first = try #require(submission.consortia.first)
        #expect(first.id == "C001" && first.kind == .municipal && first.province == "430000")
        #expect(first.prefecture == "430100" && first.designatedOn == CalendarDate(year: 2024, month: 10, day: 1))
        #expect(submission.consortia[1].kind == .industry && submission.consortia[1].designatedOn == nil)
    }

    @Test func `an unknown region is kept as typed, with a finding`() throws {
        let submission = try Submission.lines("编号,名称,类型,省份", "C001,示例联合体,municipal,南湖省")
        #expect(submission.consortia.first?.province == "南湖省")
        #expect(submission.marks == ["unknown-region 2:4"])
    }

    @Test func `a consortium whose kind is no word is not taken`() throws {
        let submission = try Submission.lines("编号,名称,类型", "C001,示例联合体,联合体", ",示例,municipal")
        #expect(submission.consortia.isEmpty)
        #expect(submission.marks == ["bad-word 2:3", "missing-key 3:1"])
        #expect(submission.isAccepted)
    }

    @Test func `the last entry of an id counts`() throws {
        let submission = try Submission.lines(
            "编号,名称,类型", "C001,旧名,municipal", "C002,甲,municipal", "C001,新名,municipal", "C002,甲,municipal")
        #expect(submission.consortia.map(\.name) == ["新名", "甲"])
        #expect(submission.marks == ["conflicting-row 4:0", "duplicate-row 5:0"])
    }

    @Test func `what cannot be read of an incident is unknown, which is not no`() throws {
        let submission = try Submission.lines(
            "id,consortium,occurredOn,domain,severity,adverseImpact,status,evidence",
            "I1,C001,2025-05-19,安全,重大,是,查实,报告.pdf", "I2,C001,某日,火灾,严重,可能,处理中,", "I3,C001,,,,,,")
        #expect(
            submission.marks == [
                "bad-date 3:3", "bad-word 3:4", "bad-word 3:5", "bad-boolean 3:6", "bad-word 3:7",
            ])
        let incidents = submission.incidents
        #expect(incidents.map(\.id) == ["I1", "I2", "I3"])
        #expect(incidents[0].domain == .safety && incidents[0].severity == .major && incidents[0].status == .confirmed)
        #expect(incidents[0].hasAdverseImpact == true && incidents[0].evidence == "报告.pdf")
        for incident in incidents.dropFirst() {
            #expect(incident.domain == nil && incident.status == nil && incident.severity == nil)
            #expect(incident.hasAdverseImpact == nil && incident.occurredOn == nil)
        }
    }

    @Test func `policies are known by id and region`() throws {
        let submission = try Submission.lines(
            "编号,层级,地区,标题,文号,发文单位,发文日期,是否有效,佐证材料", "1,省级,湖南省,甲,,,2025.3.1,是,", "1,市级,长沙市,乙,,,2025/3/1,,",
            ",市级,长沙市,丙,,,,否,", ",市级,长沙市,丁,,,,否,")
        #expect(submission.findings.isEmpty)
        #expect(submission.policies.map(\.region) == ["430000", "430100", "430100", "430100"])
        #expect(submission.policies.map(\.isEffective) == [true, nil, false, false])
        #expect(Set(submission.policies.map { $0.id + $0.region }).count == 4)
    }

    @Test func `determinations name a clause of the edition`() throws {
        let submission = try Submission.lines(
            "联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料", "C001,16.6,2025年,不成立,评审组,2026-03-01,核查认定,",
            "C001,16.9,2025,成立,评审组,,,", "C001,16.5,今年,成立,评审组,,,", "C001,16.5,2025,同意,评审组,,,")
        #expect(submission.determinations.map(\.clause) == ["16.6"])
        #expect(submission.determinations.map(\.decision) == [.dismiss])
        #expect(submission.marks == ["unknown-clause 3:2", "bad-year 4:3", "bad-word 5:4"])
    }

    @Test func `a register of nothing was collected all the same`() throws {
        let submission = try Submission.lines("联合体编号,发生日期,领域,核查状态")
        #expect(submission.forms == [.incidents] && submission.incidents.isEmpty && submission.isAccepted)
    }
}
