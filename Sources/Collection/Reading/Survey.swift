internal import Spreadsheet

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

    /// Adds the file or everything in the folder at `path`, which somebody named.
    mutating func add(_ path: String) {
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
        let form = Self.form(of: location)
        let suffix = name.split(separator: ".").last?.lowercased() ?? ""
        let isRemark = Self.remarks.contains(suffix) || name.uppercased().hasSuffix("README")
        if form != nil || Self.tables.contains(suffix) || isNamed && !isRemark {
            found.append(Batch.Item(location: location, path: path, name: name, size: status.size, form: form))
        } else if !isRemark {
            skip(name, "不是表格文件")
        }
    }

    private mutating func skip(_ name: String, _ reason: String) {
        skipped.append(Batch.Skipped(name: name, reason: reason, isError: false))
    }

    /// The form that the first rows of a file show, which decides when it is read and nothing else.
    private static func form(of path: FilePath) -> FormKind? {
        guard let prefix = try? SourceFile.prefix(of: path, count: 1 << 16) else { return nil }
        if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return formOfWorkbook(at: path) }
        // The prefix may end within a character, of four bytes at most.
        guard let text = (0...3).lazy.compactMap({ try? DecodedText(Array(prefix.dropLast($0))) }).first else {
            return nil
        }
        var form: FormKind?
        // A prefix may also end within quotes; the rows before that have been seen.
        try? CSVSheet(text).forEachRow(limit: SheetReader.rowsAboveHeader) { row in
            guard form == nil, case .header(let header) = FormHeader.match(row) else { return }
            form = header.kind
        }
        return form
    }

    /// The form of the first sheet that has one. A register or a manifest is never as large as the largest workbooks.
    private static func formOfWorkbook(at path: FilePath) -> FormKind? {
        let limit = 1 << 20
        guard let bytes = try? SourceFile.prefix(of: path, count: limit + 1), bytes.count <= limit,
            let workbook = try? Workbook(bytes)
        else { return nil }
        var form: FormKind?
        for sheet in workbook.sheets where form == nil {
            try? sheet.forEachRow(limit: SheetReader.rowsAboveHeader) { row in
                guard form == nil, case .header(let header) = FormHeader.match(row) else { return }
                form = header.kind
            }
        }
        return form
    }
}
