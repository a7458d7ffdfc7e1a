import Foundation
import GRDB
import Standards
import Testing

@testable import Store

@Suite("Documents that rows name")
struct EvidenceFileTests {
    @Test func `a document is kept once, with every row that names it`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(value: .decimal("1"), evidence: "a.pdf"))
        try fixture.receive(Figure(value: .decimal("2"), evidence: "b.pdf"), day: 1)
        let ids = try fixture.store.submissions().map(\.id)
        let first = EvidenceFile(name: "C001/a.pdf", sha256: "a1", size: 3)
        let again = EvidenceFile(name: "C002/b.pdf", sha256: "a1", size: 3)
        for _ in 0..<2 {
            try fixture.store.record(
                first, of: [EvidenceLink(submission: ids[0], sheet: nil, row: 2)], recordedAt: .day(0))
        }
        try fixture.store.record(
            again, of: [EvidenceLink(submission: ids[1], sheet: "观测点", row: 2)], recordedAt: .day(1))

        #expect(try fixture.store.evidenceFiles() == [first])
        #expect(try fixture.store.evidenceFile(sha256: "a1") == first)
        #expect(try fixture.store.evidenceFile(sha256: "a2") == nil)
        let own = try fixture.store.evidence(ofSubmission: ids[0])
        #expect(own.map(\.file) == [first] && own.map(\.link.sheet) == [nil] && own.map(\.link.row) == [2])
        let other = try fixture.store.evidence(ofSubmission: ids[1])
        #expect(other.map(\.file) == [again] && other.map(\.link.sheet) == ["观测点"])
        #expect(try fixture.store.verify(editions: [fixture.edition]).isEmpty)
    }

    @Test func `what is noted of documents is never changed`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(value: .decimal("1")))
        let id = try #require(try fixture.store.submissions().first?.id)
        try fixture.store.record(
            EvidenceFile(name: "a.pdf", sha256: "a1", size: 3),
            of: [EvidenceLink(submission: id, sheet: nil, row: 2)], recordedAt: .day(0))
        for sql in ["UPDATE evidence_file SET size = 4", "DELETE FROM evidence_file", "DELETE FROM evidence_link"] {
            #expect(throws: StoreError.self) { try fixture.store.write { try $0.execute(sql: sql) } }
        }
    }

    /// The words change with the program, the folder with the command; the file and its fault do not.
    @Test func `what is set aside is noted once in whatever words, from whichever folder`() throws {
        let fixture = try StoreFixture()
        func refuse(_ path: String, _ reason: String, sha256: String?, kind: String = "unreadable-file") throws -> Int {
            let file = SubmissionFile(
                name: path, path: path, sha256: sha256, size: 0, origin: .ministry, receivedAt: .day(0))
            return try fixture.store.recordQuarantine(
                file, reason: reason, findings: [FindingRecord(kind: kind, severity: "error")], recordedAt: .day(0))
        }
        let id = try refuse("C001/坏.csv", "文件无法读取：Permission denied。", sha256: nil)
        #expect(try refuse("inbox/C001/坏.csv", "文件无法读取：没有读取权限。", sha256: nil) == id)
        #expect(try refuse("坏.csv", "文件无法读取：没有读取权限。", sha256: nil) == id)
        #expect(try refuse("更坏.csv", "文件无法读取：没有读取权限。", sha256: nil) != id)
        let other = try refuse("表.xlsx", "格式不对", sha256: "b1", kind: "format-not-read")
        #expect(try refuse("别名.xlsx", "格式不能读取", sha256: "b1", kind: "format-not-read") == other)
        #expect(try refuse("别名.xlsx", "没有登记", sha256: "b1", kind: "unknown-name") != other)
    }
}
