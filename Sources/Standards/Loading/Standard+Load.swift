import FEEL
package import Foundation

extension Standard {
    /// Loads the standard in `directory` (`data/standards/<id>`), all of whose files are checked against each other.
    ///
    /// - Parameter digest: the SHA-256 of some bytes in hexadecimal digits; what is in the files becomes
    ///   ``Standard/digest`` through it.
    /// - Throws: everything that is wrong, not the first thing only.
    package static func load(from directory: URL, digest: (Data) -> String) throws(StandardError) -> Standard {
        let log = IssueLog()
        var reader = StandardReader(directory: directory, log: log)
        let standard = reader.read(digest: digest)
        guard let standard, log.issues.isEmpty else { throw StandardError(log.issues) }
        return standard
    }
}

/// Reads the files of a standard in the order in which they need each other.
private struct StandardReader {
    let directory: URL
    let log: IssueLog
    /// Names and bytes of the files read, in the order of the names once all are there.
    private var contents: [String: Data] = [:]

    init(directory: URL, log: IssueLog) {
        self.directory = directory
        self.log = log
    }

    /// The standard; nil where something is wrong.
    mutating func read(digest: (Data) -> String) -> Standard? {
        let head = root("standard.yml")
        let catalogue = root("indicators.yml").map(Catalogue.init)
        let parameters = unique(root("parameters.yml")?.items, "name", Parameter.init)
        let measures = unique(root("measures.yml")?.items, "name", Measure.init)
        let negative = unique(root("negative-list.yml")?.items, "clause") { Clause($0, list: .negative) }
        let revocation = unique(root("revocation.yml")?.items, "clause") { Clause($0, list: .revocation) }
        let acceptance = root("acceptance.yml")
        let verdicts = root("verdict.yml").map(VerdictTable.init)
        let credibility = root("credibility.yml")
        guard let head, let catalogue, let acceptance, let verdicts, let credibility else { return nil }

        let fields = YAMLFields(head, ["id", "title", "edition", "kind", "baseYear", "documents"])
        let standard = Standard(
            id: fields.text("id"), title: fields.text("title"), edition: fields.text("edition"),
            kind: fields.required("kind")?.word() ?? .municipal,
            baseYear: fields.required("baseYear")?.year ?? ReportingYear(0),
            documents: unique(fields.items("documents"), "id", SourceDocument.init).map(\.value),
            categories: catalogue.categories, indicators: catalogue.indicators,
            parameters: parameters.map(\.value), measures: measures.map(\.value),
            clauses: (negative + revocation).map(\.value), acceptance: AcceptanceRules(acceptance, catalogue),
            verdicts: verdicts, credibility: CredibilityRules(credibility, catalogue), digest: digest(digestedBytes))
        checkNames(parameters.map { ($0.value.name, $0.entry) } + measures.map { ($0.value.name, $0.entry) })
        checkCircle(measures)
        checkClauses(negative + revocation, of: standard)
        return standard
    }

    private mutating func root(_ name: String) -> YAMLEntry? {
        let url = directory.appending(path: name)
        do {
            let data = try Data(contentsOf: url)
            contents[name] = data
            return YAMLDocument(name: name, data: data, log: log).root
        } catch {
            log.add(
                StandardIssue(
                    file: url.path(percentEncoded: false), line: 0, column: 0, expected: "应有这个文件", found: "打不开",
                    remedy: "请检查标准的目录是否完整、可读"))
            return nil
        }
    }

    /// What the digest is of: each file's name and bytes, in the order of the names.
    private var digestedBytes: Data {
        contents.sorted { $0.key < $1.key }.reduce(into: Data()) { bytes, file in
            bytes.append(Data("\(file.key) \(file.value.count)\n".utf8))
            bytes.append(file.value)
        }
    }
}

// MARK: - What holds between entries

extension StandardReader {
    private typealias Read<Value> = (entry: YAMLEntry, value: Value)

    /// Reads each entry; two with the same `key` are an issue.
    private func unique<Value>(
        _ entries: [YAMLEntry]?, _ key: String, _ read: (YAMLEntry) -> Value
    ) -> [(entry: YAMLEntry, value: Value)] {
        let entries = entries ?? []
        checkNames(entries.compactMap { entry in entry[key]?.rawText.map { ($0, entry) } })
        return entries.map { ($0, read($0)) }
    }

    private func checkNames(_ names: [(String, YAMLEntry)]) {
        var lines: [String: YAMLEntry] = [:]
        for (name, entry) in names {
            if let first = lines[name] {
                entry.report(
                    expected: "名称应不重复", found: "“\(name)”在 \(first.document.name) 第\(first.line)行已有",
                    remedy: "请改正其中一个")
            }
            lines[name] = entry
        }
    }

    private func checkCircle(_ measures: [Read<Measure>]) {
        guard let circle = Measure.circle(among: measures.map(\.value)),
            let entry = measures.first(where: { $0.value.name == circle.first })?.entry
        else { return }
        entry.report(
            expected: "度量应不循环引用", found: "读到 \(circle.joined(separator: " → "))", remedy: "请改写其中一个")
    }

    /// Each clause cites a known document, and each negative row of the catalogue has its clause in the same words.
    private func checkClauses(_ clauses: [Read<Clause>], of standard: Standard) {
        for (entry, clause) in clauses where standard.document(clause.document) == nil {
            (entry["document"] ?? entry).report(
                expected: "document 应为 standard.yml 里的文件", remedy: "请改正",
                suggestion: NameSuggestion.nearest(to: clause.document, among: standard.documents.map(\.id)))
        }
        let rows = standard.categories.filter { $0.role == .negative }.flatMap(\.goals).flatMap(\.rows)
        let negative = clauses.filter { $0.value.list == .negative }
        for row in rows where !negative.contains(where: { $0.value.code == row.code }) {
            log.add(
                StandardIssue(
                    file: "negative-list.yml", line: 0, column: 0, expected: "应有条款 \(row.code)", found: "没有写",
                    remedy: "请补上"))
        }
        for (entry, clause) in negative {
            guard rows.first(where: { $0.code == clause.code })?.title != clause.title else { continue }
            entry.report(
                expected: "条款 \(clause.code) 的文字应与 indicators.yml 一致", found: "读到“\(clause.title)”",
                remedy: "请照原文改正")
        }
    }
}
