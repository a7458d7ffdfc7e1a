internal import FEEL
internal import Spreadsheet
internal import Standards

/// Reads the registers whose columns no rule reads by themselves: members, work plans, documents, tasks, ratings,
/// evaluations. Cells are kept as they were written, dates as `2025-03-01`.
struct EntriesReader: FormReader {
    private let header: FormHeader
    private let form: RegisterEntry.Form
    /// The kind of consortium that words for members are of.
    private let kind: ConsortiumKind
    /// Those whose cells are kept.
    private let columns: [Column]
    /// What an entry is known by, beside its consortium: places in ``columns``.
    private let key: [Int]

    private struct Column {
        let id: String
        /// Where it stands in the table.
        let position: Int?
        let isRequired: Bool
        let isDate: Bool
    }

    init(header: FormHeader, form: RegisterEntry.Form, kind: ConsortiumKind) {
        self.header = header
        self.form = form
        self.kind = kind
        let columns = header.kind.columns.filter { !["consortium", "edition", "withdrawn"].contains($0.id) }.map {
            Column(
                id: $0.id, position: header.position($0.id), isRequired: $0.isRequired,
                isDate: form.dateColumns.contains($0.id))
        }
        key = form.keyColumns.compactMap { id in columns.firstIndex { $0.id == id } }
        self.columns = columns
    }

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        let texts = columns.map { row.text(at: $0.position) }
        guard texts.contains(where: { !$0.isEmpty }) else { return }
        // A place's target is of no consortium.
        let subject = form == .targets ? "" : row.consortium(draft)
        guard let consortium = subject else { return _ = row.require("consortium", &draft) }
        for place in key where columns[place].isRequired {
            guard row.require(columns[place].id, &draft) else { return }
        }
        draft.add(header.kind)
        let key = key.map { place in
            (columns[place].isDate ? CalendarDate.reading(texts[place])?.description : nil) ?? texts[place].nameKey
        }.joined(separator: "\u{1F}")
        if row.takesBack(header.kind, key, consortium: consortium, &draft) { return }
        var values: [String: String] = [:]
        var hasher = Hasher()
        for (column, text) in zip(columns, texts) where !text.isEmpty {
            let value = column.isDate ? date(text, in: column.id, of: row, &draft) : text
            values[column.id] = value
            hasher.combine(value)
        }
        if form == .members {
            check(row, &draft)
        }
        // What the list was sent out with says nothing.
        if draft.prefill?.holds(values, of: header.kind) == true { return }
        let entry = RegisterEntry(
            form: form, consortium: consortium, key: key, values: values,
            source: draft.source(row: row.number, column: row.column(of: form.keyColumns[0])))
        let earlier = draft.entries.add(
            entry, key: "\(form.rawValue)\u{1F}\(consortium)\u{1F}\(key)", row: row.number, hash: hasher.finalize())
        draft.reportRepetition(of: earlier, in: row)
    }

    /// What a date says; nil where it cannot be read.
    private func date(_ text: String, in column: String, of row: FormRow, _ draft: inout Draft) -> String? {
        // Lists of members had a year here.
        guard form == .members else {
            // What is due, is due in the year that the row is of.
            let year = column == "due" ? ReportingYear(text: row.code("year")) : nil
            let day = row.date(column, in: year, &draft)
            if let day, column != "due" { row.note(day, column, &draft) }
            return day?.description
        }
        if let day = CalendarDate.reading(text) { return day.description }
        if let year = ReportingYear(text: text) { return year.description }
        draft.report(
            .badMemberDate, row: row.number, column: row.column(of: column),
            ["column": row.title(column), "found": text])
        return text
    }

    private func check(_ row: FormRow, _ draft: inout Draft) {
        check("category", of: row, among: TemplateLayout.memberKinds(of: kind), &draft)
        check("role", of: row, among: TemplateLayout.memberRoles(of: kind), &draft)
        let code = row.code("creditCode")
        guard !code.isEmpty, !CreditCode.isValid(code) else { return }
        draft.report(.badCreditCode, row: row.number, column: row.column(of: "creditCode"), ["found": code])
    }

    private func check(_ column: String, of row: FormRow, among choices: [String], _ draft: inout Draft) {
        let word = row.code(column)
        guard !word.isEmpty, !choices.contains(where: { $0.narrowed == word }) else { return }
        draft.report(
            .badWord, row: row.number, column: row.column(of: column),
            [
                "column": row.title(column), "choices": choices.map { "“\($0)”" }.joined(), "found": row.text(column),
            ])
    }
}

extension RegisterEntry.Form {
    /// What an entry is known by, beside its consortium.
    fileprivate var keyColumns: [String] {
        switch self {
        case .members: ["name"]
        case .workplans: ["item", "year"]
        // That a document was sent again is another entry.
        case .documents: ["title", "kind", "period", "sentOn"]
        case .tasks: ["task", "year"]
        // Two people rate the same point, each in their own words, and may rate it again in another year.
        case .ratings: ["point", "round", "by", "on"]
        case .evaluations: ["source", "year", "by"]
        // They stand in documents, and in no table.
        case .statements, .quarters: []
        case .targets: ["target", "year"]
        }
    }

    fileprivate var dateColumns: [String] {
        switch self {
        case .members: ["joinedOn", "leftOn"]
        case .workplans: ["due"]
        case .documents: ["sentOn"]
        case .tasks: ["due", "completedOn"]
        case .ratings, .evaluations, .statements, .targets: ["on"]
        case .quarters: []
        }
    }
}
