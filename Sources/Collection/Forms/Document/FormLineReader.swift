internal import Spreadsheet
internal import Standards

/// Reads the parts of a form that stand in lines of text: cover, sections, declaration.
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

    init(_ crosswalk: FormCrosswalk, lines: [FormLine], coverCount: Int) {
        self.crosswalk = crosswalk
        self.lines = lines
        self.coverCount = coverCount
    }

    mutating func read(into draft: inout Draft) {
        for field in crosswalk.cover { readCover(field) }
        for section in crosswalk.sections { read(section, &draft) }
        readDeclaration(&draft)
        draft.sheet = nil
    }

    private mutating func readCover(_ field: FormCrosswalk.Line) {
        for (index, line) in lines.prefix(coverCount).enumerated() {
            guard let text = line.text(after: field.label) else { continue }
            // A cover may be a table: the value stands in the next cell of the row.
            let next = index + 1 < coverCount ? lines[index + 1] : nil
            if text.isEmpty, let next, next.sheet != FormLine.body, next.sheet == line.sheet,
                next.address.row == line.address.row
            {
                return add(field.id, field.label, FormText.filledIn(next.text), next)
            }
            return add(field.id, field.label, text, line)
        }
    }

    private mutating func read(_ section: FormCrosswalk.Section, _ draft: inout Draft) {
        guard let start = lines.firstIndex(where: { $0.isHeading(section.heading) }) else {
            return draft.report(.missingLabel, ["table": crosswalk.title, "label": section.heading.text])
        }
        let content = lines[(start + 1)...].prefix { line in !headings.contains { line.isHeading($0) } }
        let text = content.map { FormText.filledIn($0.text) }
            .filter { !$0.isEmpty && !crosswalk.printed.contains(FormLabel($0)) }
            .joined(separator: "\n")
        let first = content.first { !$0.text.trimmed.isEmpty } ?? lines[start]
        add(section.id, section.heading, text, first)
        let length = FormText.length(text)
        guard length > section.limit else { return }
        draft.sheet = first.sheet
        draft.report(
            .textTooLong, row: first.address.row, column: first.address.column,
            ["label": section.heading.text, "limit": String(section.limit), "count": String(length)])
    }

    private mutating func readDeclaration(_ draft: inout Draft) {
        let declaration = crosswalk.declaration
        guard let start = lines.firstIndex(where: { $0.isHeading(declaration.heading) }) else {
            return draft.report(.missingLabel, ["table": crosswalk.title, "label": declaration.heading.text])
        }
        let content = lines[(start + 1)...]
        let signature = content.first { $0.text(after: declaration.signature) != nil }
        let date = content.first { FormLabel($0.text.filter { !$0.isNumber }) == declaration.date }
        let name = signature?.text(after: declaration.signature) ?? ""
        let isSigned = !name.isEmpty && !crosswalk.printed.contains(FormLabel(name))
        let isDated = date?.text.contains(where: \.isNumber) ?? false
        if let signature { add("signature", declaration.signature, isSigned ? name : "", signature) }
        if let date { add("signed-on", declaration.date, isDated ? date.text.trimmed : "", date) }
        let lacking = [isSigned ? nil : "负责人签字", isDated ? nil : "日期"].compactMap(\.self)
        guard !lacking.isEmpty else { return }
        let place = signature ?? lines[start]
        draft.sheet = place.sheet
        draft.report(
            .unsigned, row: place.address.row, column: place.address.column,
            ["heading": declaration.heading.text, "what": lacking.joined(separator: "和")])
    }

    /// What a section ends at.
    private var headings: [FormLabel] {
        crosswalk.tables.map { FormLabel($0.title) } + crosswalk.sections.map(\.heading)
            + [crosswalk.declaration.heading]
    }

    private mutating func add(_ id: String, _ label: FormLabel, _ text: String, _ line: FormLine) {
        entries.append(Entry(id: id, label: label.text, text: text, line: line))
    }
}
