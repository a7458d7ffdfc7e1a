internal import Spreadsheet
internal import Standards

/// Looks through files and folders for what may be a submission. Symbolic links and hidden files are left alone and
/// named, like all that is no table; what systems leave behind (``Litter``) is passed over.
struct Survey {
    /// What is to be read.
    private(set) var found: [Batch.Item] = []
    /// What is no table by its content and its name: evidence, where a row names it.
    private(set) var others: [Batch.Item] = []
    private(set) var skipped: [Batch.Skipped] = []
    /// Where each file was met first, by its identity.
    private var seen: [[UInt64]: (path: String, name: String)] = [:]

    /// Tables by their names; what they are inside is found out when they are read.
    fileprivate static let tables: Set<String> = [
        "csv", "tsv", "tab", "xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "et", "ett", "ods", "numbers",
        "docx", "docm", "dotx", "dotm", "doc", "dot", "wps", "wpt", "odt", "rtf",
    ]

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
            skip(path, "没有这个文件或文件夹", "请核对路径。", .absent)
            return
        }
        if status.kind == .folder {
            addFolder(location, path, name: "")
        } else if !Litter.contains(location.name) {
            addFile(location, path, name: location.name, status, isNamed: true)
        }
    }

    private mutating func addFolder(_ location: FilePath, _ path: String, name: String) {
        let entries: [FilePath]
        do {
            entries = try location.entries()
        } catch {
            let reason = "文件夹无法读取：\(error.reason)"
            skip(name.isEmpty ? path : name, reason, "请检查权限后重新收取。", .absent)
            return
        }
        for entry in entries {
            let own = entry.name
            add(entry, own, at: "\(path)/\(own)", name: name.isEmpty ? own : "\(name)/\(own)")
        }
    }

    private mutating func add(_ location: FilePath, _ entry: String, at path: String, name: String) {
        if Litter.contains(entry) { return }
        let status = location.status(followingLinks: false)
        switch status?.kind {
        case .symbolicLink?: skip(name, "是符号链接，不予跟随", "请放入文件本身。")
        case _ where entry.hasPrefix("."): skip(name, "是隐藏文件，没有收取", "确要报送的，请去掉名称开头的“.”；不用的请删去。")
        case .folder?: addFolder(location, path, name: name)
        case .file?: status.map { addFile(location, path, name: name, $0, isNamed: false) }
        default: skip(name, "不是普通文件，没有收取", "请核对后删去。")
        }
    }

    /// - Parameter isNamed: whether somebody named the file itself, and not a folder that it is in.
    private mutating func addFile(
        _ location: FilePath, _ path: String, name: String, _ status: FilePath.Status, isNamed: Bool
    ) {
        if let first = seen[status.identity] {
            // The same path twice is the same file; another name for it may be meant as another file.
            if status.linkCount > 1, first.path != path {
                skip(name, "与“\(first.name)”是同一个文件（硬链接），只收一次", "如应是两个文件，请另存一份。", .told)
            }
            return
        }
        seen[status.identity] = (path, name)
        // A file that was named itself lies in the folder before its name.
        let folders = isNamed ? path.split(separator: "/").dropLast().suffix(1) : folders(of: name)
        let item = Batch.Item(
            location: location, path: path, name: name, seen: status, glimpse: FileGlimpse(of: location),
            arrival: Arrival(root: root, folders: folders.map(String.init)), isNamed: isNamed)
        if item.mayHoldFigures { found.append(item) } else { others.append(item) }
    }

    /// Waits for files that are being written. What has changed meanwhile is looked at anew; what still changes, or is gone,
    /// is left for the next time.
    mutating func settle(_ stillness: Stillness) {
        let items = found + others
        let ends = stillness.settle(items.map { ($0.location, $0.seen) })
        guard !ends.isEmpty else { return }
        var settled: [Batch.Item] = []
        for (position, item) in items.enumerated() {
            switch ends[position] {
            case nil: settled.append(item)
            case .settled(let status)?:
                settled.append(status.isUnchanged(since: item.seen) ? item : item.lookedAtAnew(status))
            case .stillChanging?: skip(item.name, "文件还在写入，没有传完", "本次没有收取，下次收取时再读，不必重新发送。", .unfinished)
            case .gone?: skip(item.name, "收取时已移走或改名", "如已改名，下次收取时再读。", .told)
            }
        }
        found = settled.filter(\.mayHoldFigures)
        others = settled.filter { !$0.mayHoldFigures }
    }

    private mutating func skip(
        _ name: String, _ reason: String, _ remedy: String, _ gravity: Batch.Skipped.Gravity = .untaken
    ) {
        skipped.append(Batch.Skipped(name: name, reason: reason, remedy: remedy, gravity: gravity))
    }

    private func folders(of name: String) -> [Substring] {
        (root.path.split(separator: "/").last.map { [$0] } ?? []) + name.split(separator: "/").dropLast()
    }
}

extension Batch.Item {
    /// Whether the file is to be read as a table: somebody named it, or its content or its name says that it may be one.
    fileprivate var mayHoldFigures: Bool {
        let suffix = name.split(separator: ".").last?.lowercased() ?? ""
        return isNamed || glimpse.form != nil || Survey.tables.contains(suffix)
            || glimpse.format?.mayHoldFigures ?? true
    }
}

extension FileFormat {
    /// Whether somebody may have meant a file of the format, whatever its name, to be read for its figures: one that
    /// cannot be read goes back to its sender. Pictures and notes are not meant so.
    fileprivate var mayHoldFigures: Bool {
        switch self {
        case .empty, .picture, .recording, .shortcut, .program, .mail, .otherXML, .other: false
        default: true
        }
    }
}
