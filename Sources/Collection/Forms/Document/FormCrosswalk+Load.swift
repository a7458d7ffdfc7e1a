package import Configuration
package import Foundation
internal import FEEL
package import Standards

extension FormCrosswalk {
    /// Loads the crosswalk in `directory` (`data/forms/<id>`), checked against the standard it maps to.
    ///
    /// - Returns: nil where the crosswalk is for another standard.
    /// - Throws: everything that is wrong, not the first thing only, each with its line and column.
    package static func load(from directory: URL, for edition: Edition) throws(ConfigurationError) -> FormCrosswalk? {
        let url = directory.appending(path: "crosswalk.yml")
        guard let data = try? Data(contentsOf: url) else {
            throw ConfigurationError([
                ConfigurationIssue(
                    file: url.path, line: 0, column: 0, expected: "应有这个文件", found: "打不开", remedy: "请检查表单的目录是否完整、可读")
            ])
        }
        return try load(data, named: "\(directory.lastPathComponent)/crosswalk.yml", for: edition)
    }

    static func load(
        _ data: Data, named name: String, for edition: Edition
    ) throws(ConfigurationError) -> FormCrosswalk? {
        let log = IssueLog()
        let root = YAMLDocument(name: name, data: data, log: log).root
        // What belongs to another standard is checked when that one is loaded.
        if let root, let other = root["edition"]?.rawText, other != edition.id { return nil }
        let crosswalk = root.map { root in
            var reader = CrosswalkReader(edition: edition)
            return reader.read(root)
        }
        guard let crosswalk, log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return crosswalk
    }
}

/// Reads a crosswalk's entries, each against those before it and against the standard.
private struct CrosswalkReader {
    let edition: Edition
    private var ids: Set<String> = []
    private var mapped: Set<String> = []

    init(edition: Edition) {
        self.edition = edition
    }

    mutating func read(_ root: YAMLEntry) -> FormCrosswalk {
        let fields = YAMLFields(
            root,
            [
                "id", "title", "edition", "years", "subject", "cover", "tables", "sections", "declarations",
                "statements",
                "printed",
            ])
        var years: [ReportingYear: Basis] = [:]
        for entry in fields.items("years") {
            let pair = YAMLFields(entry, ["year", "basis"])
            if let year = pair.required("year")?.year { years[year] = pair.required("basis")?.word() }
        }
        var cover: [FormCrosswalk.Line] = []
        for entry in fields.optional("cover")?.items ?? [] {
            let line = YAMLFields(entry, ["id", "label", "seal", "date"])
            cover.append(
                FormCrosswalk.Line(
                    id: id(line), label: FormLabel(line.text("label")), seal: line.optional("seal")?.text,
                    isDate: line.optional("date")?.truth ?? false))
        }
        var tables: [FormCrosswalk.Table] = []
        for entry in fields.items("tables") { tables.append(table(entry)) }
        var sections: [FormCrosswalk.Section] = []
        for entry in fields.optional("sections")?.items ?? [] {
            let section = YAMLFields(entry, ["id", "heading", "limit"])
            sections.append(
                FormCrosswalk.Section(
                    id: id(section), heading: FormLabel(section.text("heading")),
                    limit: section.required("limit")?.integer ?? 0))
        }
        var declarations: [FormCrosswalk.Declaration] = []
        for entry in fields.optional("declarations")?.items ?? [] { declarations.append(declaration(entry)) }
        var statements: [FormStatement] = []
        for entry in fields.optional("statements")?.items ?? [] {
            statements.append(statement(entry, of: declarations))
        }
        let subject = fields.required("subject")
        if let subject, !tables.contains(where: { $0.fields.contains { $0.id == subject.rawText } }) {
            subject.report(expected: "应为某一栏的 id", remedy: "请改正")
        }
        return FormCrosswalk(
            id: fields.text("id"), title: fields.text("title"), edition: fields.text("edition"), years: years,
            subject: subject?.rawText ?? "", cover: cover, tables: tables, sections: sections,
            declarations: declarations, statements: statements,
            printed: Set(fields.optional("printed")?.items.map { FormLabel($0.text) } ?? []))
    }

    private mutating func declaration(_ entry: YAMLEntry) -> FormCrosswalk.Declaration {
        let parts = YAMLFields(entry, ["id", "where", "title", "opinion", "signature", "seal"])
        let signatures = parts.required("signature").map { $0.isList ? $0.items.map(\.text) : [$0.text] } ?? []
        return FormCrosswalk.Declaration(
            id: id(parts), heading: FormLabel(parts.text("where")), title: FormLabel(parts.text("title")),
            opinion: parts.optional("opinion").map { FormLabel($0.text) }, signatures: signatures.map(FormLabel.init),
            seal: parts.optional("seal").map { FormLabel($0.text) })
    }

