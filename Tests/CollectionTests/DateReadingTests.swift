import FEEL
import Standards
import Testing

@testable import Collection

struct DateReadingTests {
    @Test(arguments: [
        "2025-03-01", "2025-3-1", "2025/3/1", "2025.3.1", "2025.03.01", "2025年3月1日", "２０２５年３月１日", " 2025年03月01 ",
        "2025年3月1号", "2025年 3月 1日", "2025 年 3 月 1 日", "2025. 3. 1", "20250301", "２０２５０３０１", "2025–03–01",
        "2025－03－01", "2025/3/1 0:00", "2025/3/1 0:00:00", "2025-03-01 00:00:00", "2025-03-01 00:00:00.000",
        "2025-03-01T12:00:00", "2025-03-01T23:59:59+08:00", "2025-02-28T16:00:00Z", "2025-02-28T17:30:00.000Z",
        "2025-03-01 08:00:00+0800", "2025-02-28T20:00:00-05:00", "2025/3/1 下午 2:30", "2025/3/1 2:30 PM",
        "2025年3月1日9时30分", "2025年3月1日 星期六", "2025年3月1日（星期六）", "2025-03-01 周六", "二〇二五年三月一日", "二○二五年三月一日",
        "2025\u{200B}-03-01", "\u{202A}2025-03-01\u{202C}", "2025-03-01 24:00",
    ])
    func `days are read as people and programs write them`(text: String) {
        #expect(CalendarDate.reading(text) == CalendarDate(year: 2025, month: 3, day: 1))
    }

    @Test(arguments: [
        ("2025年10月21日", "2025-10-21"), ("二〇二五年十月二十一日", "2025-10-21"), ("二〇二四年十二月三十日", "2024-12-30"),
        ("2024年2月29日", "2024-02-29"), ("2025-03-01T15:59:59Z", "2025-03-01"), ("2025-12-31T16:00:00Z", "2026-01-01"),
        ("2025-03-01T05:00:00+14:00", "2025-02-28"),
    ])
    func `other days`(text: String, day: String) {
        #expect(CalendarDate.reading(text) == .day(day))
    }

    @Test(arguments: ["3月1号", "3月1日", "三月一日", "25-3-1", "25.3.1", "25/03/01", "25年3月1日", "二五年三月一日"])
    func `a day without its year is no day yet`(text: String) {
        #expect(DateReading(text) == .withoutYear(month: 3, day: 1))
        #expect(CalendarDate.reading(text) == nil)
    }

    @Test(arguments: [
        "", "2025-13-01", "2025-02-29", "2025-3", "2025/3-1", "2025年3月", "昨天", "2025-3-1-1", "20251301", "202531",
        "2025030100", "45717", "3/1/2025", "1025-03-01", "2205-03-01", "2025-03-01左右", "2025-03-01 25:00",
        "2025-03-01 12", "08:30:00", "2025-03-01至2025-03-05", "约2025-03-01", "2月30日", "三百月一日",
    ])
    func `what is no day is none`(text: String) {
        #expect(DateReading(text) == .none)
    }

    private static let incidents = "编号,联合体编号,发生日期,领域,程度,不良影响,核查状态"
    private static let policies = "编号,地区,标题,发文日期,是否有效,有效期至,废止日期"

    @Test func `a day of which nobody knows the year or that is still to come is unknown, and told`() throws {
        let incidents = try Submission.lines(
            Self.incidents, "E1,C001,3月1号,安全,重大,是,查实", "E2,C001,25.3.1,安全,重大,是,查实",
            "E3,C001,2027-03-01,安全,重大,是,查实", "E4,C001,2021-03-01,安全,重大,是,查实",
            "E5,C001,2025/3/1 0:00,安全,重大,是,查实")
        #expect(
            incidents.incidents.map(\.occurredOn) == [nil, nil, nil, .day("2021-03-01"), .day("2025-03-01")])
        #expect(
            incidents.marks == [
                "date-without-year 2:3", "date-without-year 3:3", "date-in-future 4:3", "date-before-first-year 5:3",
            ])
        let policies = try Submission.lines(
            Self.policies, "P1,长沙市,甲,2027-03-01,是,2030-01-01,2028-01-01", "P2,长沙市,乙,20250301,是,,2025年3月1号")
        #expect(policies.policies.map(\.issuedOn) == [nil, .day("2025-03-01")])
        #expect(policies.policies.map(\.validUntil) == [.day("2030-01-01"), nil])
        #expect(policies.policies.map(\.repealedOn) == [.day("2028-01-01"), .day("2025-03-01")])
        #expect(policies.marks == ["date-in-future 2:4"])
    }

    @Test func `what is due without a year is due in the year of its row`() throws {
        let plan = try Submission.lines(
            "联合体编号,年度,任务,目标,完成时限", "C001,2025,实训基地,建成,12月31日", "C001,2025,师资,十人,2025.6.30")
        #expect(plan.entries.map { $0.values["due"] } == ["2025-12-31", "2025-06-30"])
        let tasks = try Submission.lines(
            "联合体编号,年度,任务,状态,完成时限,完成日期", "C001,2025,甲,完成,12月31日,11月1日", "C001,2025,乙,完成,12月31日,2027-01-01")
        #expect(tasks.entries.map { $0.values["due"] } == ["2025-12-31", "2025-12-31"])
        #expect(tasks.entries.map { $0.values["completedOn"] } == [nil, "2027-01-01"])
        #expect(tasks.marks == ["date-without-year 2:6", "date-still-to-come 3:6"])
    }

    @Test(arguments: ["2025/3/1 0:00", "20250301", "2025年3月1号", "2025-02-28T16:00:00Z"])
    func `every register reads days in the same way`(text: String) throws {
        let day = CalendarDate.day("2025-03-01")
        let transitions = try Submission.lines("联合体编号,新状态,日期", "C001,培育,\(text)")
        #expect(transitions.transitions.map(\.on) == [day])
        let consortia = try Submission.lines("编号,名称,类型,认定日期,生效日期", "C001,甲,municipal,\(text),\(text)")
        #expect(consortia.consortia.map(\.designatedOn) == [day] && consortia.consortia.map(\.validFrom) == [day])
        let determinations = try Submission.lines(
            "联合体编号,条款,年度,认定,认定人,认定日期,理由", "C001,16.3,2024,豁免,评审组,\(text),情况说明")
        #expect(determinations.determinations.map(\.on) == [day])
        let members = try Submission.lines(
            "联合体编号,单位名称,单位类别,加入日期,退出日期", "C001,甲厂,企业,\(text),\(text)")
        #expect(members.entries.map { $0.values["joinedOn"] } == [day.description])
        #expect(members.entries.map { $0.values["leftOn"] } == [day.description])
        let manifest = try Submission.lines("文件,收到日期", "a.csv,\(text)")
        #expect(manifest.manifest.map(\.receivedOn) == [day])
        for submission in [transitions, consortia, determinations, members, manifest] {
            #expect(submission.findings.isEmpty)
        }
    }
}
