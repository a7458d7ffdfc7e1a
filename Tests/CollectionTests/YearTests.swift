import FEEL
import Standards
import Testing

@testable import Collection

/// Years and rows that cannot be meant as they stand; today is the last day of 2026.
struct YearTests {
    @Test func `what was cannot be of a year to come, what is planned can`() throws {
        let submission = try Submission.lines(
            "联合体编号,观测点,年度,口径,数值", "C001,6.1.2,2027,实际,120", "C001,6.1.6,2027,,120", "C001,6.1.2,2027,承诺,120",
            "C001,6.1.4,2027,实际,120", "C001,6.1.4,2031,实际,120", "C001,6.1.4,2032,实际,120", "C001,6.1.2,2098,承诺,1",
            "C001,6.1.2,2026,实际,120")
        #expect(submission.observations.map(\.year.value) == [2027, 2027, 2031, 2026])
        #expect(
            submission.marks == ["year-in-future 2:3", "year-in-future 7:3", "year-in-future 8:3"])
        #expect(submission.findings.map { $0.values["count"] } == ["2", "1", "1"])
    }

    @Test func `a year before the first is kept, and told once`() throws {
        let submission = try Submission.lines(
            "联合体编号,观测点,年度,数值", "C001,6.1.2,2021,120", "C001,6.1.6,2021,120", "C001,6.1.6,2022,120")
        #expect(submission.observations.count == 3)
        #expect(submission.marks == ["year-before-first 2:3"])
        #expect(submission.findings.first?.values["count"] == "2")
    }

    @Test func `a column of a year to come is not read`() throws {
        let submission = try Submission.lines(
            "联合体编号,观测点编号,2025年实际,2027年实际,2027年承诺", "C001,6.1.2,120,130,140", "C001,6.1.4,120,130,", "C001,6.1.6,,130,")
        #expect(
            submission.observations.map(\.value) == [.number(120), .number(140), .number(120), .number(130), .missing])
        #expect(submission.marks == ["year-in-future 2:4"])
        #expect(submission.findings.first?.values["count"] == "2")
    }

    private static let rows: [(row: String, value: String?, mark: String?)] = [
        ("C001,6.1.2,2025,实际,120,a,", "120", nil), ("C001,6.1.2,2025,实际,120,a, ,\u{200B},", "120", nil),
        ("C001,6.1.2,2025,实际,120,,", "120", nil), ("C001,6.1.2,2025,实际,120,a,b", nil, "ragged-row-long 2:0"),
        ("C001,6.1.2,2025,实际,1,200,", nil, "ragged-row-long 2:0"),
        ("C001,6.1.2,2025,实际,1,200.5,", nil, "ragged-row-long 2:0"), ("C001,6.1.2,2025,实际,1200,200,", "1200", nil),
        ("C001,6.1.2,2025,实际,120", "120", "ragged-row-short 2:0"),
    ]

    @Test(arguments: rows)
    func `an empty cell too many is only a comma`(row: String, value: String?, mark: String?) throws {
        let submission = try Submission.lines("联合体编号,观测点,年度,口径,数值,佐证材料", row)
        #expect(submission.observations.first?.value.status == (value == nil ? .rejected : .reported))
        if let value { #expect(submission.observations.first?.value.text == value) }
        #expect(submission.marks == [mark].compactMap(\.self))
    }

    @Test func `cells beside a register are told where they say something`() throws {
        let submission = try Submission.lines(
            "编号,地区,标题,发文日期,是否有效", "P1,长沙市,甲,2025-03-01,是,,", "P2,长沙市,甲,乙办法,2025-03-01,是")
        #expect(submission.marks == ["ragged-entry-long 3:0", "bad-date 3:4", "bad-boolean 3:5"])
    }
}