    private mutating func statement(
        _ entry: YAMLEntry, of declarations: [FormCrosswalk.Declaration]
    ) -> FormStatement {
        let parts = YAMLFields(entry, ["id", "title", "text", "signed", "denies"])
        let denial = parts.optional("denies").map { entry in
            let denial = YAMLFields(entry, ["years", "domains", "severities"])
            return FormStatement.Denial(
                years: denial.required("years")?.integer ?? 0,
                domains: denial.items("domains").compactMap { $0.word() },
                severities: denial.items("severities").compactMap { $0.word() })
        }
        let signed = parts.required("signed")
        if let signed, !declarations.contains(where: { $0.id == signed.rawText }) {
            signed.report(expected: "应为 declarations 中某一项的 id", remedy: "请改正")
        }
        return FormStatement(
            id: id(parts), title: parts.text("title"), text: parts.text("text"), declaration: signed?.rawText ?? "",
            denial: denial)
    }

    private mutating func table(_ entry: YAMLEntry) -> FormCrosswalk.Table {
        let parts = YAMLFields(entry, ["title", "headings", "fields"])
        var fields: [FormCrosswalk.Field] = []
        for entry in parts.items("fields") { fields.append(field(entry)) }
        return FormCrosswalk.Table(
            title: parts.text("title"), headings: parts.optional("headings")?.items.map { FormLabel($0.text) } ?? [],
            fields: fields)
    }

    private static let keys = [
        "id", "row", "line", "columns", "column", "year", "kind", "unit", "otherUnits", "limit", "indicator",
        "reference",
    ]

    private mutating func field(_ entry: YAMLEntry) -> FormCrosswalk.Field {
        let parts = YAMLFields(entry, Self.keys)
        let row = parts.required("row").map { $0.rawText == nil ? $0.items.map(\.text) : [$0.text] } ?? []
        let field = FormCrosswalk.Field(
            id: id(parts), row: row.isEmpty ? [FormLabel("")] : row.map(FormLabel.init),
            line: parts.optional("line")?.integer ?? 1, place: place(parts), year: parts.optional("year")?.year,
            kind: parts.required("kind")?.word() ?? .text, unit: parts.optionalText("unit"),
            otherUnits: parts.optional("otherUnits")?.items.map(\.text) ?? [],
            limit: parts.optional("limit")?.integer,
            indicator: parts.optional("indicator").map { IndicatorCode($0.text) })
        if field.line < 1 { parts.optional("line")?.report(expected: "行从 1 数起", remedy: "请改正") }
        if let indicator = parts.optional("indicator") {
            _ = parts.text("reference")
            check(field, mappedBy: indicator)
        } else if let reference = parts.optional("reference") {
            reference.report(expected: "reference 应与 indicator 一起写", remedy: "请补上 indicator 或删去")
        }
        return field
    }

    private func place(_ parts: YAMLFields) -> FormCrosswalk.Field.Place {
        if let columns = parts.optional("columns") {
            _ = columns.word(among: [("years", true)])
            return .underYears
        }
        return parts.optional("column").map { .under(FormLabel($0.text)) } ?? .beside
    }

    /// A field can only be an indicator of its own sort and unit, once, in years that it says.
    private mutating func check(_ field: FormCrosswalk.Field, mappedBy entry: YAMLEntry) {
        guard let code = field.indicator, let indicator = edition.indicator(code) else {
            entry.report(
                expected: "应为已有的观测点编号", remedy: "请查 indicators.yml",
                suggestion: NameSuggestion.nearest(
                    to: field.indicator?.text ?? "", among: edition.indicators.map(\.code.text)))
            return
        }
        if indicator.kind != field.kind || indicator.unit != field.unit {
            entry.report(
                expected: "应与本栏同类型、同单位（\(field.kind.rawValue) \(field.unit)）",
                found: "\(code) 是 \(indicator.kind.rawValue) \(indicator.unit)", remedy: "不是一回事的不对应")
        }
        var isDated = field.year != nil
        if case .underYears = field.place { isDated = true }
        if !isDated { entry.report(expected: "对应的栏应有 year 或 columns: years", found: "没有写", remedy: "请补上") }
        if !mapped.insert("\(code) \(field.year?.description ?? "")").inserted {
            entry.report(expected: "一个观测点应只对应一栏", remedy: "请改正其中一个")
        }
    }

    private mutating func id(_ parts: YAMLFields) -> String {
        guard let entry = parts.required("id") else { return "" }
        if !ids.insert(entry.text).inserted { entry.report(expected: "id 应不重复", remedy: "请改正其中一个") }
        return entry.text
    }
}
