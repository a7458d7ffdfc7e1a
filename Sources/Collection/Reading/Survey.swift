internal import Spreadsheet
internal import Standards

/// Looks through files and folders for what may be a submission. Symbolic links, hidden files and the lock files of
/// office programs are left alone and named; remarks in text files are passed over.
struct Survey {
    private(set) var found: [Batch.Item] = []
    private(set) var skipped: [Batch.Skipped] = []
    private var seen: Set<[UInt64]> = []

    /// Tables by their names; what they are inside is found out when they are read.
    private static let tables: Set<String> = [
        "csv", "tsv", "tab", "xlsx", "xlsm", "xls", "et", "ods", "docx", "doc", "wps",
    ]
    private static let remarks: Set<String> = ["txt", "md", "log"]

    /// What is being gone through.
    private var root: InboxRoot

    init() {
        root = InboxRoot(path: "", authority: .secretariat)
    }

    /// Adds the file or everything in the folder at `root`, which somebody named.
    mutating func add(_ root: InboxRoot) {
        self.root = root
        let path = root.path
        let location = FilePath(argument: path)
        guard let status = location.status(followingLinks: true) else {
            skipped.append(Batch.Skipped(name: path, reason: "没有这个文件或文件夹", isError: true))
            return
        }
        if status.kind == .folder {
            addFolder(location, path, name: "")
        } else {
            addFile(location, path, name: location.name, status, isNamed: true)
        }
    }

    private mutating func addFolder(_ location: FilePath, _ path: String, name: String) {
        let entries: [FilePath]
        do {
            entries = try location.entries()
        } catch {
            skipped.append(Batch.Skipped(name: name.isEmpty ? path : name, reason: "文件夹无法读取", isError: true))
            return
        }
        for entry in entries {
            let own = entry.name
            add(entry, own, at: "\(path)/\(own)", name: name.isEmpty ? own : "\(name)/\(own)")
        }
    }

    private mutating func add(_ location: FilePath, _ entry: String, at path: String, name: String) {
        let status = location.status(followingLinks: false)
        switch status?.kind {
        case .symbolicLink?: skip(name, "符号链接，不予跟随")
        case _ where entry.hasPrefix("."): skip(name, "隐藏文件")
        case _ where entry.hasPrefix("~$"): skip(name, "办公软件的临时文件")
        case .folder?: addFolder(location, path, name: name)
        case .file?: status.map { addFile(location, path, name: name, $0, isNamed: false) }
        default: skip(name, "不是普通文件")
        }
    }

    /// - Parameter isNamed: whether somebody named the file itself, and not a folder that it is in.
    private mutating func addFile(
        _ location: FilePath, _ path: String, name: String, _ status: FilePath.Status, isNamed: Bool
    ) {
        guard seen.insert(status.identity).inserted else { return }
        let glimpse = FileGlimpse(of: location)
        let suffix = name.split(separator: ".").last?.lowercased() ?? ""
        let isRemark = Self.remarks.contains(suffix) || name.uppercased().hasSuffix("README")
        if glimpse.form != nil || Self.tables.contains(suffix) || isNamed && !isRemark {
            // A file that was named itself lies in the folder before its name.
            let folders = isNamed ? path.split(separator: "/").dropLast().suffix(1) : folders(of: name)
            found.append(
                Batch.Item(
                    location: location, path: path, name: name, size: status.size, glimpse: glimpse,
                    arrival: Arrival(root: root, folders: folders.map(String.init))))
        } else if !isRemark {
            skip(name, "不是表格文件")
        }
    }

    private mutating func skip(_ name: String, _ reason: String) {
        skipped.append(Batch.Skipped(name: name, reason: reason, isError: false))
    }

    private func folders(of name: String) -> [Substring] {
        (root.path.split(separator: "/").last.map { [$0] } ?? []) + name.split(separator: "/").dropLast()
    }
}
