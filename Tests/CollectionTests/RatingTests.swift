import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// The register of ratings: what of it can be said, and by whom.
@Suite("The register of ratings")
struct RatingTests {
    private static let header = "联合体编号,观测点,轮次,评定,评定人,日期,理由,佐证材料"
    private static let scheme = Result {
        try Edition.load(
            from: Repository.root.appending(path: "data/standards/moe-notice-2023-15"), digest: { _ in "" }
        ).ratings
    }

    private func read(_ lines: [String], authority: Authority = .authority) throws -> Submission {
        let edition = try Edition.load(from: Repository.trialStandard, digest: { _ in "" })
        let reader = SubmissionReader(
            edition: edition, regions: try RegionTable.all.get(), today: .endOf2026,
            consortia: KnownConsortia([Inbox.consortium("C001")]))
        return reader.read(
            SourceFile(name: "评定.csv", bytes: Array(lines.map { $0 + "\n" }.joined().utf8)),
            Arrival(root: InboxRoot(path: "", authority: authority, region: "")))
    }

    @Test(arguments: [
        ("C001,1.1,初评,符合,甲,2026-03-01,材料齐全,a.pdf", ""), ("C001,6.3,,基本符合,甲,2026年3月1日,材料齐全,", ""),
        ("C001,1.1,2,不符合,甲,2026-12-31,材料齐全,", ""), ("C001,7,初评,符合,甲,2026-03-01,理由,", "unknown-rated-point"),
        ("C001,1.1.1,初评,符合,甲,2026-03-01,理由,", "unknown-rated-point"),
        ("C001,1.1,初评,优秀,甲,2026-03-01,理由,", "bad-rating-word"),
        ("C001,1.1,终评,符合,甲,2026-03-01,理由,", "bad-rating-round"),
        ("C001,1.1,初评,符合,,2026-03-01,理由,", "rating-incomplete"),
        ("C001,1.1,初评,符合,甲,,理由,", "rating-incomplete"), ("C001,1.1,初评,符合,甲,2026-03-01,,", "rating-incomplete"),
        ("C001,1.1,初评,符合,甲,2027-01-01,理由,", "rating-in-future"),
        ("C001,1.1,初评,符合,甲、乙,2026-03-01,理由,", "rating-of-several"),
    ])
    func `what is no rating is told, without what was found`(row: String, kind: String) throws {
        let submission = try read([Self.header, row])
        let entry = try #require(submission.entries.first)
        let scheme = try #require(try Self.scheme.get())
        let finding = RatingReview(scheme, today: .endOf2026).objection(to: entry)
        #expect(finding?.kind.id ?? "" == kind)
        if let finding, kind != "bad-rating-word" {
            #expect(RatingGrade.allCases.allSatisfy { !finding.problem.contains($0.title) }, "\(finding.problem)")
        }
        // Of these the entry itself is whole.
        let isWhole = ["", "unknown-rated-point", "rating-in-future", "rating-of-several"].contains(kind)
        #expect((Rating(entry) != nil) == isWhole)
    }

    @Test func `a row may say that it is of the edition of the points, and no other`() throws {
        let rows = ["1.1,初评,符合,甲,2026-03-01,理由,moe-notice-2023-15", "1.2,初评,符合,甲,2026-03-01,理由,别的标准"]
        let submission = try read(["联合体编号,观测点,轮次,评定,评定人,日期,理由,标准编号"] + rows.map { "C001,\($0)" })
        #expect(submission.entries.compactMap { $0.values["point"] } == ["1.1"])
    }

    @Test func `a secretariat rates nobody`() throws {
        let submission = try read(
            [Self.header, "C001,1.1,初评,符合,甲,2026-03-01,理由,"], authority: .secretariat)
        let (permitted, refusals) = submission.permitted(by: Authorities(consortia: [Inbox.consortium("C001")]))
        #expect(permitted.entries.isEmpty && !refusals.isEmpty)
    }
}
