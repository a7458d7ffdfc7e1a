package import Configuration
package import Foundation

extension Programme {
    /// Loads `programme.yml` of an edition's folder (`data/standards/<id>`); one that is not there asks for nothing.
    /// - Throws: everything that is wrong, with its place.
    package static func load(from directory: URL, for edition: Edition) throws(ConfigurationError) -> Programme {
        let log = IssueLog()
        let file = directory.appending(path: "programme.yml")
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return .none }
        let data = directory.deletingLastPathComponent().deletingLastPathComponent()
        let programme = read(
            file, named: "programme.yml", for: edition, documents: edition.documents.map(\.id), data: data, log)
        guard log.issues.isEmpty, let programme else { throw ConfigurationError(log.issues) }
        return programme
    }

    /// - Parameter data: the folder with `reference/`.
    static func read(
        _ file: URL, named name: String, for edition: Edition, documents: [String], data: URL, _ log: IssueLog
    ) -> Programme? {
        guard let bytes = try? Data(contentsOf: file) else {
            log.add(
                ConfigurationIssue(
                    file: name, line: 0, column: 0, expected: "应能读这个文件", found: "打不开", remedy: "请检查文件权限"))
            return nil
        }
        guard let root = YAMLDocument(name: name, data: bytes, log: log).root else { return nil }
        let fields = YAMLFields(
            root, ["figures", "tables", "checks", "checklists", "uses", "supports", "targets", "publications"])
        func all<Value>(_ key: String, _ read: (YAMLEntry) -> Value?) -> [Value] {
            let entries = fields.optional(key)?.items ?? []
            var seen: Set<String> = []
            for entry in entries {
                guard let id = (entry["id"] ?? entry["name"])?.rawText, !seen.insert(id).inserted else { continue }
                entry.report(expected: "名称应不重复", found: "“\(id)”写了两次", remedy: "请改正其中一个")
            }
            return entries.compactMap(read)
        }
        return Programme(
            checks: all("checks") { ProgrammeCheck($0, documents: documents) },
            tables: all("tables") {
                ReferenceTable($0, folder: data.appending(path: "reference"), documents: documents)
            },
            figures: all("figures") { Figure($0, edition) },
            checklists: all("checklists") { Checklist($0, documents) },
            uses: all("uses") { ResultUse($0, documents) }, supports: all("supports") { PolicySupport($0, documents) },
            targets: all("targets") { LocalTarget($0, documents: documents) },
            publications: all("publications") { Publication($0, documents: documents) })
    }
}

extension Programme.Figure {
    fileprivate init?(_ entry: YAMLEntry, _ edition: Edition) {
        let fields = YAMLFields(entry, ["name", "indicator"])
        let codes = edition.indicators.map { ($0.code.text, $0.code) }
        guard let indicator = fields.required("indicator")?.word(among: codes) else { return nil }
        self.init(name: fields.text("name"), indicator: indicator)
    }
}

extension Checklist {
    fileprivate init?(_ entry: YAMLEntry, _ documents: [String]) {
        let fields = YAMLFields(entry, ["id", "title", "who", "to", "due", "items", "reference"])
        guard let due = fields.required("due")?.date else { return nil }
        self.init(
            id: fields.text("id"), title: fields.text("title"), who: fields.required("who")?.word() ?? .prefecture,
            to: fields.required("to")?.word() ?? .province, due: due,
            items: fields.items("items").map { item in
                let fields = YAMLFields(item, ["title", "copies", "seal", "each"])
                return Item(
                    title: fields.text("title"), copies: fields.required("copies")?.integer ?? 0,
                    seal: fields.optional("seal")?.text, isOfEachApplication: fields.optional("each")?.truth ?? false)
            }, reference: Duty.Reference(fields, documents))
    }
}

extension ResultUse {
    fileprivate init(_ entry: YAMLEntry, _ documents: [String]) {
        let fields = YAMLFields(entry, ["id", "title", "basis", "reference"])
        self.init(
            id: fields.text("id"), title: fields.text("title"), basis: fields.basis("basis"),
            reference: Duty.Reference(fields, documents))
    }
}

extension PolicySupport {
    fileprivate init(_ entry: YAMLEntry, _ documents: [String]) {
        let fields = YAMLFields(entry, ["id", "title", "lists", "points", "basis", "rationale", "reference"])
        self.init(
            id: fields.text("id"), title: fields.text("title"), listing: fields.optional("lists")?.word(),
            points: fields.optional("points")?.items.map { IndicatorCode($0.text) } ?? [],
            basis: fields.basis("basis"), rationale: fields.optionalText("rationale"),
            reference: Duty.Reference(fields, documents))
    }
}

extension Duty.Reference {
    /// `reference: {document: moe-2023-15, place: 三、组织实施 2}` of an entry that must have one.
    init(_ fields: YAMLFields, _ documents: [String]) {
        let own = fields.required("reference").map { YAMLFields($0, ["document", "place"]) }
        if let document = own?.required("document"), !documents.contains(document.text) {
            _ = document.word(among: documents.map { ($0, $0) })
        }
        self.init(document: own?.text("document") ?? "", place: own?.text("place") ?? "")
    }
}
