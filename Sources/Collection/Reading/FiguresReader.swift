internal import FEEL
internal import Spreadsheet
internal import Standards

/// Reads the form that has a row an indicator and a column a year, as the sheet 观测点 of the yearly workbook is.
///
/// In the column of the year reported on a blank is a missing figure; in those of other years, which the workbook shows
/// for comparison, and of promises it says nothing. Nor does a cell that still holds what the workbook was sent out with. Evidence is of the
/// year reported on, a reason of earlier ones, an explanation of all.
struct FiguresReader {
    private let header: FormHeader
    private let indicator: Int
    /// The column of the year reported on.
    private let reported: YearColumn?
    private let sheet: UInt16
    private let values: ValueReader
    private var codes: CodeTable

    init?(header: FormHeader, edition: Edition, into draft: inout Draft) {
        guard let indicator = header.position("indicator") else { return nil }
        self.header = header
        self.indicator = indicator
        let actual = header.years.map(\.column).filter { column in
            column.basis == .actual && draft.today.map { column.year.value <= $0.year } ?? true
        }
        reported = actual.first { $0.year == draft.cover?.year } ?? actual.max { $0.year < $1.year }
        sheet = draft.startSheet()
        values = ValueReader(edition.indicators)
        codes = CodeTable(edition.indicators)
        reportOtherYear(in: &draft)
    }

    mutating func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let code = row.text(at: indicator).narrowed
        // Rows without a code are headings, unless they give figures.
        guard !code.isEmpty else {
            guard header.years.contains(where: { !row.text(at: $0.position).narrowed.isEmpty }) else { return }
            return draft.report(.missingKey, row: row.number, column: indicator + 1, ["column": "观测点编号"])
        }
        let consortium = draft.consortium(header.position("consortium").map { row.text(at: $0).trimmed } ?? "")
        guard !consortium.isEmpty else {
            let column = header.position("consortium").map { $0 + 1 } ?? 0
            return draft.report(.missingKey, row: row.number, column: column, ["column": "联合体编号"])
        }
        guard row.count > indicator, let ordinal = row.withText(at: indicator, { codes.ordinal(of: $0) }) else {
            return draft.report(
                .unknownIndicator, row: row.number, column: indicator + 1, consortium: consortium,
                ["found": code, "suggestion": codes.suggestion(for: code)])
        }
        let indicator = codes.indicators[ordinal]
        for (column, position) in header.years {
            var observed = ObservedValue.missing
            var fault: ValueReader.Fault?
            if position < row.count {
                let stated = header.units.statement(at: position, ofRow: text("unit", row), for: indicator)
                (observed, fault) = values.value(of: row, at: position, as: indicator, stated: stated)
            }
            let shown = draft.prefill?.text(of: indicator.code, under: column)
            let isShown = shown.map { observed == .missing || values.says(observed, $0, as: indicator) } ?? false
            if observed == .missing, fault == nil, column != reported { continue }
            if observed != .missing, !isShown,
                !draft.accepts(
                    column.year, isPlan: column.basis == .committed || indicator.revisionPolicy == .first,
                    row: row.number, column: position + 1)
            {
                continue
            }
            if let fault, !isShown {
                draft.report(
                    fault, row: row.number, column: position + 1, consortium: consortium,
                    indicator: indicator.code, year: column.year)
            }
            if observed == .missing, column != reported { continue }
            let isReported = column == reported
            let evidence = isReported ? draft.observations.add(note: text("evidence", row)) : 0
            let reason = column.basis == .actual ? draft.observations.add(note: text("reason", row)) : 0
            let explanation =
                column.basis == .actual ? draft.observations.add(note: text("explanation", row)) : 0
            let entry = ObservationTable.Entry(
                value: observed, basis: column.basis, year: Int16(column.year.value),
                consortium: draft.observations.number(of: consortium), indicator: UInt16(ordinal),
                column: UInt16(position + 1), line: UInt32(row.number), evidence: evidence, reason: reason,
                sheet: sheet, isHidden: draft.isSheetHidden || row.isHidden(at: position), explanation: explanation)
            // A cell that holds what it was sent out with, or from which that was deleted, says nothing, so it reverts no
            // correction that was made since.
            if isShown {
                if isReported { draft.observations.silent.append(entry) }
            } else {
                draft.observations.entries.append(entry)
            }
        }
    }

    private func text(_ column: String, _ row: borrowing Spreadsheet.Row) -> String {
        header.position(column).map { row.text(at: $0).trimmed } ?? ""
    }

    /// A cover that was changed to another year than the columns are headed by.
    private func reportOtherYear(in draft: inout Draft) {
        guard let cover = draft.cover, let year = cover.year, let reported, reported.year != year else { return }
        let sheet = draft.sheet
        draft.sheet = cover[.year].sheet
        draft.report(
            .otherYear, row: cover[.year].row, column: cover[.year].column, year: year,
            ["found": year.description, "column": reported.year.description])
        draft.sheet = sheet
    }
}

extension Draft {
    /// The number of the sheet being read, for the places of entries.
    mutating func startSheet() -> UInt16 {
        if let known = observations.parts.firstIndex(where: { $0.sheet == sheet }) { return UInt16(clamping: known) }
        observations.parts.append(SourcePart(file: file, sha256: sha256, sheet: sheet))
        return UInt16(clamping: observations.parts.count - 1)
    }
}

extension ObservationTable {
    /// The position, plus one, of a note; 0 for a blank one.
    mutating func add(note: String) -> UInt32 {
        guard !note.isEmpty else { return 0 }
        if notes.last != note { notes.append(note) }
        return UInt32(notes.count)
    }
}
