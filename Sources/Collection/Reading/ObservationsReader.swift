internal import FEEL
internal import Spreadsheet
internal import Standards

/// Reads the form that has a figure a row. Files of millions of rows come this way, so a row that is as it should be
/// makes no strings.
struct ObservationsReader {
    private let columnCount: Int
    /// Whether cells are told apart by separators, so that one too many or too few puts others out of place.
    private let isDelimited: Bool
    let consortium, indicator, year, value: Int
    let period: Int?
    /// What may be told by quarter.
    let quarterly: Set<IndicatorCode>
    private let basis, evidence, reason, explanation, unit: Int?
    private let units: StatedUnits
    private let sheet: UInt16
    private let values: ValueReader
    private(set) var codes: CodeTable
    private var lastConsortium: (bytes: [UInt8], number: UInt32?) = ([], nil)
    private var lastNote: (bytes: [UInt8], position: UInt32) = ([], 0)

    /// Nil where `header` lacks a column that the form needs.
    init?(
        header: FormHeader, indicators: [Indicator], quarterly: Set<IndicatorCode> = [], into draft: inout Draft
    ) {
        guard let consortium = header.position("consortium"), let indicator = header.position("indicator"),
            let year = header.position("year"), let value = header.position("value")
        else { return nil }
        columnCount = header.count
        self.quarterly = quarterly
        isDelimited = draft.sheet == nil
        (self.consortium, self.indicator, self.year, self.value) = (consortium, indicator, year, value)
        basis = header.position("basis")
        period = header.position("period")
        evidence = header.position("evidence")
        reason = header.position("reason")
        explanation = header.position("explanation")
        unit = header.position("unit")
        units = header.units
        values = ValueReader(indicators)
        codes = CodeTable(indicators)
        sheet = draft.startSheet()
    }

    mutating func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let isOverlong = row.count > columnCount && isDelimited && isShifted(row)
        if isDelimited, isOverlong || row.count < columnCount { reportLength(of: row, in: &draft) }
        guard row.count > max(consortium, indicator, year) else { return reportBlank(row, in: &draft) }

        guard let ordinal = row.withText(at: indicator, { codes.ordinal(of: $0) }) else {
            let found = row.text(at: indicator)
            if found.narrowed.isEmpty { return reportBlank(row, in: &draft) }
            draft.report(
                .unknownIndicator, row: row.number, column: indicator + 1, consortium: row.text(at: consortium),
                ["found": found, "suggestion": codes.suggestion(for: found)])
            return
        }
        guard let year = row.withText(at: year, { $0.reportingYear }) else {
            if let quarter = quarter(of: row) { return read(quarter, ordinal, of: row, into: &draft) }
            draft.report(
                .badYear, row: row.number, column: year + 1, consortium: row.text(at: consortium),
                indicator: codes.indicators[ordinal].code, ["found": row.text(at: year)])
            return
        }
        guard let basis = basis(of: row) else {
            draft.report(
                .badBasis, row: row.number, column: (basis ?? 0) + 1, consortium: row.text(at: consortium),
                indicator: codes.indicators[ordinal].code, year: year, ["found": row.text(at: basis ?? 0)])
            return
        }
        // The figure of a quarter is not one of the year.
        if let period, period < row.count, Period.reading(row.text(at: period)) != .year {
            if basis == .actual, let quarter = quarter(of: row) {
                return read(quarter, ordinal, of: row, into: &draft)
            }
            draft.report(
                .badPeriod, row: row.number, column: period + 1, consortium: row.text(at: consortium),
                indicator: codes.indicators[ordinal].code, year: year,
                ["indicator": codes.indicators[ordinal].name, "found": row.text(at: period)])
            return
        }
        guard let number = consortiumNumber(of: row, in: &draft) else {
            return row.text(at: consortium).identifier.isEmpty ? reportBlank(row, in: &draft) : ()
        }
        let isPlan = basis == .committed || codes.indicators[ordinal].revisionPolicy == .first
        guard draft.accepts(year, isPlan: isPlan, row: row.number, column: self.year + 1) else { return }

        let (observed, fault) = isOverlong ? overlongValue(of: row) : value(of: row, as: ordinal)
        if let fault {
            draft.report(
                fault, row: row.number, column: value + 1, consortium: draft.observations.consortia[Int(number)],
                indicator: codes.indicators[ordinal].code, year: year)
        }
        draft.observations.entries.append(
            ObservationTable.Entry(
                value: observed, basis: basis, year: Int16(year.value), consortium: number,
                indicator: UInt16(ordinal), column: UInt16(value + 1), line: UInt32(row.number),
                evidence: note(evidence, of: row, in: &draft), reason: note(reason, of: row, in: &draft), sheet: sheet,
                isHidden: draft.isSheetHidden || row.isHidden(at: value),
                explanation: note(explanation, of: row, in: &draft)))
    }
}

