package import Assessment
package import Collection
package import Foundation
internal import Spreadsheet
package import Standards

/// Where this installation's data lie: the standards and reference tables that the program reads.
package struct Installation: Sendable {
    /// The folder with `standards/` and `reference/`.
    package let data: URL
    /// The folder of pipelines, where it is not to be looked for.
    private let pipelines: URL?

    /// The standard that commands use where none is named.
    package static let defaultEdition = "municipal-consortium-trial"

    package init(data: URL, pipelines: URL? = nil) {
        self.data = data
        self.pipelines = pipelines
    }

    /// Finds the data folder: the one named, else `data` in the working directory, else `data` beside the program or in
    /// a folder above it.
    package static func locate(named: String?, program: String = "/proc/self/exe") throws(Failure) -> Installation {
        if let named {
            let url = URL(filePath: named, directoryHint: .isDirectory)
            guard isData(url) else {
                throw Failure(.configuration, "数据目录 \(named) 里没有 standards 文件夹。请检查 --data 或 CONSORTIUM_MONITOR_DATA。")
            }
            return Installation(data: url)
        }
        let working = URL(filePath: "data", directoryHint: .isDirectory)
        if isData(working) { return Installation(data: working) }
        var folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appending(path: "data", directoryHint: .isDirectory)
            if isData(candidate) { return Installation(data: candidate) }
            folder.deleteLastPathComponent()
        }
        throw Failure(
            .configuration, "找不到数据目录（含 standards 文件夹）。请在安装目录下运行，或用 --data 指明。")
    }

    private static func isData(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.appending(path: "standards").path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// The ids of the standards at hand.
    package var editionIDs: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: data.appending(path: "standards").path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    package func directory(ofEdition id: String) throws(Failure) -> URL {
        guard editionIDs.contains(id) else {
            throw Failure(
                .configuration, "没有标准“\(id)”。现有：\(editionIDs.joined(separator: "、"))。")
        }
        return data.appending(path: "standards").appending(path: id)
    }

    /// Loads an edition.
    /// - Throws: ``Failure`` that lists every issue, each with file, line and column.
    package func edition(_ id: String) throws(Failure) -> Edition {
        try edition(id, in: try directory(ofEdition: id))
    }

    /// Loads an edition from its folder.
    func edition(_ id: String, in directory: URL) throws(Failure) -> Edition {
        do {
            return try Edition.load(from: directory) { SourceFile(name: "", bytes: Array($0)).sha256 }
        } catch {
            throw Failure(.configuration, "标准“\(id)”有误：\n\(error)")
        }
    }

    /// Loads a standard and compiles its rules.
    package func rules(_ id: String) throws(Failure) -> RuleBook {
        try rules(of: try edition(id))
    }

    /// Compiles the rules of an edition, with the parameters that provinces have set.
    package func rules(of edition: Edition) throws(Failure) -> RuleBook {
        let overlays = try overlays(of: edition)
        let rated = try ratedEditions(of: edition).map { other throws(Failure) in try rules(of: other) }
        do {
            return try RuleBook(edition, overlays: overlays, rated: rated)
        } catch {
            throw Failure(.configuration, "标准“\(edition.id)”的规则有误：\n\(error)")
        }
    }

    /// The editions by whose ratings consortia of some standing are judged instead of by `edition`.
    package func ratedEditions(of edition: Edition) throws(Failure) -> [Edition] {
        try edition.ratedUnder.sorted { $0.key.rawValue < $1.key.rawValue }.map { standing, id throws(Failure) in
            let other = try self.edition(id)
            guard other.ratings?.standing == standing, other.kind == edition.kind, other.ratedUnder.isEmpty else {
                throw Failure(
                    .configuration,
                    "标准“\(edition.id)”的 ratedUnder 指明“\(standing.title)”用“\(id)”评议，而“\(id)”没有这一状态的评议办法（ratings.yml）。"
                        + "请改正其中一个。")
            }
            return other
        }
    }

    /// What provinces add to an edition: `overlays/` beside the standards; none where that is not there.
    package func overlays(of edition: Edition) throws(Failure) -> [Overlay] {
        do {
            return try Overlay.load(
                from: data.appending(path: "overlays"), for: edition, national: programme(of: edition))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.configuration, "各省口径有误：\n\(error)")
        }
    }

    /// Consortia of a kind that no edition of the installation is for.
    package func unjudged(_ consortia: [Consortium]) throws(Failure) -> [Consortium] {
        var kinds: Set<ConsortiumKind> = []
        for id in editionIDs { kinds.insert(try edition(id).kind) }
        return consortia.filter { !kinds.contains($0.kind) }
    }

    /// What is due when: `pipelines/calendar.yml` in the working directory, else beside the data folder.
    package func calendars() throws(Failure) -> Calendars {
        guard let file = calendarFile else { return Calendars() }
        return try calendars(in: file)
    }

    /// Reads `file`.
    /// - Parameter known: what calendars may refer to, by the edition's id; nil where nobody checks.
    func calendars(in file: URL, known: [String: Duty.Known]? = nil) throws(Failure) -> Calendars {
        do {
            return try Calendars.load(from: file, known: known)
        } catch {
            throw Failure(.configuration, "日历有误：\n\(error)")
        }
    }

    /// The file of ``calendars()``; nil where there is none.
    var calendarFile: URL? { pipelinesFile("calendar.yml") }

    /// A file of the folder `pipelines`, in the working directory or else beside the data folder; nil where it is not
    /// there.
    func pipelinesFile(_ name: String) -> URL? {
        let folders =
            pipelines.map { [$0] } ?? [
                URL(filePath: "pipelines"),
                data.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "pipelines"),
            ]
        return folders.map { $0.appending(path: name) }.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// The working days of China; Monday to Friday where the installation has no list.
    package func workdays() throws(Failure) -> Workdays {
        let file = data.appending(path: "reference").appending(path: "workdays.csv")
        guard FileManager.default.fileExists(atPath: file.path) else { return .weekdaysOnly }
        do {
            return try Workdays.load(from: file)
        } catch {
            throw Failure(.configuration, "放假和调休安排有误：\n\(error)")
        }
    }

    /// The administrative divisions that region names are read by.
    package func regions() throws(Failure) -> RegionTable {
        let url = regionsFile
        do {
            return try RegionTable(SourceFile(path: url.path, name: url.lastPathComponent))
        } catch {
            throw Failure(.configuration, "区划表 \(url.path) 无法读取：\(error)")
        }
    }

    var regionsFile: URL { data.appending(path: "reference").appending(path: "regions.csv") }
}
