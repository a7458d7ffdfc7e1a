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
        arguments: [
            .missing, .notApplicable, .withdrawn, .rejected("约120"), .text("国家级，第一批"), .truth(true), .truth(false),
            .decimal("0"), .decimal("-0.05"), .decimal("9007199254740993"), .decimal("1E+25"),
            .decimal("1234567890123456789012345678901234"), .decimal("-0.1234567890123456789012345678901234"),
            .decimal("9.999E+6144"), .decimal("1E-6100"),
        ] as [ObservedValue])
    func `every kind of value comes back as it was given`(value: ObservedValue) throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(
            Figure(value: value, evidence: "a.pdf", reason: "更正"), Figure(indicator: "6.1.1", value: .truth(true)))

        let revision = try #require(
            try fixture.store.revisions(
                consortium: "C001", indicator: IndicatorCode("6.1.2"), year: ReportingYear(2025), edition: .small
            )
            .first)
        #expect(revision.value == value)
        #expect(revision.evidence == "a.pdf")
        #expect(revision.reason == "更正")
        #expect(revision.source.row == 2)
        #expect(revision.source.column == 5)
        #expect(try fixture.amount() == (value == .withdrawn ? .missing : value))
    }

    @Test func `the same bytes twice change nothing`() throws {
        let fixture = try StoreFixture()
        let first = try fixture.receive(Figure(value: .decimal("1")), sha256: "abc")
        let second = try fixture.receive(Figure(value: .decimal("2")), day: 3, sha256: "abc")
        guard case .accepted(let id, 1, 1) = first else {
            Issue.record("not accepted: \(first)")
            return
        }
        #expect(second == .duplicate(of: id, recordedAt: .day(0)))
        #expect(try fixture.store.submissions().count == 1)
        #expect(try fixture.store.observationCount() == 1)
    }

    @Test func `a load that breaks off leaves nothing behind`() throws {
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

    @Test func `a file that could not be read is noted once, and taken in when it can be`() throws {
        let fixture = try StoreFixture()
        let file = SubmissionFile(
            name: "坏.csv", path: "坏.csv", sha256: "bad", size: 3, origin: .ministry, receivedAt: .day(0))
        let finding = FindingRecord(kind: "unreadable", severity: "error", values: ["reason": "编码“GBK”"])
        let id = try fixture.store.recordQuarantine(file, reason: "编码错误", findings: [finding], recordedAt: .day(0))
        #expect(try fixture.store.recordQuarantine(file, reason: "编码错误", recordedAt: .day(1)) == id)

        let record = try #require(try fixture.store.submissions(status: .quarantined).first)
        #expect(record.reason == "编码错误")
        #expect(record.revision == nil)
        #expect(try fixture.store.findings(submission: id).map(\.finding) == [finding])
        guard case .accepted = try fixture.receive(sha256: "bad") else {
            Issue.record("what was quarantined must be loadable later")
            return
        }
    }

    @Test func `the view of observations says them as people do`() throws {
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
        arguments: [
            "submission", "source_part", "submission_form", "submission_consortium", "observation", "indicator",
            "consortium", "consortium_entry", "policy_entry", "incident_entry", "determination_entry", "finding",
            "document_use", "transition_entry", "register_entry", "withdrawal", "register_receipt",
        ])
    func `what was received is never changed or removed`(table: String) throws {
        let fixture = try StoreFixture()
        try fixture.receive(
            Figure(value: .decimal("1"), evidence: String(repeating: "a", count: 64)),
            forms: Set(SubmissionForm.allCases)
        ) { load in
            load.consortia = [.sample("C001")]
            load.policies = [.sample("P1")]
            load.incidents = [.sample("I1")]
            load.determinations = [.sample(.confirm)]
            load.transitions = [.sample(to: .accepted, on: .of("2026-01-01"))]
            load.entries = [.member("示例学院")]
            load.withdrawals = [Withdrawal(target: .entry(form: .policies, id: "P9"), ground: "误报")]
            load.findings = [FindingRecord(kind: "k", severity: "warning", values: ["a": "b"])]
        }
        try fixture.store.write {
            try $0.execute(
                sql: "INSERT INTO register_receipt SELECT NULL, id, recorded_at, recorded_at FROM submission LIMIT 1")
        }
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

    @Test func `a figure given twice in one file is kept twice, and the later counts`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), Figure(value: .decimal("2")))
        #expect(try fixture.store.observationCount() == 2)
        #expect(try fixture.panel(of: "C001").value(1, ReportingYear(2025)) == .decimal("2"))
    }
}
