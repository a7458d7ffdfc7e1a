import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// The register of documents, and files that are for consortia of another kind.
@Suite("The register of documents")
struct DocumentsTests {
    private static let header = "联合体编号,材料类别,期间,标题,报送日期,佐证材料"
    private static let guide = Result {
        try Edition.load(
            from: Repository.root.appending(path: "data/standards/industry-community-guide-2023"), digest: { _ in "" })
    }

    private static func community(_ id: String, province: String = "430000") -> Consortium {
        Consortium(
            id: id, name: "示例共同体\(id)（虚构）", kind: .industry, province: province, prefecture: "", park: "",
            parkLevel: "",
            leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
    }

    private func read(
        _ lines: [String], by edition: Edition, authority: Authority = .secretariat, region: String = ""
    ) throws -> Submission {
        let known = KnownConsortia([Self.community("H001"), Self.community("H002"), Inbox.consortium("C001")])
        let reader = SubmissionReader(
            edition: edition, regions: try RegionTable.all.get(), today: .endOf2026, consortia: known)
        let text = lines.map { $0 + "\n" }.joined()
        return reader.read(
            SourceFile(name: "材料.csv", bytes: Array(text.utf8)),
            Arrival(root: InboxRoot(path: "", authority: authority, region: region)))
    }

    @Test func `an entry is a sending; the same document sent again is another`() throws {
        let submission = try read(
            [
                Self.header, "H001,行业发展分析报告,2026年,示例报告（虚构）,2026/3/20,报告.pdf",
                "H001,行业发展分析报告,2026年,示例报告（虚构）,2026-05-06,报告.pdf", "H001,行业发展分析报告,2026年,示例报告（虚构）,2026年3月20日,报告.pdf",
            ], by: Self.guide.get())
        // The first and the last are the same sending, whatever its day is written like.
        #expect(submission.entries.compactMap { $0.values["sentOn"] }.sorted() == ["2026-03-20", "2026-05-06"])
        #expect(submission.otherAudience == nil)
        let filing = Filing(try #require(submission.entries.first), receivedOn: .day("2026-06-01"), reportedBy: "H001")
        #expect(filing.period == ReportingYear(2026) && filing.sentOn == .day("2026-03-20"))
    }

    @Test(arguments: [
        ("H001,会议纪要,2026,示例（虚构）,2026-03-20,", "unknown-filing"),
        ("H001,年度总结报告,,示例（虚构）,2026-12-10,", "filing-without-period"),
        ("H001,年度总结报告,本年,示例（虚构）,2026-12-10,", "bad-filing-period"),
        ("H001,共同体章程,,示例（虚构）,2026-12-10,", ""), ("H001,年度总结报告,2026,示例（虚构）,,", ""),
    ])
    func `what cannot count is told and kept`(row: String, kind: String) throws {
        let guide = try Self.guide.get()
        let submission = try read([Self.header, row], by: guide)
        #expect(submission.entries.count == 1)
        let found = Validation(edition: guide).findings(of: submission, isRegistered: { _ in true }, prior: nil)
        #expect(found.map(\.kind.id) == (kind.isEmpty ? [] : [kind]))
        // An edition that is for others has nothing to hold them against.
        let trial = try Edition.trial.get()
        let others = Validation(edition: trial).findings(
            of: submission, isRegistered: { _ in true }, registered: { Self.community($0) }, prior: nil)
        #expect(others.isEmpty)
    }

    /// (rows, read by the guide, read by the trial standard): whether the file is left to the other.
    @Test(arguments: [
        (["联合体编号,观测点,年度,口径,数值", "H001,3.2.1,2025,实际,5"], false, true),
        (["联合体编号,观测点,年度,口径,数值", "C001,8.1.3,2025,实际,5"], true, false),
        (["联合体编号,观测点,年度,口径,数值", "H001,3.2.1,2025,实际,5", "C001,8.1.3,2025,实际,5"], false, false),
        (["联合体编号,观测点,年度,口径,数值", "X999,8.1.3,2025,实际,5"], false, false),
        (["联合体编号,条款,年度,认定,认定人,认定日期,理由", "C001,16.5,2025,成立,甲（虚构）,2026-04-02,示例"], true, false),
        ([Self.header, "H002,年度总结报告,2025,示例（虚构）,2025-12-10,"], false, true),
        (["联合体编号,单位名称,单位类别,角色", "H001,示例协会（虚构）,行业组织,参与单位"], false, true),
        // What hangs on no edition is anybody's.
        (["编号,联合体编号,发生日期,领域,核查状态", "E1,H001,2025-06-01,安全,线索"], false, false),
    ])
    func `a file that is for the other kind alone is left whole`(lines: [String], byGuide: Bool, byTrial: Bool) throws {
        let isLeft = try [Self.guide.get(), Edition.trial.get()].map { edition in
            try read(lines, by: edition, authority: .authority).otherAudience != nil
        }
        #expect(isLeft == [byGuide, byTrial])
    }

    @Test func `each says only what it may`() throws {
        let guide = try Self.guide.get()
        let rows = ["H001,年度总结报告,2025,示例（虚构）,2025-12-10,", "H002,年度总结报告,2025,示例（虚构）,2025-12-10,"]
        let authorities = Authorities(
            consortia: [Self.community("H001"), Self.community("H002", province: "330000")], incidents: [],
            statements: [], submissions: [], isWindowOpen: false, regions: try RegionTable.all.get())
        // A secretariat of its own community.
        let own = try read([Self.header, rows[0]], by: guide).permitted(by: authorities)
        #expect(own.0.entries.count == 1 && own.1.isEmpty)
        // A province of its own region.
        let official = try read([Self.header] + rows, by: guide, authority: .authority, region: "430000")
            .permitted(by: authorities)
        #expect(official.0.entries.map(\.consortium) == ["H001"])
        #expect(official.1.count == 1)
    }
}
