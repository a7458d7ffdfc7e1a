internal import FEEL
internal import Spreadsheet
internal import Standards

/// Reads the rows of a register under a header that was recognised.
protocol FormReader {
    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft)
}

/// A row of a register under its header: values by the names of their columns, with a finding for each that cannot be
/// read.
struct FormRow {
    private let header: FormHeader
    private let row: Spreadsheet.Row

    init(_ row: borrowing Spreadsheet.Row, _ header: FormHeader) {
        self.row = copy row
        self.header = header
    }

    var number: Int { row.number }

    /// All that the row says.
    var text: String { row.cells.map(\.text).joined(separator: "\u{1F}") }

    /// The text of a column, without white space at its ends; empty where there is none.
    func text(_ column: String) -> String { text(at: header.position(column)) }

    /// The same of the column that stands at `position`.
    func text(at position: Int?) -> String { position.map { row.text(at: $0).trimmed } ?? "" }

    /// The text as codes and numbers are compared: in half-width letters.
    func code(_ column: String) -> String { text(column).narrowed }

    /// Whose row it is: as it says itself or, where it does not, the cover of the workbook; nil where neither does.
    func consortium(_ draft: Draft) -> String? {
        let consortium = draft.consortium(code("consortium"))
        return consortium.isEmpty || consortium.count > Self.longestID ? nil : consortium
    }

    func optionalText(_ column: String) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    /// A day; one of which the year is not written is none, unless `year` says in which it is.
    func date(_ column: String, in year: ReportingYear? = nil, _ draft: inout Draft) -> CalendarDate? {
        var kind = FindingKind.badDate
        let reading = DateReading(text(column))
        if case .withoutYear(let month, let day) = reading {
            if let year, let date = CalendarDate(year: year.value, month: month, day: day) { return date }
            kind = .dateWithoutYear
        }
        return value(column, &draft, kind) { _ in if case .day(let day) = reading { day } else { nil } }
    }

    /// A day that is told, and kept, where it is still to come or before the first year that the edition asks for.
    func notedDate(_ column: String, _ draft: inout Draft) -> CalendarDate? {
        guard let day = date(column, &draft) else { return nil }
        note(day, column, &draft)
        return day
    }

    /// Tells of a day that is still to come or before the first year that the edition asks for.
    func note(_ day: CalendarDate, _ column: String, _ draft: inout Draft) {
        if let today = draft.today, day > today {
            draft.report(
                .dateStillToCome, row: number, column: self.column(of: column),
                ["column": title(column), "found": day.inChinese, "today": today.inChinese])
        } else if let first = draft.firstYear, day.year < first.value {
            draft.report(
                .dateBeforeFirstYear, row: number, column: self.column(of: column),
                ["column": title(column), "found": day.description, "first": first.description])
        }
    }

    /// An id, by which later rows mean the same; nil for one that is longer than any, which is told.
    func identifier(_ column: String, _ draft: inout Draft) -> String? {
        let id = text(column).identifier
        guard id.count > Self.longestID else { return id }
        draft.report(
            .idTooLong, row: number, column: self.column(of: column),
            ["column": title(column), "count": String(id.count), "limit": String(Self.longestID)])
        return nil
    }

    /// In characters; no register numbers its entries with as many.
    static let longestID = 64

    /// A day on which something has happened. One that is still to come was mistyped: nobody knows when it was.
    func pastDate(_ column: String, _ draft: inout Draft) -> CalendarDate? {
        guard let day = date(column, &draft) else { return nil }
        guard let today = draft.today, day > today else { return day }
        draft.report(
            .dateInFuture, row: number, column: self.column(of: column),
            ["column": title(column), "found": day.inChinese, "today": today.inChinese])
        return nil
    }

    func truth(_ column: String, _ draft: inout Draft) -> Bool? {
        value(column, &draft, .badBoolean) { ValueReader.truth(of: $0.narrowed) }
    }

    func word<Word: Worded>(_ column: String, _ draft: inout Draft) -> Word? {
        value(column, &draft, .badWord, ["column": title(column), "choices": Word.choices]) { Word.reading($0) }
    }

    func region(_ column: String, of regions: RegionTable, in province: String? = nil, _ draft: inout Draft) -> String {
        value(column, &draft, .unknownRegion) { regions.code(of: $0, in: province) } ?? code(column)
    }

    /// The regions that a cell lists, with a finding where one is not known.
    func regions(_ column: String, of regions: RegionTable, in province: String, _ draft: inout Draft) -> [String] {
        let names = text(column).split { "、,，;；".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        let codes = names.compactMap { name in
            regions.code(of: name, in: province) ?? regions.code(of: name, in: nil)
        }
        if codes.count < names.count { _ = region(column, of: regions, in: province, &draft) }
        return codes
    }

    /// Reports `column` as blank where a row cannot do without it.
    func require(_ column: String, _ draft: inout Draft) -> Bool {
        guard text(column).isEmpty else { return identifier(column, isID: column == "consortium", &draft) }
        draft.report(.missingKey, row: number, column: self.column(of: column), ["column": title(column)])
        return false
    }

    private func identifier(_ column: String, isID: Bool, _ draft: inout Draft) -> Bool {
        !isID || identifier(column, &draft) != nil
    }

    func column(of id: String) -> Int {
        header.position(id).map { $0 + 1 } ?? 0
    }

    func title(_ id: String) -> String {
        header.kind.columns.first { $0.id == id }?.title ?? id
    }

    private func value<Value>(
        _ column: String, _ draft: inout Draft, _ kind: FindingKind, _ values: [String: String] = [:],
        _ read: (String) -> Value?
    ) -> Value? {
        let text = text(column)
        guard !text.isEmpty else { return nil }
        if let value = read(text) { return value }
        draft.report(
            kind, row: number, column: self.column(of: column), values.merging(["found": text]) { first, _ in first })
        return nil
    }
}
