internal import FEEL
internal import Spreadsheet
internal import Standards

/// Reads the parts of a form that stand in tables.
struct FormTableReader {
    let crosswalk: FormCrosswalk
    let tables: [FormTable]
    let values: ValueReader
    private(set) var entries: [FormEntry] = []
    /// Cells that are accounted for.
    private var known: Set<FormCell> = []

    init(_ crosswalk: FormCrosswalk, tables: [FormTable], values: ValueReader) {
        self.crosswalk = crosswalk
        self.tables = tables
        self.values = values
    }

    mutating func read(_ parts: [FormPart], into draft: inout Draft) {
        for part in parts where part.isThere {
            for placement in part.placements { known.formUnion([placement.label] + placement.outer) }
        }
        for part in parts {
            guard part.isThere else {
                draft.sheet = nil
                draft.report(.missingTable, ["table": part.definition.title])
                continue
            }
            for placement in part.placements { read(placement, &draft) }
            draft.sheet = part.tables.first.map(\.sheet)
            for field in part.missing {
                draft.report(.missingLabel, ["table": part.definition.title, "label": field.title])
            }
            keepStrays(of: part, &draft)
        }
        draft.sheet = nil
    }

    private mutating func read(_ placement: FormPart.Placement, _ draft: inout Draft) {
        draft.sheet = placement.table.sheet
        switch placement.field.place {
        case .beside:
            let cells = placement.table.cells(inRow: placement.row)
                .filter { $0.columns.lowerBound > placement.label.columns.upperBound }
                .prefix { !known.contains($0) }
            let filled = cells.first { !placement.field.filledIn($0.text).isEmpty }
            guard let cell = filled ?? cells.first else { return }
            add(cell, placement, placement.field.year, &draft)
        case .under(let label):
            guard let heading = placement.table.heading(label, above: placement.row) else {
                return reportMissing("“\(label.text)”", above: placement, &draft)
            }
            let column = heading.columns.lowerBound
            guard let cell = placement.table.cell(row: placement.row, column: column), !known.contains(cell) else {
                return
            }
            add(cell, placement, placement.field.year, &draft)
        case .underYears:
            readYears(placement, &draft)
        }
    }

    private mutating func readYears(_ placement: FormPart.Placement, _ draft: inout Draft) {
        let headings = yearHeadings(for: placement)
        guard !headings.isEmpty else { return reportMissing("年度", above: placement, &draft) }
        var years: [(cell: FormCell, years: [ReportingYear])] = []
        for heading in headings {
            let column = heading.cell.columns.lowerBound
            guard let cell = placement.table.cell(row: placement.row, column: column), !known.contains(cell) else {
                continue
            }
            if years.last?.cell == cell {
                years[years.count - 1].years.append(heading.year)
            } else {
                years.append((cell, [heading.year]))
            }
        }
        for (cell, years) in years {
            if years.count == 1 { add(cell, placement, years[0], &draft) } else { keep(cell, placement, years, &draft) }
        }
    }

    /// Keeps what was filled in for several years at once, which no year can be said to have.
    private mutating func keep(
        _ cell: FormCell, _ placement: FormPart.Placement, _ years: [ReportingYear], _ draft: inout Draft
    ) {
        known.insert(cell)
        let field = placement.field
        let text = field.filledIn(cell.text)
        entries.append(FormEntry(field: field, label: field.title, year: nil, text: text, value: nil, cell: cell))
        guard !text.isEmpty else { return }
        let names = years.map { "\($0)年" }.joined(separator: "、")
        report(.mergedYears, at: cell, &draft, ["label": field.title, "years": names])
    }

    /// The headings above a row; those of a table before it that has the same columns, where a table was split.
    private func yearHeadings(for placement: FormPart.Placement) -> [YearHeading] {
        let own = placement.table.yearHeadings(above: placement.row)
        guard own.isEmpty else { return own }
        let before = tables.prefix { $0.number < placement.table.number }
        let continued = before.last { $0.width == placement.table.width && !$0.yearHeadings().isEmpty }
        return continued?.yearHeadings() ?? []
    }
}

extension FormTableReader {
    private mutating func add(
        _ cell: FormCell, _ placement: FormPart.Placement, _ year: ReportingYear?, _ draft: inout Draft
    ) {
        known.insert(cell)
        let field = placement.field
        let text = field.filledIn(cell.text)
        var (value, fault) = field.value(of: text, values)
        if value.status == .reported, field.kind.isNumeric,
            let unit = field.otherUnit(in: placement.label.label.remarks, among: values.units)
        {
            value = .rejected(text)
            fault = (.labelUnit, ["label": field.title, "unit": field.unit, "found": unit])
        }
        if let fault { report(fault.kind, at: cell, &draft, fault.values, field.indicator, year) }
        if let limit = field.limit, FormText.length(text) > limit {
            report(
                .textTooLong, at: cell, &draft,
                ["label": field.title, "limit": String(limit), "count": String(FormText.length(text))])
        }
        entries.append(
            FormEntry(field: field, label: field.title, year: year, text: text, value: value, cell: cell))
    }

    /// Keeps what stands in the part's tables and is none of its fields.
    private mutating func keepStrays(of part: FormPart, _ draft: inout Draft) {
        let headings = Set(part.definition.headings)
        let units = values.units.union(part.definition.fields.flatMap { [$0.unit] + $0.otherUnits })
        for table in part.tables {
            draft.sheet = table.sheet
            let strays = table.cells.filter { cell in
                let text = FormText.filledIn(cell.text)
                return !known.contains(cell) && !text.isEmpty && !headings.contains(cell.label)
                    && !units.contains(text.narrowed) && YearHeading(cell) == nil
            }
            let rows = Dictionary(grouping: strays, by: \.rows.lowerBound).sorted { $0.key < $1.key }
            for (_, row) in rows {
                let nearest = NameSuggestion.nearest(to: row[0].text, among: part.missing.map(\.label.text))
                report(
                    .unknownLabel, at: row[0], &draft,
                    ["found": row[0].text, "suggestion": nearest.map { "是否为“\($0)”？" } ?? ""])
                keep(row, of: table)
            }
        }
    }

    /// The first of several strays of a row names the others; one alone is named by what stands to its left.
    private mutating func keep(_ strays: [FormCell], of table: FormTable) {
        let row = strays[0].rows.lowerBound
        let left = table.cells(inRow: row).last { $0.columns.upperBound < strays[0].columns.lowerBound }
        let headings = table.yearHeadings(above: row)
        for cell in strays.count > 1 ? strays.dropFirst() : strays[...] {
            let year = headings.first { $0.cell.columns.lowerBound == cell.columns.lowerBound }?.year
            entries.append(
                FormEntry(
                    field: nil, label: strays.count > 1 ? strays[0].text : left?.text ?? "", year: year,
                    text: FormText.filledIn(cell.text), value: nil, cell: cell))
        }
        known.formUnion(strays)
    }

    private func reportMissing(_ heading: String, above placement: FormPart.Placement, _ draft: inout Draft) {
        report(
            .missingHeading, at: placement.label, &draft, ["label": placement.field.title, "heading": heading])
    }

    private func report(
        _ kind: FindingKind, at cell: FormCell, _ draft: inout Draft, _ values: [String: String],
        _ indicator: IndicatorCode? = nil, _ year: ReportingYear? = nil
    ) {
        draft.report(
            kind, row: cell.address.row, column: cell.address.column, indicator: indicator, year: year, values)
    }
}

extension FormTable {
    /// The table as sources of cells name it.
    var sheet: String { "表\(number)" }
}
