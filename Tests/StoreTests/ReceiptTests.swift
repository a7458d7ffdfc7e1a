import FEEL
import Foundation
import GRDB
import History
import Standards
import Testing

@testable import Store

/// Who sent a thing, when it came, which version of what it is.
@Suite("Receipts")
struct ReceiptTests {
    @Test func `the same bytes from another authority, region, sender or consortium are another receipt`() throws {
        let fixture = try StoreFixture()
        let origins: [Origin] = [
            .ministry, .hunan, Origin(authority: .authority, region: "430100"),
            Origin(authority: .authority, sender: "甲"),
            .secretariat("C001"), .secretariat("C002"), Origin(authority: .secretariat, sender: "甲"),
        ]
        for origin in origins {
            #expect(try fixture.receive(from: origin, sha256: "abc").id != nil)
        }
        for (place, origin) in origins.enumerated() {
            #expect(
                try fixture.receive(day: 9, from: origin, sha256: "abc")
                    == .duplicate(of: place + 1, recordedAt: .day(0)))
        }
        let ledger = try fixture.store.submissions()
        #expect(ledger.map(\.file.origin) == origins)
        #expect(ledger.allSatisfy { !$0.isMigrated })
        #expect(try fixture.store.acceptedSubmission(sha256: "abc", origin: .hunan)?.id == 2)
        #expect(try fixture.store.acceptedSubmission(sha256: "abc")?.id == 1)
        #expect(try fixture.store.acceptedSubmission(sha256: "abc", origin: .secretariat("C003")) == nil)
    }

    @Test func `what was refused blocks nobody, and is noted once an origin and reason`() throws {
        let fixture = try StoreFixture()
        func refuse(_ origin: Origin, _ reason: String) throws -> Int {
            try fixture.store.recordQuarantine(
                SubmissionFile(name: "a", path: "a", sha256: "abc", size: 1, origin: origin, receivedAt: .day(0)),
                reason: reason, recordedAt: .day(1))
        }
        let ids = [
            try refuse(.ministry, "编码"), try refuse(.ministry, "编码"), try refuse(.hunan, "编码"),
            try refuse(.hunan, "表头"),
        ]
        #expect(ids == [1, 1, 2, 3])
        #expect(try fixture.receive(from: .ministry, sha256: "abc").id == 4)
        #expect(try fixture.receive(from: .hunan, sha256: "abc").id == 5)
    }

    @Test func `received and recorded are two clocks`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), day: 1)
        try fixture.receive(Figure(value: .decimal("2")), day: 2, recorded: 9)
        let record = try #require(try fixture.store.submission(3))
        #expect(record.file.receivedAt == .day(2))
        #expect(record.recordedAt == .day(9))
        #expect(try fixture.store.submission(4) == nil)
        // What was known of that day, and what a run of that day saw.
        #expect(try fixture.amount(asOf: 3) == .decimal("2"))
        let run = try fixture.store.snapshot(edition: .small, recordedBy: .day(3))
        #expect(try run.panel(of: "C001")?.value(1, ReportingYear(2025)) == .decimal("1"))
        let both = try fixture.store.snapshot(edition: .small, asOf: .day(1), recordedBy: .day(9))
        #expect(try both.panel(of: "C001")?.value(1, ReportingYear(2025)) == .decimal("1"))
    }

    @Test func `revisions are counted by sender and subject, whatever the file is called`() throws {
        let fixture = try StoreFixture()
        let c001 = Origin.secretariat("C001")
        let first = try fixture.receive(Figure(value: .decimal("1")), from: c001, path: "填报表.xlsx")
        let revisions = [
            first.revision,
            try fixture.receive(Figure(value: .decimal("2")), day: 1, from: c001, path: "更正.xlsx").revision,
            // Another year, another consortium under the same name, another form.
            try fixture.receive(Figure(year: 2024, value: .decimal("2")), from: c001, path: "填报表.xlsx").revision,
            try fixture.receive(
                Figure(consortium: "C002", value: .decimal("1")), from: .secretariat("C002"), path: "填报表.xlsx"
            ).revision,
            try fixture.receive(day: 1, from: c001, path: "填报表.xlsx", forms: [.workplans]).revision,
        ]
        #expect(revisions == [1, 2, 1, 1, 1])
        let id = try #require(first.id)
        let record = try #require(try fixture.store.submission(id))
        #expect(try fixture.store.laterVersion(than: record)?.file.name == "更正.xlsx")
        let last = try #require(try fixture.store.laterVersion(than: record))
        #expect(try fixture.store.laterVersion(than: last) == nil)
    }

    @Test func `an authority's document is known by its region, sender, forms, consortia and year`() throws {
        let fixture = try StoreFixture()
        func revision(_ origin: Origin, _ incidents: [Incident], path: String) throws -> Int? {
            try fixture.receive(from: origin, path: path, forms: [.incidents]) { $0.incidents = incidents }.revision
        }
        #expect(try revision(.hunan, [.sample("I1")], path: "事件.csv") == 1)
        #expect(try revision(.hunan, [.sample("I1"), .sample("I2")], path: "事件-更正.csv") == 2)
        #expect(try revision(.hunan, [.sample("I1", of: "C002")], path: "事件.csv") == 1)
        #expect(try revision(.ministry, [.sample("I1")], path: "事件.csv") == 1)
        #expect(try fixture.receive(Figure(value: .decimal("1")), from: .hunan).revision == 1)
        #expect(try fixture.receive(Figure(year: 2024, value: .decimal("1")), from: .hunan).revision == 1)
        #expect(try fixture.receive(Figure(value: .decimal("2")), from: .hunan).revision == 2)
    }

    @Test func `a register of thousands is told from another by all of its ids`() {
        func key(_ ids: some Sequence<Int>) -> String {
            DocumentKey(
                origin: .ministry, forms: [.consortia], consortia: Set(ids.map { "C\(10_000 + $0)" }),
                reportingYear: nil
            ).text
        }
        #expect(key(0..<15_000) == key((0..<15_000).reversed()))
        #expect(key(0..<15_000) != key((0..<15_000).filter { $0 != 777 } + [15_000]))
        #expect(key(0..<15_000).utf8.count < 80)
    }

    @Test func `of files received at one moment the order of collecting decides nothing`() throws {
        func amount(_ order: [String]) throws -> ObservedValue {
            let fixture = try StoreFixture()
            try fixture.register("C001")
            for path in order {
                try fixture.receive(
                    Figure(value: .text(path)), day: 1, from: .secretariat("C001"), path: path, sha256: path)
            }
            return try fixture.amount()
        }
        #expect(try amount(["甲.csv", "乙.csv", "丙.csv"]) == amount(["丙.csv", "乙.csv", "甲.csv"]))
        // The same path again is what replaced it.
        let fixture = try StoreFixture()
        try fixture.register("C001")
        for (hash, value) in [("f", "1"), ("0", "2")] {
            try fixture.receive(Figure(value: .decimal(value)), day: 1, path: "甲.csv", sha256: hash)
        }
        #expect(try fixture.amount() == .decimal("2"))
    }

    @Test func `a line of the ledger is closed once it is whole`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(value: .decimal("1")))
        let rejected = StoreError.failed(path: fixture.path, detail: "submission is append-only")
        for change in ["document = 'x'", "revision = 7", "received_at = '2020-01-01T00:00:00Z'"] {
            #expect(throws: rejected) {
                try fixture.store.write { try $0.execute(sql: "UPDATE submission SET \(change)") }
            }
        }
    }

    @Test func `findings are told of what had been received by a day`() throws {
        let fixture = try StoreFixture()
        for day in [1, 5] {
            try fixture.receive(day: day, path: "\(day).csv") { load in
                load.findings = [
                    FindingRecord(
                        kind: "k", severity: "error", sheet: "观测点", row: 3, column: 4, consortium: "C001",
                        indicator: "6.1.2", year: 2025, values: ["found": "约“\(day)”", "unit": "万元"])
                ]
            }
        }
        let findings = try fixture.store.findings()
        #expect(findings.map(\.file) == ["1.csv", "5.csv"])
        #expect(findings[0].finding.values == ["found": "约“1”", "unit": "万元"])
        #expect(findings[0].finding.text == nil)
        #expect(try fixture.store.findings(asOf: .day(4)).map(\.file) == ["1.csv"])
        #expect(try fixture.store.findings(submission: 2).map(\.file) == ["5.csv"])
        #expect(try fixture.store.findings(submission: 2, asOf: .day(4)).isEmpty)
    }
}
