import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@testable import Collection

struct CollectorTests {
    private let folder: TemporaryFolder
    private let collector: Collector

    init() throws {
        folder = try TemporaryFolder()
        collector = Collector(
            edition: try Edition.trial.get(), regions: try RegionTable.all.get(), today: .endOf2026)
    }

    private func write(_ name: String, _ text: String) throws {
        let url = folder.url.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// What an authority's folder has.
    private func survey(_ paths: String...) -> Batch {
        collector.survey(paths.map { InboxRoot(path: $0, authority: .authority) })
    }

    private static let observations = "consortium,indicator,year,basis,value\nC1,6.1.2,2025,actual,1\n"

    @Test func `registers of consortia come first, then files by the day they came, then by path`() throws {
        try write("b/a.csv", Self.observations)
        try write("a.csv", Self.observations)
        try write("z.csv", "编号,名称,类型\nC1,示例,municipal\n")
        try write("b/late.csv", Self.observations)
        try write("b/收件.csv", "文件,收到日期,报送单位\na.csv,2026-02-01,甲市\nlate.csv,2026-03-01,乙市\n没有.csv,2026-03-01,乙市\n")
        try write("early.csv", Self.observations)
        try write("manifest.csv", "file,receivedOn,sender\nearly.csv,2026/1/15,丙市\n")

        let batch = survey(folder.url.path)
        #expect(
            batch.items.map(\.name) == [
                "b/收件.csv", "manifest.csv", "z.csv", "early.csv", "b/a.csv", "b/late.csv", "a.csv",
            ])
        let submissions = batch.items.map { collector.read($0) }
        let late = try #require(submissions.first { $0.name == "late.csv" })
        #expect(late.receivedOn == CalendarDate(year: 2026, month: 3, day: 1) && late.origin.sender == "乙市")
        #expect(late.file == "b/late.csv")
        #expect(submissions.last?.receivedOn == nil)
        #expect(submissions[0].marks == ["listed-file-missing 4:1"])
    }

    @Test func `what is no submission is left alone and named`() throws {
        try write("a.csv", Self.observations)
        try write(".hidden.csv", Self.observations)
        try write("~$填报表.xlsx", "lock")
        try write("README.md", "read me")
        try write("说明.txt", "请查收")
        try write("照片.jpg", "\u{FF}\u{D8}")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "link.csv"), withDestinationURL: folder.url.appending(path: "a.csv"))
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "loop"), withDestinationURL: folder.url)

        let batch = survey(folder.url.path, folder.url.appending(path: "a.csv").path)
        #expect(batch.items.map(\.name) == ["a.csv"])
        #expect(batch.skipped.map(\.name) == [".hidden.csv", "link.csv", "loop", "~$填报表.xlsx", "照片.jpg"])
        #expect(batch.skipped.map(\.isError) == Array(repeating: false, count: 5))
    }

    @Test func `a path that is not there is an error, and the others go on`() throws {
        try write("a.csv", Self.observations)
        let batch = survey("/no/such/folder", folder.url.appending(path: "a.csv").path)
        #expect(batch.items.map(\.name) == ["a.csv"])
        #expect(batch.skipped.map(\.isError) == [true])
    }

    @Test func `a form is known by its header whatever the file is called`() throws {
        try write("导出.txt", "联合体编号\t观测点\t年度\t数值\nC1\t6.1.2\t2025\t1\n")
        try write("noname", Self.observations)
        let batch = survey(folder.url.path)
        #expect(batch.items.map(\.name) == ["noname", "导出.txt"])
        for item in batch.items { #expect(collector.read(item).observations.count == 1) }
    }

    @Test func `a broken file does not stop the batch`() throws {
        try write("1.csv", "consortium,indicator,year,value\nC1,6.1.2,2025,\"1\n")
        try write("2.csv", "")
        try write("3.xlsx", "PK\u{3}\u{4}rest")
        try write("4.csv", Self.observations)
        let batch = survey(folder.url.path)
        try FileManager.default.removeItem(at: folder.url.appending(path: "2.csv"))
        var kinds: [String] = []
        for submission in batch.items.map({ collector.read($0) }) {
            kinds.append(submission.findings.first?.kind.id ?? "accepted")
            #expect(submission.isAccepted == (submission.name == "4.csv"))
        }
        #expect(kinds == ["unterminated-quote", "unreadable-file", "unreadable-workbook", "accepted"])
    }

    @Test(.enabled(if: Repository.shared != nil, "the shared folder with the worked example is not here"))
    func `the worked example is read without an error`() throws {
        let inbox = try #require(Repository.shared).appending(path: "examples/inbox")
        let batch = survey(inbox.path)
        #expect(batch.items.count == 5 && batch.items.first?.form == .consortia)
        var counts: [Int] = []
        for submission in batch.items.map({ collector.read($0) }) {
            #expect(submission.isAccepted)
            // Its random figures are not whole, and it ranks somebody 0.
            let odd: [FindingKind] = [.fractionInCount, .rankBelowOne]
            #expect(submission.findings.filter { !odd.contains($0.kind) }.map(\.message) == [])
            counts.append(
                submission.consortia.count + submission.observations.count + submission.policies.count
                    + submission.incidents.count + submission.determinations.count)
        }
        // A line each, but for the headers.
        #expect(counts == [8, 3, 4, 3646, 7])
    }

    @Test func `of the sample only the files that are broken on purpose are set aside`() throws {
        let sample = Repository.root.appending(path: "data/sample")
        var quarantined: [String: String] = [:]
        for submission in survey(sample.path).items.map({ collector.read($0) }) where !submission.isAccepted {
            quarantined[submission.name] = submission.findings.first?.kind.id
        }
        #expect(
            quarantined == [
                "C012-补充.csv": "bad-encoding", "C016-工作台账.csv": "header-not-found",
                "C023-重报.csv": "unterminated-quote",
            ])
    }
}
