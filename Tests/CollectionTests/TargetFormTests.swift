import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// The register of targets: who may say what of which place, and what of it cannot be made out.
@Suite("The register of targets")
struct TargetFormTests {
    private static let header = "地区,目标编号,年度,完成值,日期,佐证材料"
    private static let row = "瑞安市,ruian-skilled,2025,\"52,300\",2025-12-31,统计表（虚构）.xlsx"

    private static func targets() throws -> [LocalTarget] {
        let edition = try Edition.trial.get()
        let data = Repository.root.appending(path: "data")
        let national = try Programme.load(from: data.appending(path: "standards/\(edition.id)"), for: edition)
        let overlays = try Overlay.load(from: data.appending(path: "overlays"), for: edition, national: national)
        return national.targets + overlays.flatMap(\.programme.targets)
    }

    private func read(
        _ lines: [String], authority: Authority = .authority, region: String = ""
    ) throws -> (Submission, [Finding]) {
        let edition = try Edition.trial.get()
        let reader = SubmissionReader(
            edition: edition, regions: try RegionTable.all.get(), today: .endOf2026,
            consortia: KnownConsortia([Inbox.consortium("C001")]))
        let submission = reader.read(
            SourceFile(name: "目标.csv", bytes: Array(lines.map { $0 + "\n" }.joined().utf8)),
            Arrival(root: InboxRoot(path: "", authority: authority, region: region)))
        let targets = try Self.targets()
        let authorities = Authorities(
            consortia: [Inbox.consortium("C001")], regions: try RegionTable.all.get(), targets: targets)
        let (permitted, refused) = submission.permitted(by: authorities)
        let found = Validation(edition: edition, targets: targets).findings(
            of: permitted, isRegistered: { _ in false }, prior: nil)
        return (permitted, submission.findings + refused + found)
    }

    @Test func `the cells come to a figure of the target`() throws {
        let (submission, findings) = try read([Self.header, Self.row], region: "330000")
        let figure = try #require(submission.entries.first.flatMap(TargetFigure.init))
        #expect(
            figure.target == "ruian-skilled" && figure.year == ReportingYear(2025) && figure.value == Decimal128(52_300)
        )
        #expect(figure.on == .day("2025-12-31") && findings.isEmpty, "\(findings.map(\.text))")
        let english = ["region,target,year,value,on,evidence", "330381,RUIAN-retention,2025年,83.6%,,"]
        #expect(try read(english).0.entries.first.flatMap(TargetFigure.init)?.value == Decimal128("83.6"))
    }

    @Test(arguments: [
        ("330000", "ruian-skilled", true), ("330300", "ruian-skilled", true), ("", "ruian-skilled", true),
        ("330200", "ruian-skilled", false), ("430000", "ruian-skilled", false), ("320000", "taicang-carriers", true),
        ("330000", "taicang-carriers", false),
        // The country's are the ministry's alone.
        ("", "pilot-cities", true), ("330000", "pilot-cities", false),
        ("", "nobody-knows", false),
    ])
    func `an authority speaks of the places of its region`(region: String, target: String, isHeard: Bool) throws {
        let (submission, findings) = try read(
            [Self.header, ",\(target),2025,1,,".replacing(",\(target)", with: "全国,\(target)")], region: region)
        #expect(submission.entries.count == (isHeard ? 1 : 0))
        #expect(findings.contains { $0.kind == .notYours } == !isHeard, "\(findings.map(\.text))")
    }

    @Test func `a secretariat registers no targets`() throws {
        let (submission, findings) = try read([Self.header, Self.row], authority: .secretariat)
        #expect(submission.entries.isEmpty)
        #expect(findings.contains { $0.kind == .notYours })
    }

    @Test(arguments: [
        ("温州市,ruian-skilled,2025,100,,", "target-elsewhere"), ("瑞安市,ruian-skilled,2025,约5万,,", "bad-target-value"),
        ("瑞安市,ruian-skilled,2025,-3,,", "bad-target-value"), ("瑞安市,ruian-skilled,去年,100,,", "bad-target-year"),
    ])
    func `what cannot be made out is told and kept`(row: String, kind: String) throws {
        let (submission, findings) = try read([Self.header, row])
        #expect(submission.entries.count == 1 && findings.map(\.kind.id) == [kind])
    }

    @Test func `an entry is taken back by who may make it`() throws {
        let lines = ["地区,目标编号,年度,完成值,撤回", "瑞安市,ruian-skilled,2025,100,是"]
        #expect(try read(lines, region: "330000").0.withdrawals.count == 1)
        #expect(try read(lines, region: "430000").0.withdrawals.isEmpty)
    }
}
