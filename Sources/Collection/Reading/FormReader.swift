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
    func text(_ column: String) -> String {
        header.position(column).map { row.text(at: $0).trimmed } ?? ""
    }

    /// The text as codes and numbers are compared: in half-width letters.
    func code(_ column: String) -> String { text(column).narrowed }

    /// Whose row it is: as it says itself or, where it does not, the cover of the workbook; nil where neither does.
    func consortium(_ draft: Draft) -> String? {
        let consortium = draft.consortium(code("consortium"))
        return consortium.isEmpty ? nil : consortium
    }

    func optionalText(_ column: String) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    func date(_ column: String, _ draft: inout Draft) -> CalendarDate? {
        value(column, &draft, .badDate) { CalendarDate.reading($0) }
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
        guard text(column).isEmpty else { return true }
        draft.report(.missingKey, row: number, column: self.column(of: column), ["column": title(column)])
        return false
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
