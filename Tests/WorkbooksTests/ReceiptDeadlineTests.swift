import Collection
import Standards
import Testing

@testable import Workbooks

/// What a receipt says of the deadline depends on the day it is made out: no day that is over is set.
struct ReceiptDeadlineTests {
    private static let late = "报送（2026年3月31日截止）和补报（2026年4月30日截止）的期限均已过；尚未报齐的，请尽快补报并报告主管部门。"

    @Test(arguments: [
        ("2026-03-31T10:00:00+08:00", "2026年3月31日前报齐为按时报送；逾期请在2026年4月30日前补报。"),
        ("2026-04-01T10:00:00+08:00", "报送已于2026年3月31日截止；尚未报齐的，请在2026年4月30日前补报。"),
        ("2026-05-01T00:00:00+08:00", late),
    ])
    func `a deadline is told by the day`(time: String, said: String) throws {
        let edition = try Edition.trial.get()
        let submission = try Submission.fixture("template/odd.xlsx")
        let stand = ReportingStand(
            consortium: "C901", name: "示例联合体", year: ReportingYear(2025),
            statuses: edition.indicators.map { _ in .missing }, .usual)
        let receipt = SubmissionReceipt(
            of: submission, findings: [], status: .loaded, time: time, edition: edition, stand: stand)
        #expect(receipt.facts.first { $0.label == "截止日期" }?.text == said)
        #expect(receipt.facts.first { $0.label == "需要核对" }?.text == "无")
    }

    @Test func `a file that could not be read is mended itself`() throws {
        let submission = try Submission.fixture("template/odd.xlsx")
        let receipt = SubmissionReceipt(
            of: submission, findings: submission.findings, status: .quarantined, time: "2026-04-10T09:00:00+08:00",
            edition: try Edition.trial.get())
        let wayBack = try #require(receipt.facts.first { $0.label == "重新报送办法" })
        #expect(wayBack.text.contains("改正原文件"))
    }
}
