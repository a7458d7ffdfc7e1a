import FEEL
import Foundation
import Standards
import Testing

@testable import Collection

/// Taking back what was sent: a submission by its receipt, an entry by what it is known by.
struct WithdrawalTests {
    let inbox: Inbox

    init() throws {
        inbox = try Inbox()
    }

    private static func sha(_ start: String) -> String { start.padding(toLength: 64, withPad: "0", startingAt: 0) }

    private let sent = [
        SentSubmission(
            id: 1, sha256: sha("aaaaaaaa11"), origin: Origin(authority: .secretariat, consortium: "C001"),
            forms: [.observations, .policies], isOpen: true),
        SentSubmission(
            id: 2, sha256: sha("bbbbbbbb22"), origin: Origin(authority: .secretariat, consortium: "C002"), isOpen: true),
        SentSubmission(
            id: 3, sha256: sha("cccccccc33"), origin: Origin(authority: .secretariat, consortium: "C001"), isOpen: false
        ),
        SentSubmission(
            id: 4, sha256: sha("dddddddd44"), origin: Origin(authority: .authority, region: "430000"),
            forms: [.incidents], isOpen: true),
        SentSubmission(
            id: 5, sha256: sha("dddddddd55"), origin: Origin(authority: .authority, region: "330000"), isOpen: true),
        // The same bytes from two senders.
        SentSubmission(
            id: 6, sha256: sha("eeeeeeee66"), origin: Origin(authority: .secretariat, consortium: "C002"), isOpen: true),
        SentSubmission(
            id: 7, sha256: sha("eeeeeeee66"), origin: Origin(authority: .secretariat, consortium: "C001"), isOpen: true),
    ]

    private func read(_ rows: String..., isWindowOpen: Bool = true) throws -> (Submission, [Finding]) {
        try inbox.write("C001/撤回.csv", ["回执编号,撤回理由,编号"] + rows)
        return try inbox.read("C001/撤回.csv", submissions: sent, isWindowOpen: isWindowOpen)
    }

    @Test func `a secretariat takes back what it sent itself, until the close`() throws {
        let (submission, findings) = try read(
            "ＡＡＡＡＡＡＡＡ11,报错了,", "bbbbbbbb,甲,", "cccccccc,乙,", "dddddddd44,丙,", "eeeeeeee,丁,")
        #expect(submission.isAccepted && submission.forms == [.withdrawals])
        #expect(submission.withdrawals.map(\.submission) == [1, 7] && submission.withdrawals[0].ground == "报错了")
        #expect(
            findings.map(\.problem) == [
                "回执bbbbbbbb所列材料的撤回共1条：该材料不是C001秘书处报送的，未采用。",
                "回执cccccccc所列材料的撤回共1条：报送期已结束，秘书处不能再撤回，未采用。",
                "回执dddddddd44所列材料的撤回共1条：该材料不是C001秘书处报送的，未采用。",
            ])
    }

    @Test func `an authority takes back what lies in its region, at any time`() throws {
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority, region: "430000")]
        let (submission, findings) = try read("aaaaaaaa,甲,", "cccccccc,乙,", "dddddddd44,丙,", "dddddddd55,丁,")
        #expect(submission.withdrawals.map(\.submission) == [1, 3, 4])
        #expect(findings.map(\.kind.id) == ["not-yours"] && findings[0].problem.contains("dddddddd55"))
    }

    @Test(arguments: ["ffffffff", "aaaaaaa", "甲乙丙丁戊己庚辛", "dddddddd"])
    func `what is no receipt, or that of several, takes nothing back`(receipt: String) throws {
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority)]
        let (submission, findings) = try read("\(receipt),甲,")
        #expect(submission.withdrawals.isEmpty && findings.map(\.kind.id) == ["unknown-receipt"])
    }

    @Test func `a ground has to be given`() throws {
        let (submission, findings) = try read("aaaaaaaa11,,")
        #expect(submission.withdrawals.isEmpty && findings.map(\.mark) == ["missing-key 2:2"])
    }

    @Test func `with an id one entry of the only register is taken back`() throws {
        let (submission, _) = try read("aaaaaaaa11,重复,P7")
        let line = try #require(submission.withdrawals.first)
        #expect(line.form == .policies && line.entry == "P7" && line.submission == 1)
        try inbox.write("C001/b.csv", ["receipt,ground,id,register", "eeeeeeee,x,I3,事件登记表", "eeeeeeee,x,I4,"])
        let (named, findings) = try inbox.read("C001/b.csv", submissions: sent)
        #expect(named.withdrawals.map(\.form) == [.incidents] && findings.map(\.kind.id) == ["missing-key"])
    }

    @Test func `a row takes its own entry back, where its sender may`() throws {
        let incidents = ["编号,联合体编号,发生日期,领域,核查状态,撤回", "I1,C001,2025-01-01,安全,线索,是"]
        try inbox.write("C001/a.csv", incidents)
        let (own, findings) = try inbox.read("C001/a.csv")
        #expect(own.withdrawals.map(\.entry) == ["I1"] && own.incidents.isEmpty && findings.isEmpty)
        let registered = [Inbox.incident("I1", of: "C001")]
        #expect(try inbox.read("C001/a.csv", incidents: registered).0.withdrawals.isEmpty)
        let (late, told) = try inbox.read("C001/a.csv", isWindowOpen: false)
        #expect(late.withdrawals.isEmpty && told.map(\.kind.id) == ["not-yours"])
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority, region: "430000")]
        #expect(try inbox.read("C001/a.csv", incidents: registered, isWindowOpen: false).0.withdrawals.count == 1)
    }

    @Test func `policies of another region are not taken back`() throws {
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority, region: "430000")]
        try inbox.write("a.csv", ["编号,地区,标题,发文日期,是否有效,撤回", "P1,浙江省,甲,,,是", "P2,长沙市,乙,,,是"])
        let (submission, findings) = try inbox.read("a.csv")
        #expect(submission.withdrawals.map(\.entry) == ["P2"] && findings.map(\.kind.id) == ["not-yours"])
    }
}
