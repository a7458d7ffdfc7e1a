import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// Entries of work plans, tasks and evaluations: what of them cannot be made out is told, and kept; who may say them.
@Suite("Work plans, tasks and evaluations")
struct LedgerTests {
    private static let plan = "联合体编号,年度,任务,观测点,目标,完成时限,完成情况,佐证材料"
    private static let task = "联合体编号,年度,任务,责任单位,完成时限,状态,完成日期"
    private static let evaluation = "联合体编号,年度,评价渠道,得分,评价人,日期,理由"

    private func read(_ lines: [String], authority: Authority = .authority) throws -> (Submission, [String]) {
        let edition = try Edition.trial.get()
        let known = KnownConsortia([Inbox.consortium("C001")])
        let reader = SubmissionReader(
            edition: edition, regions: try RegionTable.all.get(), today: .endOf2026, consortia: known)
        let text = lines.map { $0 + "\n" }.joined()
        let submission = reader.read(
            SourceFile(name: "C001-表.csv", bytes: Array(text.utf8)),
            Arrival(root: InboxRoot(path: "", authority: authority, region: "")))
        let findings = Validation(edition: edition).findings(of: submission, isRegistered: { _ in true }, prior: nil)
        return (submission, findings.map(\.kind.id))
    }

    @Test(arguments: [
        (plan, "C001,2025,学徒培养,9.1.5,不少于100人,2025-12-20,已完成,", ""),
        (plan, "C001,2025,学徒培养,9.1.5,显著扩大,2025-12-20,,", "work-plan-target-unclear"),
        (plan, "C001,2025,学徒培养,99.9,100,2025-12-20,,", "work-plan-unknown-point"),
        (plan, "C001,2025,修订章程,,审议通过,2025-12-20,见附件,", "work-plan-completion-unclear"),
        (plan, "C001,2025,修订章程,,审议通过,2026-01-20,,", "work-plan-due-elsewhere"),
        (task, "C001,2025,建基地,示例学院（虚构）,2025-06-30,进行中,", ""),
        (task, "C001,2025,建基地,示例学院（虚构）,2025-06-30,见附件,", "task-state-unclear"),
        (evaluation, "C001,2025,成效实评,88.5分,示例组（虚构）,2026-02-25,走访", ""),
        (evaluation, "C001,2025,群众口碑,88.5,示例组（虚构）,2026-02-25,走访", "unknown-evaluation-source"),
        (evaluation, "C001,2025,成效实评,101,示例组（虚构）,2026-02-25,走访", "bad-score"),
        (evaluation, "C001,2025,成效实评,优,示例组（虚构）,2026-02-25,走访", "bad-score"),
    ])
    func `what cannot be made out is told and kept`(header: String, row: String, kind: String) throws {
        let (submission, kinds) = try read([header, row])
        #expect(submission.entries.count == 1)
        #expect(kinds == (kind.isEmpty ? [] : [kind]))
    }

    @Test func `the cells of a plan come to its entry`() throws {
        let (submission, _) = try read([Self.plan, "C001,2025年,学徒培养, 9.1.5 ,≥100,2025/12/20,部分完成,台账.pdf"])
        let row = try #require(submission.entries.first)
        let entry = try #require(WorkPlanEntry(row, receivedOn: .day("2025-12-20"), reportedBy: nil))
        #expect(entry.year == ReportingYear(2025) && entry.indicator == IndicatorCode("9.1.5"))
        #expect(entry.due == .day("2025-12-20") && entry.completion == .undone && entry.target == "≥100")
    }
}
