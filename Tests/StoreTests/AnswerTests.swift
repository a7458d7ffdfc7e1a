import FEEL
import GRDB
import Standards
import Testing

@testable import Store

@Suite("Answered findings")
struct AnswerTests {
    private func jump(_ found: String, answer: String? = nil, of consortium: String = "C001") -> FindingRecord {
        FindingRecord(
            kind: "jump", severity: "warning", consortium: consortium, indicator: "6.1.2", year: 2025,
            values: ["found": found, "previous": "120"], answer: answer)
    }

    /// A store of submissions, a day each, with these findings.
    private func store(_ findings: [FindingRecord]...) throws -> Store {
        let fixture = try StoreFixture()
        for (index, findings) in findings.enumerated() {
            try fixture.receive(Figure(value: .decimal("\(index)")), day: index + 1) { $0.findings = findings }
        }
        return fixture.store
    }

    @Test func `a figure is kept with what is explained`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(value: .decimal("1"), explanation: "政策变化"), Figure(year: 2024, value: .decimal("2")))
        let kept = try fixture.store.read { db in
            try db.rows(sql: "SELECT year, explanation FROM observation_text ORDER BY year", arguments: []).map {
                [String($0[0] as Int), $0[1] as String?]
            }
        }
        #expect(kept == [["2024", nil], ["2025", "政策变化"]])
    }

    @Test func `a finding has the answer that was given to the same one later`() throws {
        let store = try store([jump("1200")], [jump("1200", answer: "政策变化")], [jump("1200")], [jump("2400")])
        #expect(try store.findings().map(\.finding.answer) == ["政策变化", "政策变化", "政策变化", nil])
        #expect(
            try store.findingCounts().map { "\($0.kind) \($0.isAnswered) \($0.count)" } == [
                "jump false 1", "jump true 3",
            ])
        #expect(try store.answeredFindings(of: "C001").map(\.answer) == ["政策变化"])
        #expect(try store.answeredFindings(of: "C002").isEmpty)
    }

    @Test func `on a past day an answer was not known yet`() throws {
        let store = try store([jump("1200")], [jump("1200", answer: "政策变化")])
        #expect(try store.findings(asOf: .day(1)).map(\.finding.answer) == [nil])
        #expect(try store.findings(asOf: .day(2)).map(\.finding.answer) == ["政策变化", "政策变化"])
    }

    @Test func `another's answer answers nothing`() throws {
        let store = try store([jump("1200", of: "C002")], [jump("1200", answer: "政策变化")])
        #expect(try store.findings().map(\.finding.answer) == [nil, "政策变化"])
    }
}
