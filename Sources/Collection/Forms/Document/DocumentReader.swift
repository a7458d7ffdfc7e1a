internal import Spreadsheet
internal import Standards

/// Reads a document that is a form: every field as it was filled in, and observations of those that a standard asks
/// for, too.
///
/// A blank field gives no observation: that a form was left blank does not take back what was reported elsewhere.
struct DocumentReader {
    let crosswalks: [FormCrosswalk]
    let consortia: KnownConsortia
    let edition: Edition

    /// Cells of a document that may be a form; what has more is read by nobody.
    private static let mostCells = 20_000

    /// Returns what makes the document unreadable, or why it has to wait, if anything does.
    func read(_ document: WordDocument, into draft: inout Draft) -> Finding? {
        let isForm = document.tables.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.count } } <= Self.mostCells
        let tables = isForm ? document.tables.enumerated().map { FormTable($1, number: $0 + 1) } : []
        let fitting = crosswalks.map { crosswalk in
            let parts = crosswalk.tables.map { FormPart($0, in: tables) }
            return (crosswalk: crosswalk, parts: parts, labels: parts.reduce(0) { $0 + $1.placements.count })
        }
        guard
            let (crosswalk, parts, _) = fitting.filter({ $0.parts.contains(where: \.isThere) })
                .max(by: { $0.labels < $1.labels })
        else {
            let titles = crosswalks.map { "《\($0.title)》" }.joined(separator: "、")
            return Finding(.unknownDocument, at: draft.source(), ["forms": titles])
        }
        draft.sheetOrder = [FormLine.body] + tables.map(\.sheet)

        var fields = FormTableReader(crosswalk, tables: tables, values: ValueReader(edition.indicators))
        fields.read(parts, into: &draft)
        var coverCount = 0
        let own = Set(parts.filter(\.isThere).flatMap { $0.tables.map(\.number) })
        let lines = FormLine.lines(of: document, without: own, start: &coverCount)
        var text = FormLineReader(crosswalk, lines: lines, coverCount: coverCount)
        text.read(into: &draft)

        let (consortium, fault) = consortium(crosswalk, fields.entries, text.entries, &draft)
        keep(fields.entries, text.entries, of: crosswalk, as: consortium, &draft)
        draft.declarations = text.declarations
        if fault == nil { draft.consortiumOfDocument = consortium }
        if fault == nil { observe(fields.entries, crosswalk, consortium, &draft) }
        if fault == nil { keep(text.statements, of: crosswalk, as: consortium, &draft) }
        if !consortium.isEmpty { draft.attributeFindings(to: consortium) }
        draft.sheet = nil
        return fault
    }

    /// The consortium that the form is about; its name and why it has to wait, where none is known by that name.
    private func consortium(
        _ crosswalk: FormCrosswalk, _ fields: [FormEntry], _ lines: [FormLineReader.Entry], _ draft: inout Draft
    ) -> (String, Finding?) {
        let cover = lines.first { $0.label == crosswalk.subjectLabel?.text && !$0.text.isEmpty }
        let subject = fields.first { $0.field?.id == crosswalk.subject }
        let name = [subject?.text, cover?.text].compactMap(\.self).first { !$0.isEmpty } ?? ""
        draft.sheet = subject.map { $0.cell.sheet }
        let source = draft.source(row: subject?.cell.address.row ?? 0, column: subject?.cell.address.column ?? 0)
        if let cover, FormLabel(cover.text) != FormLabel(name) {
            draft.add(Finding(.namesDiffer, at: source, ["found": cover.text, "kept": name]))
        }
        guard !name.isEmpty else { return ("", Finding(.missingName, at: source)) }
        if let id = consortia.id(ofName: name) { return (id, nil) }
        let suggestion = consortia.nearest(to: name).map { "是否为“\($0)”？" } ?? ""
        return (
            name, Finding(.unknownName, at: source, consortium: name, ["found": name, "suggestion": suggestion])
        )
    }

    private func keep(
        _ fields: [FormEntry], _ lines: [FormLineReader.Entry], of crosswalk: FormCrosswalk, as consortium: String,
        _ draft: inout Draft
    ) {
        func keep(_ entry: FormEntry) {
            let indicator = entry.isObserved(by: crosswalk) ? entry.field?.indicator : nil
            draft.formFields.append(
                FormField(
                    form: crosswalk.id, consortium: consortium, id: entry.field?.id, label: entry.label,
                    unit: entry.field?.unit ?? "", year: entry.year, value: entry.text, indicator: indicator,
                    source: draft.source(row: entry.cell.address.row, column: entry.cell.address.column)))
        }
        for entry in fields {
            draft.sheet = entry.cell.sheet
            keep(entry)
        }
        for entry in lines {
            draft.sheet = entry.line.sheet
            draft.formFields.append(
                FormField(
                    form: crosswalk.id, consortium: consortium, id: entry.id, label: entry.label, unit: "",
                    year: nil, value: entry.text, indicator: nil,
                    source: draft.source(row: entry.line.address.row, column: entry.line.address.column)))
        }
    }

    private func keep(
        _ statements: [FoundStatement], of crosswalk: FormCrosswalk, as consortium: String, _ draft: inout Draft
    ) {
        for found in statements {
            draft.sheet = found.line.sheet
            let address = found.line.address
            let entry = found.signed(form: crosswalk).entry(
                of: consortium, source: draft.source(row: address.row, column: address.column))
            _ = draft.entries.add(
                entry, key: "\(entry.form.rawValue)\u{1F}\(entry.key)", row: address.row, text: found.text)
        }
    }

    private func observe(
        _ entries: [FormEntry], _ crosswalk: FormCrosswalk, _ consortium: String, _ draft: inout Draft
    ) {
        draft.add(.observations)
        for entry in entries where entry.isObserved(by: crosswalk) {
            guard let code = entry.field?.indicator, let indicator = edition.indicator(code), let year = entry.year,
                let basis = crosswalk.years[year], let value = entry.value
            else { continue }
            draft.sheet = entry.cell.sheet
            draft.observations.entries.append(
                ObservationTable.Entry(
                    value: value, basis: basis, year: Int16(year.value),
                    consortium: draft.observations.number(of: consortium), indicator: UInt16(indicator.ordinal),
                    column: UInt16(clamping: entry.cell.address.column), line: UInt32(entry.cell.address.row),
                    evidence: 0, reason: 0, sheet: draft.startSheet()))
        }
    }
}

extension FormEntry {
    /// Whether the entry is an observation: of a field that is mapped, in a year of the form, and not blank.
    fileprivate func isObserved(by crosswalk: FormCrosswalk) -> Bool {
        guard field?.indicator != nil, let year, crosswalk.years[year] != nil, let value else { return false }
        return value != .missing
    }
}

extension FormCell {
    /// The table as sources of cells name it.
    var sheet: String { "表\(table)" }
}

extension FormCrosswalk {
    /// The label of the field that names the consortium.
    fileprivate var subjectLabel: FormLabel? {
        tables.flatMap(\.fields).first { $0.id == subject }?.label
    }
}
