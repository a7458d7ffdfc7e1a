import Foundation
import History
import Standards
import TestSupport
import Testing

@testable import Store

/// What is done on other threads and connections while a large file is taken in.
@Suite("Beside a load")
struct AsideTests {
    @Test(arguments: [1, 64, 65, 400]) func `findings made on another core are sealed as they are read back`(
        _ count: Int
    ) throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let findings = (1...count).map { number in
            FindingRecord(
                kind: number % 2 == 0 ? "jump" : "not-a-number", severity: "warning",
                sheet: number % 3 == 0 ? "观测点" : nil, row: number % 5 == 0 ? nil : number, column: 5,
                consortium: "C001",
                indicator: number % 7 == 0 ? nil : "6.1.2", year: 2025,
                values: ["found": "“\(number)”", "points": number % 4 == 0 ? "\"a\\b\"\n\u{7F}" : "无"],
                answer: number % 11 == 0 ? "属实" : nil)
        }
        try fixture.receive(Figure(value: .decimal("1")), day: 1) { $0.findings = findings }
        try fixture.receive(Figure(value: .decimal("2")), day: 2) { $0.findings = Array(findings.prefix(1)) }
        #expect(try fixture.store.findings(submission: 2).map(\.finding.values) == findings.map(\.values))
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `findings that are still being made are waited for, and where they cannot be made nothing is taken in`()
        throws
    {
        struct Broken: Error {}
        let fixture = try StoreFixture()
        try fixture.register("C001")
        @Sendable func finding(_ row: Int) -> FindingRecord {
            FindingRecord(kind: "jump", severity: "warning", row: row, column: 5, consortium: "C001", year: 2025)
        }
        try fixture.receive(Figure(value: .decimal("1")), day: 1) { load in
            load.findings = [finding(1)]
            let aside = Aside { (2...200).map(finding) }
            load.laterFindings = { try aside.wait() }
        }
        #expect(try fixture.store.findings(submission: 2).map(\.finding.row) == Array(1...200))
        #expect(throws: (any Error).self) {
            try fixture.receive(Figure(value: .decimal("2")), day: 2) { load in
                let aside = Aside<[FindingRecord]> { throw Broken() }
                load.laterFindings = { try aside.wait() }
            }
        }
        #expect(try fixture.store.submissions(status: .accepted).count == 2)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `a store that was closed has nothing in a log beside it`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("monitor.sqlite")
        do {
            let store = try Store(path: path)
            let file = SubmissionFile(
                name: "a.csv", path: "a.csv", sha256: String(repeating: "a", count: 64), size: 10, origin: .ministry,
                receivedAt: .day(0))
            let source = CellSource(file: "a.csv", sha256: file.sha256 ?? "", sheet: nil, row: 2, column: 5)
            try store.batchOfFigures {
                _ = try store.load(
                    SubmissionLoad(file: file, forms: [.observations]),
                    observations: [Figure(value: .decimal("1")).observation(source: source)], edition: .small,
                    recordedAt: .day(0))
            }
            #expect(try store.askAside(edition: .small) { $0.mayHold(.authority, of: "C001") }?.wait() == true)
        }
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test func `another connection is asked unless the batch has written what it cannot see`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), day: 1)
        func holds() throws -> Bool? {
            try fixture.store.askAside(edition: .small) { $0.mayHold(.authority, of: "C001") }?.wait()
        }
        #expect(try holds() == true)
        try fixture.store.batch {
            #expect(try holds() == true)
            try fixture.receive(Figure(value: .decimal("2")), day: 2)
            #expect(try holds() == nil)
        }
        #expect(try holds() == true)
    }
}
