import FEEL
import Standards
import Testing

@testable import Collection

/// What makes a determination one (DESIGN §5).
struct DeterminationTests {
    private static let header = "联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料,事由,认定编号,撤销认定编号,经费类别,调整后金额"

    private func read(_ row: String) throws -> Submission { try Submission.lines(Self.header, row) }

    @Test(arguments: [
        ("C1,16.3,2025,豁免,,2026-03-01,丙", "determination-incomplete", "缺少“认定人”"),
        ("C1,16.3,2025,豁免,甲,,丙", "determination-incomplete", "缺少“认定日期”"),
        ("C1,16.3,2025,豁免,甲,2026-03-01,", "determination-incomplete", "缺少“理由”"),
        ("C1,16.3,2025,豁免,,,", "determination-incomplete", "缺少“认定人”“认定日期”“理由”"),
        ("C1,16.9,2025,豁免,甲,2026-03-01,丙", "unknown-clause", "没有条款“16.9”"),
        ("C1,16.3,2025,豁免,甲,2027-01-01,丙", "determination-in-future", "2027年1月1日在今天（2026年12月31日）之后"),
        ("C1,16.5,2025,成立,甲,2025-12-31,丙", "determination-too-early", "须待2025年结束后"),
        ("C1,16.6,2025,不成立,甲,2025-06-30,丙", "determination-too-early", "须待2025年结束后"),
    ])
    func `one that lacks what it needs decides nothing`(row: String, kind: String, word: String) throws {
        let submission = try read(row)
        #expect(submission.determinations.isEmpty)
        #expect(submission.findings.map(\.kind.id) == [kind] && submission.findings[0].text.contains(word))
        #expect(submission.findings[0].kind.severity == .error)
    }

    @Test func `a day that is none is told, and is no day`() throws {
        #expect(try read("C1,16.3,2025,豁免,甲,某日,丙").marks == ["bad-date 2:6", "determination-incomplete 2:6"])
    }

    @Test(arguments: [
        "C1,16.5,2025,成立,甲,2026-01-01,丙", "C1,16.3,2025,豁免,甲、乙,2025-06-30,丙", "C1,16.6,2025,撤销认定,甲,2025-06-30,丙",
        "C1,16.3,2025,豁免,甲,2026-12-31,丙",
    ])
    func `one that is complete stands`(row: String) throws {
        let submission = try read(row)
        #expect(submission.determinations.count == 1 && submission.findings.isEmpty)
    }

    @Test func `subject, id, what is withdrawn, fund and amount are read`() throws {
        let submission = try read("C1,16.3,2025,同意调整,甲,2026-03-01,丙,附件.pdf,I1,D2,D1,专项经费,150万元")
        let determination = try #require(submission.determinations.first)
        #expect(determination.subject == "I1" && determination.id == "D2" && determination.withdraws == "D1")
        #expect(determination.fund == "专项" && determination.amount == 150 && determination.evidence == "附件.pdf")
        let odd = try read("C1,16.3,2025,同意调整,甲,2026-03-01,丙,,,,,别的,约10")
        #expect(odd.marks == ["bad-word 2:12", "not-a-number 2:13"])
        #expect(odd.determinations.first?.fund == nil && odd.determinations.first?.amount == nil)
    }

    @Test func `none is made before the incident that it is about`() throws {
        let submission = try Submission.lines(
            Self.header, "C001,16.1,2025,成立,甲,2025-05-31,丙,,I1", "C001,16.1,2025,成立,甲,2025-06-01,丙,,I1",
            "C002,16.1,2025,成立,甲,2025-05-31,丙,,I1", "C001,16.1,2025,成立,甲,2025-05-31,丙,,I2")
        let authorities = Authorities(incidents: [Inbox.incident("I1", of: "C001")])
        let (kept, findings) = submission.permitted(by: authorities)
        #expect(kept.determinations.map(\.source.row) == [3, 4, 5])
        #expect(findings.map(\.mark) == ["determination-before-incident 2:4"])
        #expect(findings[0].text.contains("2025年5月31日早于事件“I1”的发生日期2025年6月1日"))
    }
}
