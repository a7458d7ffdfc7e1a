package import Configuration
package import Foundation

extension NormSource {
    /// Loads every `*.yml` in `directory` (`data/norms`), in the order of the names.
    ///
    /// Whether what carries a sentence exists is for ``NormCoverage`` to say: it depends on the editions.
    /// - Throws: everything that is wrong in any of the files, each with its line and column.
    package static func load(from directory: URL) throws(ConfigurationError) -> [NormSource] {
        let log = IssueLog()
        let path = directory.path(percentEncoded: false)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw ConfigurationError([
                ConfigurationIssue(
                    file: path, line: 0, column: 0, expected: "应有这个目录", found: "打不开", remedy: "请检查数据目录是否完整、可读")
            ])
        }
        let sources = names.filter { $0.hasSuffix(".yml") }.sorted().compactMap { name -> NormSource? in
            guard let data = try? Data(contentsOf: directory.appending(path: name)) else {
                log.add(
                    ConfigurationIssue(
                        file: name, line: 0, column: 0, expected: "应能读这个文件", found: "打不开", remedy: "请检查文件权限"))
                return nil
            }
            return read(data, named: name, log)
        }
        guard log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return sources
    }

    /// Loads one source.
    /// - Parameter name: the file's name, `<id>.yml`.
    /// - Throws: everything that is wrong, each with its line and column.
    package static func load(_ data: Data, named name: String) throws(ConfigurationError) -> NormSource {
        let log = IssueLog()
        let source = read(data, named: name, log)
        guard let source, log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return source
    }

    private static func read(_ data: Data, named name: String, _ log: IssueLog) -> NormSource? {
        guard let root = YAMLDocument(name: name, data: data, log: log).root else { return nil }
        let fields = YAMLFields(
            root, ["id", "title", "number", "issuer", "date", "note", "wording", "edition", "passages"])
        let id = fields.text("id")
        if let entry = fields.required("id"), "\(id).yml" != name {
            entry.report(expected: "id 应与文件名相同", remedy: "请改正其中一个")
        }
        let wording: Wording = fields.required("wording")?.word() ?? .verbatim
        var reader = PassageReader(wording: wording, edition: fields.text("edition"))
        return NormSource(
            id: id, title: fields.text("title"), number: fields.optional("number")?.text,
            issuer: fields.optional("issuer")?.text, date: fields.optional("date")?.text,
            note: fields.optional("note")?.text, wording: wording, edition: fields.text("edition"),
            passages: fields.items("passages").map { reader.read($0) })
    }
}

/// Reads the passages of one source.
private struct PassageReader {
    let wording: NormSource.Wording
    let edition: String
    /// Ids with the line that first uses each.
    private var lines: [String: Int] = [:]

    init(wording: NormSource.Wording, edition: String) {
        self.wording = wording
        self.edition = edition
    }

    mutating func read(_ entry: YAMLEntry) -> NormSource.Passage {
        if entry["heading"] != nil { return .heading(YAMLFields(entry, ["heading"]).text("heading")) }
        // What is quoted and what is our own wording must not be taken for each other.
        let text = wording == .verbatim ? "text" : "description"
        let fields = YAMLFields(entry, ["id", "place", text, "carriers", "reason"])
        return .norm(
            Norm(
                id: id(fields), place: fields.text("place"), text: fields.text(text),
                carriers: fields.optional("carriers")?.items.map(carrier) ?? [],
                reason: fields.optional("reason")?.text, position: entry.position))
    }

    private mutating func id(_ fields: YAMLFields) -> String {
        guard let entry = fields.required("id") else { return "" }
        let id = entry.text
        if let line = lines[id] {
            entry.report(expected: "id 应不重复", found: "“\(id)”在第\(line)行已有", remedy: "请改正其中一个")
        } else {
            lines[id] = entry.line
        }
        return id
    }

    private func carrier(_ entry: YAMLEntry) -> NormCarrier {
        let fields = YAMLFields(entry, ["kind", "edition", "code"])
        let target = NormCarrier.Target(
            kind: fields.required("kind")?.word() ?? .point, edition: fields.optional("edition")?.text ?? edition,
            code: fields.text("code"))
        return NormCarrier(target: target, position: (entry["code"] ?? entry).position)
    }
}

extension YAMLEntry {
    fileprivate var position: Norm.Position { Norm.Position(file: document.name, line: line, column: column) }
}
