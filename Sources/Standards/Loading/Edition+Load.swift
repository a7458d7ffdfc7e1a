package import Configuration
import FEEL
package import Foundation

extension Edition {
    /// Loads the standard in `directory` (`data/standards/<id>`), all of whose files are checked against each other.
    ///
    /// - Parameter digest: the SHA-256 of some bytes in hexadecimal digits; what is in the files becomes
    ///   ``Edition/digest`` through it.
    /// - Throws: everything that is wrong, not the first thing only.
    package static func load(from directory: URL, digest: (Data) -> String) throws(ConfigurationError) -> Edition {
        let log = IssueLog()
        var reader = EditionReader(directory: directory, log: log)
        let edition = reader.read(digest: digest)
        guard let edition, log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return edition
    }
}

/// Reads the files of a standard in the order in which they need each other.
private struct EditionReader {
    let directory: URL
    let log: IssueLog
    /// Names and bytes of the files read, in the order of the names once all are there.
    private var contents: [String: Data] = [:]

    init(directory: URL, log: IssueLog) {
        self.directory = directory
        self.log = log
    }

    /// The standard; nil where something is wrong.
    mutating func read(digest: (Data) -> String) -> Edition? {
        let head = root("edition.yml").map {
            YAMLFields(
                $0,
                [
                    "id", "title", "version", "kind", "baseYear", "inForceFrom", "countsFrom", "ratedUnder",
                    "documents",
                ])
        }
        let documents = unique(head?.items("documents"), "id", SourceDocument.init).map(\.value)
        let ratings = part("ratings.yml").map(RatingScheme.init)
        // Where people rate, nothing need be reported.
        let catalogue =
            ratings == nil
            ? root("indicators.yml").map { Catalogue($0) }
            : part("indicators.yml").map { Catalogue($0) } ?? Catalogue()
        let parameters = unique(part("parameters.yml")?.items, "name", Parameter.init)
        let measures = unique(part("measures.yml")?.items, "name", besides: parameters.map(\.entry), Measure.init)
        let negativeRoot = part("negative-list.yml")
        let negative = unique(negativeRoot?.items, "clause") { Clause($0, list: .negative) }
        let revocation = unique(part("revocation.yml")?.items, "clause") { Clause($0, list: .revocation) }
        let deductions = unique(part("deductions.yml")?.items, "clause") { Clause($0, list: .deduction) }
        let workPlan = unique(part("work-plan.yml")?.items, "clause") { Clause($0, list: .workPlan) }
        let clauses = negative + revocation + deductions + workPlan
        let filings = unique(part("filings.yml")?.items, "id", FilingKind.init)
        let evaluations = unique(part("evaluations.yml")?.items, "id", EvaluationSource.init)
        let quarters = (part("quarters.yml")?.items ?? []).compactMap(QuarterRule.init)
        let verdicts = part("verdict.yml").map(VerdictRules.init) ?? .none
        let acceptanceRoot = part("acceptance.yml")
        let credibilityRoot = part("credibility.yml")
        guard let head, let catalogue else { return nil }

        let id = head.text("id")
        let title = head.text("title")
        let version = head.text("version")
        let kind: ConsortiumKind? = head.required("kind")?.word()
        let baseYear = head.required("baseYear")?.year
        let inForceFrom = head.optional("inForceFrom")?.year
        let countsFrom: DesignationLevel? = head.optional("countsFrom")?.word()
        let acceptance = acceptanceRoot.map { AcceptanceRules($0, catalogue) }
        let credibility = credibilityRoot.map { CredibilityRules($0, catalogue) }
        checkCircle(measures)
        checkDocuments(clauses, documents)
        checkDocuments(filings.map { ($0.entry, $0.value.reference) }, documents)
        checkDocuments(evaluations.map { ($0.entry, $0.value.reference) }, documents)
        if let ratings { check(ratings, deductions.map(\.value), documents) }
        if negativeRoot != nil { checkNegativeList(negative, catalogue) }
        let ratedUnder = head.optional("ratedUnder").map { Self.ratedUnder($0) } ?? [:]
        // The values hold only now: a standard with a code used twice, say, is none.
        guard log.issues.isEmpty, let kind, let baseYear else { return nil }
        return Edition(
            id: id, title: title, version: version, kind: kind, baseYear: baseYear, inForceFrom: inForceFrom,
            countsFrom: countsFrom, documents: documents, categories: catalogue.categories,
            indicators: catalogue.indicators, parameters: parameters.map(\.value),
            measures: measures.map(\.value), clauses: clauses.map(\.value), acceptance: acceptance, verdicts: verdicts,
            credibility: credibility, filings: filings.map(\.value), ratings: ratings, ratedUnder: ratedUnder,
            evaluationSources: evaluations.map(\.value), quarterRules: quarters, digest: digest(digestedBytes))
    }

