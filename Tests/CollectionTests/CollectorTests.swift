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

    @Test func `what is no submission is left alone and named with the remedy`() throws {
        try write("a.csv", Self.observations)
        try write(".hidden.csv", Self.observations)
        try write("说明.txt", "请查收")
        try write("照片.jpg", "GIF89a")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "link.csv"), withDestinationURL: folder.url.appending(path: "a.csv"))
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "loop"), withDestinationURL: folder.url)

        let batch = survey(folder.url.path, folder.url.appending(path: "a.csv").path)
        #expect(batch.items.map(\.name) == ["a.csv"])
        #expect(batch.others.map(\.name) == ["照片.jpg", "说明.txt"])
        #expect(batch.skipped.map(\.name) == [".hidden.csv", "link.csv", "loop"])
        for skipped in batch.skipped {
            #expect(skipped.gravity == .untaken && skipped.remedy.contains("请"), "\(skipped)")
        }
    }

    @Test(arguments: [
        "~$填报表.xlsx", ".~填报表.xlsx", ".~lock.填报表.xlsx#", ".DS_Store", "._填报表.xlsx", "Thumbs.db", "desktop.ini",
        "README.md",
        "__MACOSX/填报表.xlsx", "子文件夹/Thumbs.db",
    ])
    func `what systems and office programs leave behind is passed over without a word`(name: String) throws {
        try write("a.csv", Self.observations)
        try write(name, "x")
        for paths in [[folder.url.path], [folder.url.path, folder.url.appending(path: name).path]] {
            // The folder of another system's copies is only known as such from above it.
            if name.hasPrefix("__MACOSX"), paths.count > 1 { continue }
            let batch = collector.survey(paths.map { InboxRoot(path: $0, authority: .authority) })
            #expect(batch.items.map(\.name) == ["a.csv"] && batch.others.isEmpty && batch.skipped.isEmpty)
        }
    }

    @Test func `a second name of a file is told, and the same path twice is not`() throws {
        try write("a.csv", Self.observations)
        try FileManager.default.linkItem(
            at: folder.url.appending(path: "a.csv"), to: folder.url.appending(path: "b.csv"))
        let batch = survey(folder.url.path, folder.url.path)
        #expect(batch.items.map(\.name) == ["a.csv"])
        #expect(Set(batch.skipped.map(\.name)) == ["b.csv"])
        #expect(batch.skipped.first?.gravity == .told)
        #expect(batch.skipped.first?.reason == "与“a.csv”是同一个文件（硬链接），只收一次")
    }

    @Test func `a path that is not there is an error, and the others go on`() throws {
        try write("a.csv", Self.observations)
        let batch = survey("/no/such/folder", folder.url.appending(path: "a.csv").path)
        #expect(batch.items.map(\.name) == ["a.csv"])
        #expect(batch.skipped.map(\.gravity) == [.absent])
    }

    /// By its content first: each is read for its figures, or goes back to its sender for what it is.
    @Test(arguments: [
        ("填报表.xlsx", "%PDF-1.7", "format-not-read", "文件是 PDF 文件，不能直接读取。"),
        ("填报表.pdf", "%PDF-1.7", "format-not-read", "文件是 PDF 文件，不能直接读取。"),
        ("填报表.doc", "{\\rtf1", "format-not-read", "文件是 RTF 文档，不能直接读取。"),
        ("填报表.xls", "<html><table></table></html>", "format-not-read", "文件是网页（HTML），不能直接读取。"),
        (
            "填报表.csv", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
            "format-not-read",
            "文件是 XML 表格（2003 版），不能直接读取。"
        ),
        ("填报表.xlsx", "Rar!\u{1A}\u{7}\0", "format-not-read", "文件是 RAR 压缩包，不能直接读取。"),
        ("填报表.7z", "Rar!\u{1A}\u{7}\0", "format-not-read", "文件是 RAR 压缩包，不能直接读取。"),
        ("填报表.et", "", "empty-file", "文件中没有内容。"),
        ("填报表.ods", "PK\u{5}\u{6}" + String(repeating: "\0", count: 18), "format-not-read", "文件是 ZIP 压缩包，不能直接读取。"),
        ("填报表.xlsb", "PK\u{3}\u{4}rest", "unreadable-workbook", "文件不完整，结尾部分缺失。"),
        ("填报表.wps", "x\0\0y", "nul-byte", "文件不是可以读取的表格，也认不出是哪一种文件。"),
    ])
    func `a file is said for what it is, whatever its name`(
        name: String, text: String, kind: String, problem: String
    ) throws {
        try write("C001/\(name)", text)
        let batch = survey(folder.url.path)
        let submission = collector.read(try #require(batch.items.first))
        let fault = try #require(submission.fault)
        #expect(fault.kind.id == kind && fault.problem == problem && fault.remedy.contains("请"), "\(fault.message)")
        #expect(batch.items.count == 1 && batch.others.isEmpty && batch.skipped.isEmpty)
    }

    @Test func `a table without a last line break is told, and read`() throws {
        try write("a.csv", String(Self.observations.dropLast()))
        try write("b.csv", Self.observations)
        let submissions = survey(folder.url.path).items.map { collector.read($0) }
        #expect(submissions.map(\.marks) == [["open-last-line 2:0"], []])
        #expect(submissions[0].isAccepted && submissions[0].observations.count == 1)
        #expect(submissions[0].findings[0].kind.severity == .info)
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