extension ObservationsReader {
    /// What the cell of the value says.
    func value(
        of row: borrowing Spreadsheet.Row, as ordinal: Int
    ) -> (ObservedValue, ValueReader.Fault?) {
        guard row.count > value else { return (.missing, nil) }
        guard unit == nil, units.isEmpty else {
            let indicator = codes.indicators[ordinal]
            let stated = units.statement(
                at: value, ofRow: unit.map { row.text(at: $0) } ?? "", for: indicator)
            return values.value(of: row, at: value, as: indicator, stated: stated)
        }
        // Text, as a CSV file has it, or a number as plain: the quick way for files of millions of rows.
        if row.type(at: value) == .text || row.type(at: value) == .number,
            let plain = row.withText(at: value, { ValueReader.plainValue(of: $0, as: codes.kinds[ordinal]) })
        {
            let doubt = ValueReader.doubt(
                plain, codes.kinds[ordinal], isDivisible: codes.indicators[ordinal].isDivisible,
                saysPercent: codes.indicators[ordinal].isGrowthRate)
            return (plain, doubt)
        }
        return values.value(of: row, at: value, as: codes.indicators[ordinal])
    }

    /// In a row whose cells do not stand under their headings nobody knows which cell the value is.
    private func overlongValue(of row: borrowing Spreadsheet.Row) -> (ObservedValue, ValueReader.Fault?) {
        (.rejected((value..<row.count).map { row.text(at: $0) }.joined(separator: ",")), nil)
    }

    /// Whether a row with more cells than the header has them out of place: the others say something, or a number may
    /// have been cut at its comma (1,200 with nothing behind it). Empty ones at the end are only commas too many.
    private func isShifted(_ row: borrowing Spreadsheet.Row) -> Bool {
        for position in columnCount..<row.count where !row.text(at: position).narrowed.isEmpty { return true }
        let (head, tail) = (row.text(at: value).narrowed, row.text(at: value + 1).narrowed)
        let thousands = tail.prefix { $0 != "." }
        return (1...3).contains(head.drop { "+-".contains($0) }.count) && Quantity(head)?.unit == ""
            && thousands.count == 3 && Quantity(tail)?.unit == ""
    }

    /// The basis of a row: actual where the table has no such column, or leaves it blank.
    private func basis(of row: borrowing Spreadsheet.Row) -> Basis? {
        guard let basis, basis < row.count else { return .actual }
        return row.withText(at: basis) { text in
            if text.isEmpty || text.equals("actual") || text.equals("实际") { return .actual }
            if text.equals("committed") || text.equals("承诺") { return .committed }
            let word = text.string
            return word.narrowed.isEmpty ? .actual : Basis.reading(word)
        }
    }

    /// The number of the consortium, one in full-width digits and one in half-width ones being the same; nil where the
    /// cell is blank. Quick where the same comes many times in a row.
    @inline(__always)
    private mutating func consortiumNumber(of row: borrowing Spreadsheet.Row, in draft: inout Draft) -> UInt32? {
        if row.withText(at: consortium, { $0.equals(lastConsortium.bytes) }) { return lastConsortium.number }
        let text = row.text(at: consortium)
        let name = text.identifier.isEmpty ? "" : draft.consortium(text)
        guard name.count <= FormRow.longestID else {
            draft.report(
                .idTooLong, row: row.number, column: consortium + 1,
                ["column": "联合体编号", "count": String(name.count), "limit": String(FormRow.longestID)])
            return nil
        }
        lastConsortium = (Array(text.utf8), name.isEmpty ? nil : draft.observations.number(of: name))
        return lastConsortium.number
    }

    /// The position, plus one, of a note's text among the notes; 0 where the cell is blank.
    private mutating func note(_ column: Int?, of row: borrowing Spreadsheet.Row, in draft: inout Draft) -> UInt32 {
        guard let column, column < row.count else { return 0 }
        let isRepeated = row.withText(at: column) { $0.isEmpty || $0.equals(lastNote.bytes) }
        if isRepeated { return row.withText(at: column) { $0.isEmpty ? 0 : lastNote.position } }
        let text = row.text(at: column)
        lastNote.bytes = Array(text.utf8)
        lastNote.position = 0
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return 0 }
        draft.observations.notes.append(trimmed)
        lastNote.position = UInt32(draft.observations.notes.count)
        return lastNote.position
    }

    private func reportLength(of row: borrowing Spreadsheet.Row, in draft: inout Draft) {
        draft.report(
            row.count > columnCount ? .longRow : .shortRow, row: row.number,
            ["count": String(row.count), "expected": String(columnCount)])
    }

    /// Names the first blank cell without which a row says nothing, if the row says anything at all.
    private func reportBlank(_ row: borrowing Spreadsheet.Row, in draft: inout Draft) {
        guard (0..<row.count).contains(where: { !row.text(at: $0).narrowed.isEmpty }) else { return }
        for (position, title) in [(consortium, "联合体编号"), (indicator, "观测点"), (year, "年度")]
        where row.text(at: position).narrowed.isEmpty {
            return draft.report(.missingKey, row: row.number, column: position + 1, ["column": title])
        }
    }
}

extension Span where Element == UInt8 {
    /// The year that a cell holds; four ASCII digits without a string.
    fileprivate var reportingYear: ReportingYear? {
        guard count == 4, self[0] == 0x32, self[1] == 0x30, (0x30...0x39).contains(self[2]),
            (0x30...0x39).contains(self[3])
        else { return ReportingYear(text: string.narrowed) }
        return ReportingYear(2000 + Int(self[2] - 0x30) * 10 + Int(self[3] - 0x30))
    }
}
