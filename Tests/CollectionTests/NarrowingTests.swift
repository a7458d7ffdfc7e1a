import FEEL
import Spreadsheet
import Standards
import Testing

@testable import Collection

/// What nobody sees in a cell, and what looks the same.
struct NarrowingTests {
    /// As Unicode names them: zero-width space, non-joiner and joiner, byte order mark, soft hyphen, word joiner, marks and
    /// embeddings of direction, a selector of variants; spaces that do not break, of the width of a character, thin.
    private static let unseen = [
        "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{200E}", "\u{200F}", "\u{202A}",
        "\u{202C}", "\u{2066}", "\u{2069}", "\u{FE0F}",
    ]
    private static let spaces = ["\u{A0}", "\u{3000}", "\u{2009}", "\u{202F}"]

    @Test(arguments: unseen)
    func `what nobody sees is not there, wherever it stands`(mark: String) throws {
        let submission = try Submission.lines(
            "联合体\(mark)编号\(mark),观测点,\(mark)年度,口\(mark)径,数值\(mark),佐证材料",
            "C0\(mark)01\(mark),6.1\(mark).2,20\(mark)25,实际\(mark),\(mark)12\(mark)0,a",
            "\(mark)C001,6.1.1\(mark),2025\(mark),\(mark),是\(mark),a",
            "\(mark)C001,6.1.4,2025,,\(mark),a")
        #expect(submission.findings.isEmpty)
        #expect(submission.observations.map(\.consortium) == ["C001", "C001", "C001"])
        #expect(submission.observations.map(\.indicator.text) == ["6.1.2", "6.1.1", "6.1.4"])
        #expect(submission.observations.map(\.value) == [.number(120), .truth(true), .missing])
    }

    @Test(arguments: spaces + unseen)
    func `blanks at the ends and in ids mean nothing`(mark: String) throws {
        let submission = try Submission.lines(
            "编号,联合体编号,发生日期,领域,程度,不良影响,核查状态",
            "E\(mark)1\(mark),\(mark)C0\(mark)01,\(mark)2025-03-01,\(mark)安全\(mark),重大\(mark),\(mark)是,查实\(mark)")
        let incident = try #require(submission.incidents.first)
        #expect(submission.findings.isEmpty)
        #expect(incident.id == "E1" && incident.consortium == "C001" && incident.occurredOn == .day("2025-03-01"))
        #expect(incident.domain == .safety && incident.severity == .major && incident.status == .confirmed)
    }

    @Test(arguments: [
        ("C001", "Ｃ００１"), ("C001", "C 001"), ("C-001", "C‑001"), ("C-001", "C－001"), ("C-001", "C–001"),
        ("Café1", "Cafe\u{301}1"), ("麗水1", "\u{F988}水1"), ("长1", "⻓1"), ("C①", "C1"),
    ])
    func `ids that look the same are the same`(id: String, other: String) {
        #expect(id.identifier == other.identifier)
        #expect(Array(id.identifier.utf8) == Array(other.identifier.utf8))
    }

    @Test func `an id in other letters is spelled as it was registered`() throws {
        var reader = try SubmissionReader.trial.get()
        reader.consortia = KnownConsortia([Inbox.consortium("C001"), Inbox.consortium("c002")])
        let lines = [
            "联合体编号,观测点,年度,口径,数值,佐证材料", "c001,6.1.2,2025,实际,120,a", "C002,6.1.2,2025,实际,130,a", "c009,6.1.2,2025,实际,1,a",
        ]
        let submission = reader.read(
            SourceFile.holding("填报表.csv", lines.joined(separator: "\n")), .ofMinistry)
        #expect(submission.observations.consortia == ["C001", "c002", "c009"])
        #expect(reader.consortia.contains("c001") && reader.consortia.contains("Ｃ００２"))
    }

    @Test func `an id that is longer than any is told and means nobody`() throws {
        let long = String(repeating: "长", count: 65)
        let figures = try Submission.lines("联合体编号,观测点,年度,数值", "\(long),6.1.2,2025,120")
        #expect(figures.marks == ["id-too-long 2:1"] && figures.observations.isEmpty)
        let register = try Submission.lines("编号,名称,类型", "\(long),甲,municipal")
        #expect(register.marks == ["id-too-long 2:1"] && register.consortia.isEmpty)
        let policies = try Submission.lines("编号,地区,标题,发文日期,是否有效", "\(long),长沙市,甲,2025-03-01,是")
        #expect(policies.marks == ["id-too-long 2:1"])
        #expect(policies.policies.map { $0.id.count <= FormRow.longestID } == [true])
    }

    @Test func `a text is kept as it was written`() throws {
        let submission = try Submission.lines("联合体编号,观测点,年度,数值", "C001,6.1.3,2025,\u{200B}用于１号\u{A0}基地\u{200D}x")
        #expect(submission.observations.map(\.value) == [.text("用于１号\u{A0}基地\u{200D}x")])
    }
}
