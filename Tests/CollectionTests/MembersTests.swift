import FEEL
import Standards
import Testing

@testable import Collection

/// The list of the units that belong to a consortium.
struct MembersTests {
    private static let oldHeader = "联合体编号,单位名称,单位类别,在联合体中的角色,加入年份,备注"

    private func lines(_ rows: String...) throws -> Submission {
        try Submission.lines(([Self.oldHeader] + rows).joined(separator: "\n"))
    }

    @Test func `every cell is kept as it was written, with its place`() throws {
        let submission = try lines("Ｃ１,示例学院（虚构）,高职院校(含职教本科),牵头学校,2023年,", "C1,示例企业（虚构）,企业,成员,,原名“示例厂”")
        #expect(submission.isAccepted && submission.forms == [.members] && submission.findings.isEmpty)
        #expect(submission.entries.map(\.consortium) == ["C1", "C1"])
        #expect(
            submission.entries.map(\.values) == [
                ["name": "示例学院（虚构）", "category": "高职院校(含职教本科)", "role": "牵头学校", "joinedOn": "2023"],
                ["name": "示例企业（虚构）", "category": "企业", "role": "成员", "note": "原名“示例厂”"],
            ])
        #expect(submission.entries.map { "\($0.source.row):\($0.source.column)" } == ["2:2", "3:2"])
    }

    @Test func `what is no choice is named and kept`() throws {
        let submission = try lines("C1,示例学院（虚构）,大学,校长,去年,")
        #expect(submission.marks == ["bad-word 2:3", "bad-word 2:4", "bad-member-date 2:5"])
        #expect(submission.entries.first?.values["joinedOn"] == "去年")
        let word = submission.findings.first { $0.source.column == 3 }
        #expect(word?.text.hasPrefix("“单位类别”应填“中职学校”“高职院校（含职教本科）”") == true)
    }

    @Test func `a unit without a name is dropped, one that is listed twice counts once`() throws {
        let submission = try lines(
            "C1,,企业,成员,,", "C1,示例企业（虚构）,企业,成员,,", "C1,示例企业（虚构）,企业,牵头企业,,", "C2,示例企业（虚构）,企业,成员,,",
            ",示例企业（虚构）,企业,成员,,", "C2,示例企业（虚构）,企业,成员,,", "C2,,,,,")
        #expect(
            submission.marks == [
                "missing-key 2:2", "conflicting-row 4:0", "missing-key 6:1", "duplicate-row 7:0",
            ])
        #expect(submission.entries.map { $0.values["role"] } == ["牵头企业", "成员"])
    }

    @Test func `a consortium that only lists members has to be registered, too`() throws {
        let found = try Validation(edition: Edition.trial.get()).findings(
            of: lines("C9,示例企业（虚构）,企业,成员,,"), isRegistered: { $0 == "C1" }, prior: nil)
        #expect(found.map(\.mark) == ["unknown-consortium 2:0"])
    }

    @Test func `the register of the second edition, in both languages`() throws {
        let row = "C1,示例企业（虚构）,91350100M000100Y43,企业,成员,2023-5-1,2025年3月1日"
        for header in [
            "consortium,name,creditCode,category,role,joinedOn,leftOn",
            "联合体编号,单位名称,统一社会信用代码,单位类别,角色,加入日期,退出日期",
        ] {
            let submission = try Submission.lines(header, row)
            #expect(submission.marks == [])
            let values = submission.entries.first?.values
            #expect(values?["joinedOn"] == "2023-05-01" && values?["leftOn"] == "2025-03-01")
            #expect(values?["creditCode"] == "91350100M000100Y43")
        }
    }

    @Test func `a member taken back is no entry`() throws {
        let submission = try Submission.lines("联合体编号,单位名称,单位类别,撤回", "C1,示例企业（虚构）,企业,是", "C1,示例学院（虚构）,其他,否")
        #expect(submission.entries.map(\.key) == ["示例学院(虚构)"])
        let withdrawal = try #require(submission.withdrawals.first)
        #expect(withdrawal.form == .members && withdrawal.entry == "示例企业(虚构)" && withdrawal.consortium == "C1")
    }

    // The first is the example of GB 32100–2015.
    @Test(arguments: ["91350100M000100Y43", "91350100m000100y43"])
    func `codes whose check character fits`(code: String) {
        #expect(CreditCode.isValid(code))
    }

    @Test(arguments: [
        "91350100M000100Y44", "91350100M000100Y4", "9135010OM000100Y43", "19350100M000100Y43", "", "９１３５０１００M000100Y43",
    ])
    func `codes that are none`(code: String) throws {
        #expect(!CreditCode.isValid(code))
        guard !code.isEmpty, !code.hasPrefix("９") else { return }
        let submission = try Submission.lines("联合体编号,单位名称,统一社会信用代码,单位类别", "C1,示例企业（虚构）,\(code),企业")
        #expect(submission.marks == ["bad-credit-code 2:3"])
        #expect(submission.entries.count == 1 && submission.findings[0].kind.severity == .warning)
    }
}
