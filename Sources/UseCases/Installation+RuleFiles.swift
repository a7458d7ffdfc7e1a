internal import Configuration
internal import Foundation
internal import Platform
internal import Standards
internal import Store

extension Installation {
    /// The files that an assessment under an edition is made by: the edition's and those of the editions that rate for it, of
    /// provinces, the tables that they refer to, the calendar and the list of people, in the order of their paths.
    /// - Throws: ``Failure`` where one cannot be read.
    func ruleFiles(of edition: Edition, calendar: URL, actors: URL?) throws(Failure) -> [RuleFile] {
        var files: [RuleFile] = []
        for id in [edition.id] + Set(edition.ratedUnder.values).sorted() {
            files += try Self.files(below: try directory(ofEdition: id), as: "data/standards/\(id)")
        }
        for name in ["overlays", "reference"] {
            files += try Self.files(below: data.appending(path: name), as: "data/\(name)")
        }
        for (name, file) in [("calendar.yml", calendar as URL?), ("actors.yml", actors)] {
            guard let file else { continue }
            files.append(RuleFile(path: "pipelines/\(name)", contents: try Self.contents(of: file)))
        }
        return files.sorted { $0.path < $1.path }
    }

    private static func files(below folder: URL, as path: String) throws(Failure) -> [RuleFile] {
        let folder = folder.resolvingSymlinksInPath()
        let names = try listing(of: folder, AtHand.paths(below:))
        var files: [RuleFile] = []
        for name in names.sorted() where name.hasSuffix(".yml") || name.hasSuffix(".csv") {
            let contents = try contents(of: folder.appending(path: name))
            files.append(RuleFile(path: "\(path)/\(name)", contents: contents))
        }
        return files
    }

    /// What `list` finds in a folder.
    static func listing(of folder: URL, _ list: (URL) throws -> [String]) throws(Failure) -> [String] {
        do {
            return try list(folder)
        } catch {
            throw Failure(.configuration, "无法读取文件夹 \(folder.path)。请检查权限。")
        }
    }

    private static func contents(of file: URL) throws(Failure) -> [UInt8] {
        guard let contents = try? Data(contentsOf: file) else {
            throw Failure(.configuration, "无法读取 \(file.path)。")
        }
        return Array(contents)
    }
}

extension Workspace {
    /// Does something as a past run would have done it: by the files that it judged by, at its time.
    /// - Throws: ``Failure`` where there is no such run, or where it kept no files.
    func asRun<Result>(
        _ id: Int, _ body: (_ past: Workspace, _ run: RunRecord) async throws -> Result
    ) async throws -> Result {
        let store = try existingStore()
        guard let run = try store.run(id) else {
            let last = try store.runs().first.map { "最近一次是第\($0.id)次。" } ?? "还没有运行过。"
            throw Failure(.configuration, "没有第\(id)次运行。\(last)")
        }
        let files = try store.ruleFiles(ofRun: id)
        guard !files.isEmpty else {
            throw Failure(.configuration, "第\(id)次运行没有留存当时的标准和规则，无法照原样重算。")
        }
        let folder = try Scratch.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            for file in files {
                let place = folder.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.contents).write(to: place)
            }
        } catch {
            let reason = SystemReason.text(of: error, while: .writing)
            throw Failure(.configuration, "无法在临时目录 \(folder.path) 取出当时的标准和规则：\(reason)")
        }
        let past = Workspace(
            installation: Installation(
                data: folder.appending(path: "data"), pipelines: folder.appending(path: "pipelines")),
            database: database, edition: run.start.edition, now: run.start.startedAt, stillness: stillness,
            environment: environment)
        return try await body(past, run)
    }
}
