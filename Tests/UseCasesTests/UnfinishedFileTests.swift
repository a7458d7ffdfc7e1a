import Collection
import Foundation
import Standards
import Store
import TestSupport
import Testing
import UseCases

/// A file that is still being written goes neither to the store nor to quarantine; the next collection takes it.
@Suite("Collecting files that are being written")
struct UnfinishedFileTests {
    @Test func `what is still being written is told, left, and taken the next time`() throws {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appending(path: "收件")
        let file = inbox.appending(path: "联合体.csv")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data("编号,名称,类型,省份,市州\nC001,示例甲联合体（虚构）,municipal,湖".utf8).write(to: file)
        let writer = try FileHandle(forWritingTo: file)

        let roots = [InboxRoot(path: inbox.path, authority: .authority)]
        let first = try workspace(folder).collect(roots, progress: Progress(.silent))
        #expect(first.unfinished == 1 && first.loaded == 0 && first.quarantined == 0)
        #expect(first.untakenLines == ["未收取 联合体.csv：文件还在写入，没有传完。本次没有收取，下次收取时再读，不必重新发送。"])
        #expect(first.sentence.contains("1 个没有传完，留待下次") && !first.sentence.contains("不是表格"), "\(first.sentence)")
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "var/quarantine").path))

        try writer.seekToEnd()
        try writer.write(contentsOf: Data("南省,长沙市\n".utf8))
        try writer.close()
        let next = try workspace(folder).collect(roots, progress: Progress(.silent))
        #expect(next.loaded == 1 && next.untakenLines.isEmpty, "\(next.sentence)")
    }

    /// One whose clock runs fast.
    private func workspace(_ folder: TemporaryFolder) -> Workspace {
        let start = Date()
        return Workspace(
            installation: Installation(data: Repository.root.appending(path: "data")),
            database: folder.url.appending(path: "var/monitor.sqlite").path,
            edition: Installation.defaultEdition, now: start,
            stillness: Stillness(now: { start + 100 * Date().timeIntervalSince(start) }, sleep: { _ in usleep(10_000) })
        )
    }
}
