internal import Spreadsheet
internal import Standards

/// Reads the parts of a form that stand in lines of text: cover, sections, declarations, statements.
struct FormLineReader {
    /// What was found, with the id and the label of its field.
    struct Entry {
        let id: String
        let label: String
        let text: String
        let line: FormLine
    }

    let crosswalk: FormCrosswalk
    let lines: [FormLine]
    /// How many lines stand before the first table of the form.
    let coverCount: Int
    private(set) var entries: [Entry] = []
    var declarations: [FormDeclaration] = []
    var statements: [FoundStatement] = []

    init(_ crosswalk: FormCrosswalk, lines: [FormLine], coverCount: Int) {
        self.crosswalk = crosswalk
        self.lines = lines
        self.coverCount = coverCount
    }

    mutating func read(into draft: inout Draft) {
        readCover(&draft)
        for section in crosswalk.sections { read(section, &draft) }
        readDeclarations(&draft)
        readStatements(&draft)
        draft.sheet = nil
    }

    private mutating func readCover(_ draft: inout Draft) {
        var lacking: [String] = []
        for field in crosswalk.cover {
            guard let index = lines.prefix(coverCount).firstIndex(where: { $0.text(after: field.label) != nil }) else {
                continue
            }
            readCover(field, at: index)
            if field.isDate, !(entries.last?.text ?? "").contains(where: \.isNumber) {
                lacking.append(field.label.text)
            }
            guard let seal = field.seal else { continue }
            let isSealed = hasPicture(besideCoverLine: index)
            add(field.id + "-seal", "\(field.label.text) › \(seal)", isSealed ? "有图片" : "", lines[index])
            if !isSealed { lacking.append("“\(field.label.text)”的\(seal)") }
        }
        guard !lacking.isEmpty, let first = lines.first else { return }
        report(.unsigned, at: first, ["heading": "封面", "what": lacking.chineseList], &draft)
    }

    private mutating func readCover(_ field: FormCrosswalk.Line, at index: Int) {
        let line = lines[index]
        if let text = line.text(after: field.label) {
            // A cover may be a table: the value stands in the next cell of the row.
            let next = index + 1 < coverCount ? lines[index + 1] : nil
            if text.isEmpty, let next, next.sheet != FormLine.body, next.sheet == line.sheet,
                next.address.row == line.address.row
            {
                return add(field.id, field.label.text, FormText.filledIn(next.text), next)
            }
            add(field.id, field.label.text, text, line)
        }
    }

    /// Whether a picture stands in a line of the cover, in its row of a table, or below it before the next text.
    private func hasPicture(besideCoverLine index: Int) -> Bool {
        let line = lines[index]
        let row = lines.prefix(coverCount).filter {
            line.cell != nil && $0.sheet == line.sheet && $0.address.row == line.address.row
        }
        let below = lines[..<coverCount].dropFirst(index + 1).prefix { $0.text.trimmed.isEmpty }
        return ([line] + row + below).contains { $0.pictures > 0 }
    }

    private mutating func read(_ section: FormCrosswalk.Section, _ draft: inout Draft) {
        guard let start = lines.firstIndex(where: { $0.isHeading(section.heading) }) else {
            return draft.report(.missingLabel, ["table": crosswalk.title, "label": section.heading.text])
        }
        let content = lines[(start + 1)...].prefix { line in !headings.contains { line.isHeading($0) } }
        let text = content.map { FormText.filledIn($0.text) }
            .filter { !$0.isEmpty && !isPrinted($0) }
            .joined(separator: "\n")
        let first = content.first { !$0.text.trimmed.isEmpty } ?? lines[start]
        add(section.id, section.heading.text, text, first)
        let length = FormText.length(text)
        guard length > section.limit else { return }
        draft.sheet = first.sheet
        draft.report(
            .textTooLong, row: first.address.row, column: first.address.column,
            ["label": section.heading.text, "limit": String(section.limit), "count": String(length)])
    }

    /// What a section ends at.
    var headings: [FormLabel] {
        crosswalk.tables.map { FormLabel($0.title) } + crosswalk.sections.map(\.heading)
            + crosswalk.declarations.map(\.heading)
    }

    private func isPrinted(_ text: String) -> Bool {
        crosswalk.printed.contains(FormLabel(text))
            || crosswalk.statements.contains { FormStatement.key($0.text) == FormStatement.key(text) }
    }

    mutating func add(_ id: String, _ label: String, _ text: String, _ line: FormLine) {
        entries.append(Entry(id: id, label: label, text: text, line: line))
    }

    func report(_ kind: FindingKind, at line: FormLine, _ values: [String: String], _ draft: inout Draft) {
        draft.sheet = line.sheet
        draft.report(kind, row: line.address.row, column: line.address.column, values)
    }
}
