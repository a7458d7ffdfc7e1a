import FEEL
import Standards
import Testing

@testable import Review

/// When an appeal or an execution comes in its turn (DESIGN §9).
@Suite("Appeals and executions in their turn")
struct ProcedureTests {
    private static let source = CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1)
    private let procedure = Procedure(.usual, ranks: ["专": .suspicions, "审": .cases, "核": .weakSignals])

    private static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(text) else { preconditionFailure("a day: \(text)") }
        return day
    }

    private static func said(
        _ decision: DeterminationDecision, _ on: String, by: String = "专", evidence: String? = "a.pdf",
        year: Int = 2025
    ) -> Determination {
        Determination(
            consortium: "C001", clause: "16.5", year: ReportingYear(year), decision: decision, by: by, on: day(on),
            ground: "理由", evidence: evidence, source: source)
    }

    private static func revoked(_ on: String) -> Transition {
        Transition(
            consortium: "C001", from: nil, to: .revoked, on: day(on), document: "1号", by: "审", ground: "",
            source: source)
    }

    private static let confirmed = said(.confirm, "2026-04-20")

    /// What was said before, what is said now, and a part of the reason against it; nil where there is none.
    @Test(
        arguments: [
            ([confirmed], said(.appeal, "2026-05-20", by: "秘"), nil),
            ([confirmed], said(.appeal, "2026-05-21", by: "秘"), "申诉期限2026年5月20日已过"),
            // A rule found it: there is no day to count from.
            ([], said(.appeal, "2026-11-21", by: "秘"), nil),
            ([confirmed], said(.appeal, "2026-05-01", by: "秘", evidence: nil), "没有写明佐证材料"),
            ([confirmed, said(.appeal, "2026-05-01")], said(.appeal, "2026-05-02"), "2026年5月1日的申诉还没有答复"),
            // An expert's word is no answer; 部级审定's is, and ends it.
            (
                [confirmed, said(.appeal, "2026-05-01"), said(.confirm, "2026-05-02")], said(.appeal, "2026-05-03"),
                "还没有答复"
            ),
            (
                [confirmed, said(.appeal, "2026-05-01"), said(.confirm, "2026-05-02", by: "审")],
                said(.appeal, "2026-05-03"), "部级审定已于2026年5月2日对申诉作出答复"
            ),
            ([said(.waive, "2026-04-21", by: "审")], said(.appeal, "2026-05-03"), "已豁免，不须申诉"),
            ([confirmed, said(.execute, "2026-04-22", by: "审")], said(.appeal, "2026-05-03"), "已执行"),
            // Another year's decision and one of a later day are not what is appealed against.
            ([said(.confirm, "2026-01-20", year: 2024)], said(.appeal, "2026-05-20"), nil),
            ([said(.confirm, "2026-01-20"), said(.confirm, "2026-06-01")], said(.appeal, "2026-05-20"), "已过"),
        ] as [([Determination], Determination, String?)])
    func appeals(made: [Determination], appeal: Determination, said: String?) {
        let refusal = procedure.refusal(of: appeal, after: made, [])
        #expect(
            refusal == nil ? said == nil : said.map { refusal?.reason.contains($0) ?? false } ?? false, "\(refusal)")
    }

    @Test(
        arguments: [
            ([confirmed], [], "还没有转为“取消资格”"), ([confirmed], [revoked("2026-06-01")], nil),
            ([], [revoked("2026-06-01")], nil),
            // Taken away before the year that recommends it, or later than the day of the execution.
            ([confirmed], [revoked("2024-06-01")], "还没有转为"), ([confirmed], [revoked("2026-06-03")], "还没有转为"),
            ([confirmed, said(.appeal, "2026-05-01")], [revoked("2026-06-01")], "申诉还没有答复，不能执行"),
        ] as [([Determination], [Transition], String?)])
    func executions(made: [Determination], transitions: [Transition], said: String?) {
        let execution = Self.said(.execute, "2026-06-02", by: "审", evidence: "1号")
        let refusal = procedure.refusal(of: execution, after: made, transitions)
        #expect(
            refusal == nil ? said == nil : said.map { refusal?.reason.contains($0) ?? false } ?? false, "\(refusal)")
    }

    @Test func `an execution names its document, and nothing else is held against the procedure`() {
        let bare = Self.said(.execute, "2026-06-02", by: "审", evidence: nil)
        #expect(procedure.refusal(of: bare, after: [], [Self.revoked("2026-06-01")])?.reason == "执行没有写明文号")
        for decision in DeterminationDecision.allCases where !decision.isProceeding {
            #expect(procedure.refusal(of: Self.said(decision, "2026-06-02", evidence: nil), after: [], []) == nil)
        }
    }

    @Test func `refusals say what is to be done`() {
        let refusal = procedure.refusal(of: Self.said(.execute, "2026-06-02"), after: [], [])
        #expect(refusal?.remedy.contains("review execute 加上 --revoke") == true && refusal?.rule == .procedure)
    }
}
