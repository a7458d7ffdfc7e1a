import FEEL
import Spreadsheet
import Standards
import Testing

@testable import Collection

struct StatedUnitsTests {
    private func values(_ lines: String...) throws -> ([ObservedValue], [String]) {
        let text = lines.joined(separator: "\n")
        let reader = try SubmissionReader.trial.get()
        let submission = reader.read(SourceFile.holding("填报表.csv", text), .ofMinistry)
        return (submission.observations.map(\.value), submission.marks)
    }

    @Test(arguments: [
        "数值（元）", "数值(元)", "金额（元）", "金额(单位：元)", "数值（人民币元）",
    ])
    func `a unit in the heading of the column holds for amounts`(heading: String) throws {
        let (values, marks) = try values(
            "联合体编号,观测点,年度,\(heading)", "C001,6.1.2,2025,1200000", "C001,6.1.6,2025,\"1,200,000\"",
            "C001,8.4.1/人次,2025,300", "C001,6.1.4,2025,130万元", "C001,6.1.1,2025,是")
        #expect(values == [.number(120), .number(120), .number(300), .number(130), .truth(true)])
        #expect(marks == ["unit-stated 2:4"])
    }

    @Test(arguments: ["数值（万元）", "金额(万元)", "数值（必填）", "数值", "数值（万元/人次）"])
    func `the unit that is asked for changes nothing`(heading: String) throws {
        let (values, marks) = try values("联合体编号,观测点,年度,\(heading)", "C001,6.1.2,2025,120")
        #expect(values == [.number(120)] && marks.isEmpty)
    }

    @Test(arguments: [
        "单位：元", "（单位：元）", "单位:元", "2025年经费情况表（金额单位：元）", "计量单位：元", "单位：人民币元", "填报单位：某学院,单位：元",
        "单位：元、人次",
    ])
    func `a line above the table holds for amounts`(line: String) throws {
        let (values, marks) = try values(
            line, "联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1200000", "C001,8.4.1/人次,2025,300")
        #expect(values == [.number(120), .number(300)])
        #expect(marks == ["unit-stated 3:4"])
    }

    @Test(arguments: ["填报单位：元亨集团", "报送单位：元", "单位：某学院", "责任单位 元"])
    func `a line that says who reports states no unit`(line: String) throws {
        let (values, marks) = try values(line, "联合体编号,观测点,年度,数值", "C001,6.1.2,2025,120")
        #expect(values == [.number(120)] && marks.isEmpty)
    }

    @Test func `a column of units holds for its rows, before what stands above`() throws {
        let (values, marks) = try values(
            "单位：元", "联合体编号,观测点,年度,数值,单位", "C001,6.1.2,2025,1200000,元", "C001,6.1.4,2025,120,万元",
            "C001,6.1.6,2025,1.2,亿元", "C001,6.1.8,2025,1200000,", "C001,8.4.1/人次,2025,3,千人次",
            "C001,9.1.2,2025,30,人", "C001,12.1.1,2025,953,‰", "C001,3.3.1,2025,3,元", "C001,9.1.3,2025,3,—")
        #expect(
            values == [
                .number(120), .number(120), .number(12000), .number(120), .number(3000), .number(30),
                .number(try #require(Decimal128("95.3"))), .rejected("3元"), .number(3),
            ])
        #expect(
            marks.sorted() == [
                "unit-stated 3:4", "unit-stated 5:4", "unit-stated 7:4", "unit-stated 9:4", "unit-typed 10:4",
            ])
    }

    @Test func `a multiple that does not say of what is not guessed for counts`() throws {
        let (values, marks) = try values(
            "联合体编号,观测点,年度,数值（万）", "C001,6.1.2,2025,120", "C001,8.4.1/人次,2025,3")
        #expect(values == [.number(120), .rejected("3万")])
        #expect(marks == ["unit-typed 3:4"])
    }

    @Test func `the columns of years and of funds state units in the same way`() throws {
        let (values, marks) = try values(
            "联合体编号,观测点编号,单位,2024年实际（元）,2025年实际", "C001,6.1.2,,1200000,120", "C001,6.1.4,元,1200000,1200000")
        #expect(values == [.number(120), .number(120), .number(120), .number(120)])
        #expect(marks == ["unit-stated 2:4"])
        let funds = try self.values(
            "单位：元", "联合体编号,资金类别,经费来源,2025年到位,2026年计划（万元）", "C001,专项经费,政府核拨,1200000,130",
            "C001,专项经费,其他途径,300000,20")
        #expect(Set(funds.0) == [.number(150), .number(150)])
    }

    @Test func `the amount of an accepted plan states its unit too`() throws {
        let head = "联合体编号,条款,年度,认定,认定人,认定日期,理由,经费类别,调整后金额"
        let row = "C001,16.3,2025,同意调整,评审组,2026-03-01,情况说明,专项"
        for (heading, amount) in [("", "120"), ("（元）", "1200000"), ("", "1200000元"), ("（元）", "120万元")] {
            let submission = try Submission.lines(head + heading, "\(row),\(amount)")
            #expect(submission.determinations.map(\.amount) == [120])
        }
        #expect(try Submission.lines(head, "\(row),5人").marks == ["not-a-number 2:9"])
    }
}
