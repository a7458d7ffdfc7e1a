import Assessment
import FEEL
import Foundation
import GRDB
import History
import Standards
import Testing

@testable import Store

@Suite("Loading a submission")
struct LoadTests {
    @Test(
        "every kind of value comes back as it was given",
        arguments: [
            .missing, .notApplicable, .rejected("约120"), .text("国家级，第一批"), .truth(true), .truth(false),
            .decimal("0"), .decimal("-0.05"), .decimal("9007199254740993"), .decimal("1E+25"),
            .decimal("1234567890123456789012345678901234"), .decimal("-0.1234567890123456789012345678901234"),
            .decimal("9.999E+6144"), .decimal("1E-6100"),
        ] as [ObservedValue])
    func valuesComeBack(value: ObservedValue) throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: value, evidence: "a.pdf", reason: "更正"))

        let revision = try #require(
            try fixture.store.revisions(
                consortium: "C001", indicator: IndicatorCode("6.1.2"), year: ReportingYear(2025)
            )
            .first)
        #expect(revision.value == value)
        #expect(revision.evidence == "a.pdf")
        #expect(revision.reason == "更正")
        #expect(revision.source.row == 2)
        #expect(revision.source.column == 5)
        #expect(try fixture.panel(of: "C001").value(1, ReportingYear(2025)) == value)
    }

    @Test("the same bytes twice change nothing")
    func duplicate() throws {
        let fixture = try StoreFixture()
        let first = try fixture.receive(Figure(value: .decimal("1")), sha256: "abc")
        let second = try fixture.receive(Figure(value: .decimal("2")), day: 3, sha256: "abc")
        guard case .accepted(let id, 1, 1) = first else {
            Issue.record("not accepted: \(first)")
            return
        }
        #expect(second == .duplicate(of: id, loadedAt: .day(0)))
        #expect(try fixture.store.submissions().count == 1)
        #expect(try fixture.store.observationCount() == 1)
    }

    @Test("a corrected file is the next revision of its document")
    func revisions() throws {
        let fixture = try StoreFixture()
        let outcomes = try [
            fixture.receive(path: "C001.csv"), fixture.receive(path: "C002.csv"), fixture.receive(path: "C001.csv"),
        ]
        let revisions = outcomes.map { outcome in
            if case .accepted(_, let revision, _) = outcome { revision } else { 0 }
        }
        #expect(revisions == [1, 1, 2])
    }

    @Test("a load that breaks off leaves nothing behind")
    func allOrNothing() throws {
        struct Break: Error {}
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let before = try fixture.store.submissions()
        // A row that the table refuses: the file's part is the 2^24th.
        try fixture.store.write { try $0.execute(sql: "INSERT INTO source_part (id, submission) VALUES (16777215, 1)") }
        #expect(throws: StoreError.self) { try fixture.receive(Figure(value: .decimal("1"))) }
        #expect(try fixture.store.submissions() == before)
        #expect(try fixture.store.observationCount() == 0)
        #expect(try fixture.panel(of: "C001").value(1, ReportingYear(2025)) == .missing)
    }

    @Test("a file that could not be read is noted once, and taken in when it can be")
    func quarantine() throws {
        let fixture = try StoreFixture()
        let file = SubmissionFile(name: "坏.csv", path: "坏.csv", sha256: "bad", size: 3, receivedAt: .day(0))
        let finding = FindingRecord(kind: "unreadable", severity: "error", message: "坏.csv：无法读取")
        let id = try fixture.store.recordQuarantine(file, reason: "编码错误", findings: [finding], loadedAt: .day(0))
        #expect(try fixture.store.recordQuarantine(file, reason: "编码错误", loadedAt: .day(1)) == id)

        let record = try #require(try fixture.store.submissions(status: .quarantined).first)
        #expect(record.reason == "编码错误")
        #expect(record.revision == nil)
        #expect(try fixture.store.findings(submission: id).map(\.finding) == [finding])
        guard case .accepted = try fixture.receive(sha256: "bad") else {
            Issue.record("what was quarantined must be loadable later")
            return
        }
    }

    @Test("the view of observations says them as people do")
    func view() throws {
        let fixture = try StoreFixture()
        try fixture.receive(
            Figure(value: .decimal("12.5"), evidence: "a.pdf", reason: "更正"),
            Figure(indicator: "6.1.1", value: .truth(true)), Figure(indicator: "6.1.4", value: .missing))
        let rows = try fixture.store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT indicator, basis, status, value, evidence, reason FROM observation_text ORDER BY 1")
        }
        #expect(
            rows.map { $0.map { "\($0.1)" }.joined(separator: " ") } == [
                "\"6.1.1\" \"actual\" \"reported\" \"是\" NULL NULL",
                "\"6.1.2\" \"actual\" \"reported\" \"125E-1\" \"a.pdf\" \"更正\"",
                "\"6.1.4\" \"actual\" \"missing\" NULL NULL NULL",
            ])
    }

    @Test(
        "what was received is never changed or removed",
        arguments: [
            "submission", "source_part", "submission_form", "submission_consortium", "observation", "indicator",
            "consortium", "consortium_entry", "policy_entry", "incident_entry", "determination_entry", "finding",
            "document_use",
        ])
    func appendOnly(table: String) throws {
        let fixture = try StoreFixture()
        try fixture.receive(
            Figure(value: .decimal("1"), evidence: String(repeating: "a", count: 64)),
            forms: Set(SubmissionForm.allCases), consortia: [.sample("C001")],
            policies: [.sample("P1")], incidents: [.sample("I1")], determinations: [.sample(.confirm)],
            findings: [FindingRecord(kind: "k", severity: "warning", message: "m")])
        let column = try fixture.store.read { try #require(try $0.columns(in: table).first).name }
        func rows() throws -> [GRDB.Row] {
            try fixture.store.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
        }
        let before = try rows()
        #expect(!before.isEmpty)
        for change in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
            #expect(throws: StoreError.failed(path: fixture.path, detail: "\(table) is append-only"), "\(change)") {
                try fixture.store.write { try $0.execute(sql: change) }
            }
        }
        #expect(try rows() == before)
    }

    @Test("a figure given twice in one file is kept twice, and the later counts")
    func duplicateCell() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), Figure(value: .decimal("2")))
        #expect(try fixture.store.observationCount() == 2)
        #expect(try fixture.panel(of: "C001").value(1, ReportingYear(2025)) == .decimal("2"))
    }
}