    /// A file that an edition need not have; nil where it is not there.
    private mutating func part(_ name: String) -> YAMLEntry? {
        let path = directory.appending(path: name).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: path) ? root(name) : nil
    }

    private mutating func root(_ name: String) -> YAMLEntry? {
        let url = directory.appending(path: name)
        do {
            let data = try Data(contentsOf: url)
            contents[name] = data
            return YAMLDocument(name: name, data: data, log: log).root
        } catch {
            log.add(
                ConfigurationIssue(
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

extension EditionReader {
    private typealias Read<Value> = (entry: YAMLEntry, value: Value)

    /// Reads each entry; one with the `key` of another, or of one of the `others`, is an issue.
    private func unique<Value>(
        _ entries: [YAMLEntry]?, _ key: String, besides others: [YAMLEntry] = [], _ read: (YAMLEntry) -> Value
    ) -> [(entry: YAMLEntry, value: Value)] {
        let entries = entries ?? []
        var first = Dictionary(others.map { ($0[key]?.rawText, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in entries {
            guard let name = entry[key]?.rawText else { continue }
            if let other = first[name] {
                entry.report(
                    expected: "名称应不重复", found: "“\(name)”在 \(other.document.name) 第\(other.line)行已有",
                    remedy: "请改正其中一个")
            } else {
                first[name] = entry
            }
        }
        return entries.map { ($0, read($0)) }
    }

    /// By standing, the edition that rates.
    private static func ratedUnder(_ entry: YAMLEntry) -> [Standing: String] {
        let fields = YAMLFields(entry, Standing.allCases.map(\.rawValue))
        return Dictionary(
            uniqueKeysWithValues: Standing.allCases.compactMap { standing in
                fields.optional(standing.rawValue).map { (standing, $0.text) }
            })
    }

    /// What is taken away has its clause, and each clause an indicator; the lead parties a document.
    private func check(_ ratings: RatingScheme, _ deductions: [Clause], _ documents: [SourceDocument]) {
        let (asked, written) = (ratings.groups.compactMap(\.deduction), deductions.map(\.code))
        if asked.sorted() != written.sorted() {
            log.add(
                ConfigurationIssue(
                    file: "deductions.yml", line: 0, column: 0,
                    expected: "条款应与 ratings.yml 的 deduction 一致：\(asked.joined(separator: "、"))",
                    found: "读到 \(written.joined(separator: "、"))", remedy: "请补上或改正"))
        }
        if !documents.contains(where: { $0.id == ratings.leadReference.document }) {
            log.add(
                ConfigurationIssue(
                    file: "ratings.yml", line: 0, column: 0, expected: "leadReference 的 document 应为 edition.yml 里的文件",
                    found: "读到“\(ratings.leadReference.document)”", remedy: "请改正"))
        }
    }

    private func checkCircle(_ measures: [Read<Measure>]) {
        guard let circle = Measure.circle(among: measures.map(\.value)),
            let entry = measures.first(where: { $0.value.name == circle.first })?.entry
        else { return }
        entry.report(
            expected: "度量应不循环引用", found: "读到 \(circle.joined(separator: " → "))", remedy: "请改写其中一个")
    }

    private func checkDocuments(_ clauses: [Read<Clause>], _ documents: [SourceDocument]) {
        let ids = documents.map(\.id)
        for (entry, clause) in clauses where !ids.contains(clause.document) {
            (entry["document"] ?? entry).report(
                expected: "document 应为 edition.yml 里的文件", found: "读到“\(clause.document)”", remedy: "请改正",
                suggestion: NameSuggestion.nearest(to: clause.document, among: ids))
        }
    }

    private func checkDocuments(_ entries: [Read<Duty.Reference>], _ documents: [SourceDocument]) {
        let ids = documents.map(\.id)
        for (entry, reference) in entries where !ids.contains(reference.document) {
            (entry["reference"]?["document"] ?? entry).report(
                expected: "document 应为 edition.yml 里的文件", found: "读到“\(reference.document)”", remedy: "请改正",
                suggestion: NameSuggestion.nearest(to: reference.document, among: ids))
        }
    }

    /// Each negative criterion of the catalogue has its clause, in the same words.
    private func checkNegativeList(_ clauses: [Read<Clause>], _ catalogue: Catalogue) {
        let criteria = catalogue.categories.filter { $0.role == .negative }.flatMap(\.goals).flatMap(\.criteria)
        for criterion in criteria where !clauses.contains(where: { $0.value.code == criterion.code }) {
            log.add(
                ConfigurationIssue(
                    file: "negative-list.yml", line: 0, column: 0, expected: "应有条款 \(criterion.code)", found: "没有写",
                    remedy: "请补上"))
        }
        for (entry, clause) in clauses {
            guard let criterion = criteria.first(where: { $0.code == clause.code }) else {
                (entry["clause"] ?? entry).report(
                    expected: "条款应在 indicators.yml 里", found: "读到“\(clause.code)”", remedy: "请改正",
                    suggestion: NameSuggestion.nearest(to: clause.code, among: criteria.map(\.code)))
                continue
            }
            guard criterion.title != clause.title else { continue }
            (entry["title"] ?? entry).report(
                expected: "应与 indicators.yml 一致：“\(criterion.title)”", remedy: "请照原文改正")
        }
    }
}
