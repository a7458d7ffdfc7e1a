import FEEL
import Standards
import Testing

/// When a plan and its self-assessment count as sent, by the entries of the form alone.
@Suite("Entries of work plans")
struct WorkPlanEntryTests {
    private func entry(
        _ item: String, on day: String, completed: String = "", target: String = "", by: String? = "C001"
    ) throws -> WorkPlanEntry {
        WorkPlanEntry(
            consortium: "C001", year: ReportingYear(2025), key: item, item: item, target: target, completed: completed,
            receivedOn: try #require(CalendarDate(day)), reportedBy: by,
            source: CellSource(file: "计划.csv", sha256: "", sheet: nil, row: 2, column: 1))
    }

    private func days(_ entries: [WorkPlanEntry]) -> [String] {
        entries.filings.map { "\($0.kind) \($0.sentOn?.description ?? "")" }
    }

    @Test func `a plan is sent with its first item`() throws {
        #expect(
            days([try entry("甲", on: "2025-01-31"), try entry("乙", on: "2025-02-10")]) == ["workplans 2025-01-31"])
    }

    @Test func `a self-assessment is sent once every item has a word`() throws {
        let plan = [try entry("甲", on: "2025-01-31"), try entry("乙", on: "2025-01-31")]
        let half = plan + [try entry("甲", on: "2025-06-30", completed: "已完成")]
        #expect(days(half) == ["workplans 2025-01-31"])
        let whole = half + [try entry("乙", on: "2025-12-31", completed: "见附件")]
        #expect(days(whole) == ["workplans 2025-01-31", "completion 2025-12-31"])
        // What is added later does not undo it.
        let more = whole + [try entry("丙", on: "2026-01-02")]
        #expect(days(more) == ["workplans 2025-01-31", "completion 2025-12-31"])
    }

    @Test func `the next workbook lists what was said last, and a blank erases nothing`() throws {
        let rows = [
            try entry("甲", on: "2025-01-31", target: "建成"), try entry("甲", on: "2025-12-20", completed: "已完成"),
            try entry("甲", on: "2026-01-10", completed: "未完成", by: nil),
        ].rows(of: "C001")
        #expect(rows.count == 1)
        #expect(rows.first?.values == ["year": "2025", "item": "甲", "target": "建成", "completed": "已完成"])
    }

    @Test(arguments: [
        ("已完成", "done"), ("完成", "done"), ("100%", "done"), ("部分完成", "undone"), ("未完成。", "undone"), ("进行中", "ongoing"),
        ("见附件", ""), ("", ""),
    ])
    func `words of completion`(_ text: String, _ meaning: String) {
        #expect(WorkPlanEntry.Completion.reading(text)?.rawValue ?? "" == meaning)
    }
}
