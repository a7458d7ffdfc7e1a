import FEEL
import Standards
import Testing

@testable import Collection

/// A reviewer's workbook that comes back: a register of determinations whose rows list cases.
struct ReviewSheetTests {
    private static let header =
        "案件编号,联合体名称,条款内容,目前结果,案件状态,办理期限,事实和依据,认定,认定人,认定日期,理由,佐证材料,填写情况,联合体编号,条款,年度,事由,认定编号,案卷摘要,签名"

    private func read(_ rows: String...) throws -> Submission {
        try Submission.lines(([Self.header] + rows).joined(separator: "\n"))
    }

    private static func row(
        _ filled: String, case name: String = "C1/16.5/2025", key: String = "C1,16.5,2025", subject: String = ""
    ) -> String {
        "\(name),甲,16.5 没有突破,疑似,待认定,2026-06-30,数据,\(filled),未填,\(key),\(subject),S1,ab12,"
    }

    @Test func `a row that was filled in decides on its case, bound to what it shows`() throws {
        let submission = try read(Self.row("成立,甲、乙,2026-04-01,没有突破,附件.pdf"), Self.row(",甲,,,"))
        #expect(submission.findings.map(\.mark) == [])
        let made = try #require(submission.determinations.first)
        #expect(submission.determinations.count == 1 && submission.forms == [.determinations])
        #expect(made.consortium == "C1" && made.clause == "16.5" && made.year == ReportingYear(2025))
        #expect(made.decision == .confirm && made.by == "甲、乙" && made.on == .day("2026-04-01"))
        #expect(made.id == "S1" && made.caseDigest == "ab12" && made.evidence == "附件.pdf" && made.subject == nil)
    }

    @Test func `an incident or a signal is decided on by its id`() throws {
        let made = try read(Self.row("不成立,甲,2026-04-01,不实,", subject: "E1")).determinations.first
        #expect(made?.subject == "E1" && made?.decision == .dismiss)
    }

    @Test(arguments: [
        (row(",甲,,,"), []),
        (row(",,,,"), []),
        (row(",甲,2026-04-01,,"), ["missing-key 2:8"]),
        (row(",甲,,没有突破,"), ["missing-key 2:8"]),
        (row("成立,甲,,没有突破,"), ["determination-incomplete 2:10"]),
        (row("成立,甲,2026-04-01,,"), ["determination-incomplete 2:11"]),
        (row("成立,,2026-04-01,没有突破,"), ["determination-incomplete 2:9"]),
        (row("属实,甲,2026-04-01,没有突破,"), ["bad-word 2:8"]),
        (row("成立,甲,某日,没有突破,"), ["bad-date 2:10", "determination-incomplete 2:10"]),
        (row("成立,甲,2027-04-01,没有突破,"), ["determination-in-future 2:10"]),
        (row("成立,甲,2025-04-01,没有突破,"), ["determination-too-early 2:10"]),
        (row("成立,甲,2026-04-01,没有突破,", key: "C2,16.5,2025"), ["other-case 2:1"]),
        (row("成立,甲,2026-04-01,没有突破,", key: "C1,16.6,2025"), ["other-case 2:1"]),
        (row("成立,甲,2026-04-01,没有突破,", case: "trial/C1/16.5/2024"), ["other-case 2:1"]),
    ])
    func `a blank row says nothing, and one that is not whole is told with its cell`(
        row: String, marks: [String]
    ) throws {
        let submission = try read(row)
        #expect(submission.determinations.isEmpty)
        #expect(submission.findings.map(\.mark) == marks)
    }

    @Test func `the name of a case may have its edition, and may be blank`() throws {
        for name in ["municipal-consortium-trial/C1/16.5/2025", ""] {
            let submission = try read(Self.row("成立,甲,2026-04-01,没有突破,", case: name))
            #expect(submission.determinations.count == 1 && submission.findings.isEmpty, "\(name)")
        }
    }

    /// What programs wrote that opened the workbook of `review sheet`, filled in a row and saved it.
    @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
    func `what office programs saved is read`(name: String) throws {
        let submission = try Submission.fixture("review-sheet/\(name)")
        #expect(submission.findings.map(\.mark) == [])
        #expect(submission.determinations.map(\.consortium) == ["C014", "C027"])
        let (whole, part) = (submission.determinations[0], submission.determinations[1])
        #expect(whole.decision == .confirm && whole.clause == "16.5" && whole.subject == nil)
        #expect(whole.on == .day("2026-04-20") && whole.ground == "三年没有突破" && whole.caseDigest?.count == 64)
        #expect(part.decision == .dismiss && part.clause == "16.2" && part.subject?.count == 16)
        #expect(Set(submission.determinations.compactMap(\.id)).count == 2)
    }

    @Test func `a plain register still needs a decision in each row`() throws {
        let submission = try Submission.lines("联合体编号,条款,年度,认定,认定人,认定日期,理由", "C1,16.5,2025,,甲,,")
        #expect(submission.findings.map(\.mark) == ["missing-key 2:4"])
    }
}
