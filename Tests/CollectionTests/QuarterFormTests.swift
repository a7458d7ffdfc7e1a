import FEEL
import Standards
import Testing

@testable import Collection

/// Rows of the table of figures that are of a quarter.
@Suite("Figures of quarters")
struct QuarterFormTests {
    private func read(_ lines: String...) throws -> (Submission, [Finding]) {
        let inbox = try Inbox()
        try inbox.write("C001.csv", lines)
        return try inbox.read("C001.csv")
    }

    @Test(arguments: ["C001,14.1.3,2025Q1,300", "C001,14.1.3,2025年一季度,300", "C001,14.1.3,2025-Q1,\"300\""])
    func `a quarter stands beside the figures and is none of a year`(row: String) throws {
        let (submission, findings) = try read("联合体编号,观测点,年度,数值", row)
        let figure = try #require(submission.entries.first.flatMap { QuarterFigure($0, reportedBy: "C001") })
        #expect(
            figure.quarter == Quarter(ReportingYear(2025), 1) && figure.value == 300
                && figure.indicator.text == "14.1.3")
        #expect(submission.observations.isEmpty && findings.isEmpty, "\(findings.map(\.text))")
    }

    @Test func `a column of periods says it, too, and the year's own row stays a year's`() throws {
        let (submission, findings) = try read(
            "联合体编号,观测点,年度,期间,数值", "C001,14.1.3,2025,二季度,120", "C001,14.1.3,2025,全年,900")
        #expect(
            submission.entries.compactMap { QuarterFigure($0, reportedBy: nil)?.quarter } == [
                Quarter(ReportingYear(2025), 2)
            ])
        #expect(submission.observations.count == 1 && findings.isEmpty)
    }

    @Test func `what is not told by quarter is refused, what is no number too`() throws {
        let (submission, findings) = try read(
            "联合体编号,观测点,年度,数值", "C001,9.1.5,2025Q1,300", "C001,14.1.3,2025Q2,约三百")
        #expect(submission.entries.isEmpty && submission.observations.isEmpty)
        #expect(findings.first?.kind == .badPeriod && findings.count > 1, "\(findings.map(\.text))")
    }

    @Test func `nobody speaks of another's quarters`() throws {
        let (submission, findings) = try read(
            "联合体编号,观测点,年度,数值", "C001,14.1.3,2025Q1,300", "C002,14.1.3,2025Q1,300")
        #expect(submission.entries.count <= 1)
        #expect(!findings.isEmpty)
    }
}
