import FEEL
import Spreadsheet
import Standards
import Testing

@testable import Collection

/// What is answered to warnings in the column 说明.
struct AnswerTests {
    private func findings(
        _ text: String, prior: [String: ObservedValue] = [:], known: (Finding) -> String? = { _ in nil }
    ) throws -> [Finding] {
        let submission = try Submission.lines(text)
        let validation = try Validation(edition: Edition.trial.get())
        let found = validation.findings(
            of: submission, isRegistered: { _ in true },
            prior: { prior["\($0.indicator),\($0.year),\($0.basis.rawValue)"] })
        return validation.answered(submission.findings + found, in: submission, known: known)
            .filter { ![.evidenceMissing, .planLate].contains($0.kind) }
    }

    private func rows(_ rows: String...) -> String {
        (["联合体编号,观测点,年度,口径,数值,更正理由,说明"] + rows).joined(separator: "\n")
    }

    /// Each finding as its kind and what was answered: `jump 政策变化`.
    private func answers(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.kind.id) \($0.answer ?? "—")" }
    }

    @Test(arguments: [
        ("政策变化：新增省级专项", "jump 政策变化：新增省级专项"), ("政策变化", "jump 政策变化"), ("新增省级专项", "jump 新增省级专项"),
        ("其他：新增省级专项", "jump 其他：新增省级专项"), ("", "jump —"), ("无", "jump —"), ("——", "jump —"),
    ])
    func `a warning is answered by a word, a text or both`(explanation: String, expected: String) throws {
        let found = try findings(rows("C1,6.1.2,2024,,120,,", "C1,6.1.2,2025,,1200,,\(explanation)"))
        #expect(answers(found) == [expected])
    }

    @Test func `a word that says nothing alone is asked about`() throws {
        let found = try findings(rows("C1,6.1.2,2024,,120,,", "C1,6.1.2,2025,,1200,,其他"))
        #expect(answers(found).sorted() == ["empty-explanation —", "jump —"])
        let text = found.first { $0.kind == .emptyExplanation }?.message
        #expect(text == "填报表.csv › 第3行第5列：“说明”一列只写了“其他”。请接着写明情况。")
    }

    @Test func `an answer is of the row that it stands in`() throws {
        let found = try findings(
            rows("C1,6.1.2,2024,,120,,项目到期", "C1,6.1.2,2025,,1200,,", "C1,6.1.6,2024,,1,,", "C1,6.1.6,2025,,10,,政策变化"))
        #expect(answers(found) == ["jump —", "jump 政策变化"])
    }

    @Test func `what was answered says so in place of its remedy`() throws {
        let found = try findings(rows("C1,6.1.2,2024,,120,,", "C1,6.1.2,2025,,1200,,政策变化：新增专项"))
        #expect(found.map(\.severityTitle) == ["已说明"])
        #expect(found.map(\.text) == ["2024年为120万元，本年为1200万元，为上年的10倍。已说明：政策变化：新增专项"])
    }

    @Test func `what is found as a cell is read is answered too, and a blank that is due`() throws {
        #expect(try answers(findings(rows("C1,9.1.1,2025,,12.5,,统计口径调整"))) == ["fraction-in-count 统计口径调整"])
        let due = try findings(
            rows("C1,6.1.2,2025,,,,项目到期", "C1,9.1.1,2025,,1,,"), prior: ["6.1.1,2025,actual": .truth(true)])
        #expect(answers(due) == ["due-missing 项目到期"])
    }

    @Test func `an error is mended, not answered`() throws {
        #expect(try answers(findings(rows("C1,6.1.2,2025,,约120,,政策变化"))) == ["not-a-number —"])
    }

    @Test func `a correction of the year before that is so explained has its reason`() throws {
        let prior: [String: ObservedValue] = ["9.1.1,2024,actual": .number(80)]
        let current = "C1,9.1.1,2025,,100,,"
        let corrected = rows("C1,9.1.1,2024,,90,,更正上年：录入有误", current)
        #expect(try findings(corrected, prior: prior).map(\.kind.id) == ["restated-with-reason"])
        #expect(try Submission.lines(corrected).observations.map(\.reason) == ["更正上年：录入有误", nil])
        // Another word answers the warning and is no reason.
        #expect(
            try answers(findings(rows("C1,9.1.1,2024,,90,,政策变化", current), prior: prior)) == ["restated 政策变化"])
        #expect(
            try Submission.lines(rows("C1,9.1.1,2024,,90,审计,更正上年", current)).observations.map(\.reason)
                == ["审计", nil])
    }

    @Test func `an answer that was given before holds for the same finding`() throws {
        let text = rows("C1,6.1.2,2024,,120,,", "C1,6.1.2,2025,,1200,,")
        let known = ["10": "政策变化"]
        #expect(try answers(findings(text) { $0.values["ratio"].flatMap { known[$0] } }) == ["jump 政策变化"])
        // What is said now comes before.
        let now = rows("C1,6.1.2,2024,,120,,", "C1,6.1.2,2025,,1200,,项目到期")
        #expect(try answers(findings(now) { _ in "政策变化" }) == ["jump 项目到期"])
        #expect(try answers(findings(rows("C1,6.1.2,2025,,约1,,")) { _ in "政策变化" }) == ["not-a-number —"])
    }

    @Test func `the column is read under its English name, and in a table with a column a year`() throws {
        let english = "consortium,indicator,year,basis,value,explanation\nC1,9.1.1,2025,actual,12.5,政策变化"
        #expect(try answers(findings(english)) == ["fraction-in-count 政策变化"])
        let yearly = "联合体编号,观测点编号,2024年实际,2025年实际,2026年承诺,说明\nC1,6.1.2,120,1200,1300,政策变化"
        let submission = try Submission.lines(yearly)
        #expect(submission.observations.map(\.explanation) == ["政策变化", "政策变化", nil])
        #expect(try answers(findings(yearly)) == ["jump 政策变化"])
    }
}
