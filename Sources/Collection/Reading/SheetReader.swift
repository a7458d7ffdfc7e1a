internal import FEEL
internal import Spreadsheet
internal import Standards

/// Reads one sheet: looks for a header among the first rows, then hands each row to the reader of its form.
package struct SheetReader {
    private let edition: Edition
    private let regions: RegionTable
    private let today: CalendarDate
    /// Where a row says which edition it is for; nil where the table has no such column.
    private var editionColumn: Int?
    /// Editions beside the one at hand that rows of the table may be for.
    private var otherEditions: [String] = []
    /// Where a row says whose it is, in a table whose meaning hangs on the edition; -1 in one that has no such column.
    private var subjectColumn: Int?
    /// Where a row names what backs it; nil where the table has no such column.
    private var evidenceColumn: Int?
    /// One of these once the header is found; figures come by the million, so their reader is not boxed.
    private var observations: ObservationsReader?
    private var figures: FiguresReader?
    private var register: (any FormReader)?
    /// How many cells the header of a register has.
    private var registerWidth: Int?
    /// What the program that shows the sheet passes over or shows in one, which our reading does not.
    private var layout: LayoutFindings
    private var rowsSeen = 0
    /// What the rows above the header state of the units of what stands below.
    private var units = StatedUnits()
    private var nearest: (kind: FormKind, missing: [FormColumn], row: Int)?

    /// How many rows of titles and remarks may stand above a header.
    package static let rowsAboveHeader = 20

    /// Thrown where the first rows hold no header: there is no use in reading on.
    struct NoHeader: Error {}

    /// Thrown where a file says more than one file should: what is made of it would grow beyond the file.
    struct TooLarge: Error {
        let what: String
        let limit: String

        func finding(at source: CellSource) -> Finding {
            Finding(.tooLarge, at: source, ["what": what, "limit": limit])
        }
    }

    /// A hundred times what there is in the country.
    private static let consortiumLimit = 20_000
    private static let registerLimit = 50_000

    init(edition: Edition, regions: RegionTable, today: CalendarDate, mergedRanges: [CellRange] = []) {
        layout = LayoutFindings(mergedRanges: mergedRanges)
        self.edition = edition
        self.regions = regions
        self.today = today
    }

    mutating func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) throws {
        if layout.concerns(row) {
            let filled = layout.filled(row)
            try pass(filled, into: &draft)
        } else {
            try pass(row, into: &draft)
        }
    }

    private mutating func pass(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) throws {
        if draft.observations.consortia.count > Self.consortiumLimit {
            throw TooLarge(what: "联合体个数", limit: String(Self.consortiumLimit))
        }
        if register != nil, draft.longestRegister > Self.registerLimit {
            throw TooLarge(what: "登记的行数", limit: String(Self.registerLimit))
        }
        if let editionColumn, editionColumn < row.count {
            let other = row.text(at: editionColumn).narrowed
            if !other.isEmpty, other != edition.id, other != edition.title.narrowed, !otherEditions.contains(other) {
                return draft.passOver(row.number, of: other)
            }
        }
        if let subjectColumn, !draft.audience.includesOwn {
            draft.noteSubject(subjectColumn >= 0 && subjectColumn < row.count ? row.text(at: subjectColumn) : "")
        }
        if register != nil { draft.start(row) }
        if let registerWidth, draft.sheet == nil, row.count > registerWidth {
            reportLength(of: row, expecting: registerWidth, &draft)
        }
        let (evidence, figuresBefore) = (evidenceColumn, draft.observations.cellCount)
        defer {
            // Figures keep what they name; a row that gives none, or is refused, names it all the same.
            if let evidence, draft.observations.cellCount == figuresBefore { draft.mention(row, evidence) }
        }
        if observations?.read(row, into: &draft) == nil, figures?.read(row, into: &draft) == nil,
            register?.read(row, into: &draft) == nil
        {
            try lookForHeader(in: row, &draft)
        }
    }

    /// Says that cells stand beside the table, so that others may be out of place. Empty ones say nothing.
    private func reportLength(of row: borrowing Spreadsheet.Row, expecting width: Int, _ draft: inout Draft) {
        let found = (width..<row.count).map { row.text(at: $0).trimmed }.first { !$0.isEmpty }
        guard let found else { return }
        draft.report(
            .longEntry, row: row.number,
            ["count": String(row.count), "expected": String(width), "found": found])
    }

    private mutating func lookForHeader(in row: borrowing Spreadsheet.Row, _ draft: inout Draft) throws {
        rowsSeen += 1
        guard rowsSeen <= Self.rowsAboveHeader else { throw NoHeader() }
        switch FormHeader.match(row, known: draft.cover == nil ? [] : TemplateCover.columns) {
        case .header(var header):
            units.noteHeader(row.cells)
            header.units = units
            start(header, at: row.number, &draft)
        case .incomplete(let kind, let missing): nearest = nearest ?? (kind, missing, row.number)
        case nil: units.noteLine(row)
        }
    }

    private mutating func start(_ header: FormHeader, at row: Int, _ draft: inout Draft) {
        layout.start(header, at: row)
        if header.kind.countsWhenEmpty || draft.cover == nil { draft.add(header.kind) }
        if header.kind == .observations || header.kind == .figures, draft.evidencePlace == nil {
            let column = header.position("evidence").map { $0 + 1 }
            draft.evidencePlace = draft.source(row: column == nil ? 0 : row, column: column ?? 0)
        }
        for cell in header.unknown {
            let meant = header.columnMeant(by: cell).map { "如为“\($0)”一列，请改用这个列名；" } ?? ""
            draft.report(
                .unknownColumn, row: row, column: cell.address.column,
                ["form": header.kind.title, "found": cell.text, "suggestion": meant])
        }
        for cell in header.repeated {
            draft.report(.duplicateColumn, row: row, column: cell.address.column, ["found": cell.text])
        }
        editionColumn = header.position("edition")
        otherEditions = header.kind == .ratings ? Array(edition.ratedUnder.values) : []
        subjectColumn = header.kind.dependsOnEdition ? header.position("consortium") ?? -1 : nil
        evidenceColumn = header.position("evidence")
        if header.kind.collectedAs != .observations { registerWidth = header.count }
        switch header.kind {
        case .consortia: register = ConsortiaReader(header: header, regions: regions)
        case .observations:
            observations = ObservationsReader(
                header: header, indicators: edition.indicators,
                quarterly: Set(edition.quarterRules.map(\.indicator)), into: &draft)
        case .policies: register = PoliciesReader(header: header, regions: regions)
        case .incidents: register = IncidentsReader(header: header)
        case .determinations: register = DeterminationsReader(header: header, edition: edition, today: today)
        case .transitions: register = TransitionsReader(header: header)
        case .manifest: register = ManifestReader(header: header)
        case .withdrawals: register = WithdrawalsReader(header: header)
        case .workplans, .documents, .tasks, .ratings, .evaluations, .targets, .members:
            RegisterEntry.Form(rawValue: header.kind.rawValue).map {
                register = EntriesReader(header: header, form: $0, kind: edition.kind)
            }
        case .figures:
            draft.evidenceIsOfReportedYear = true
            figures = FiguresReader(header: header, edition: edition, into: &draft)
        case .funds: register = FundsReader(header: header, edition: edition, into: &draft)
        case .evidence: register = EvidenceReader(header: header, edition: edition)
        }
    }

    var hasHeader: Bool { observations != nil || figures != nil || register != nil }

    /// Says what of the sheet people may not have seen.
    func reportLayout(in draft: inout Draft) {
        guard hasHeader else { return }
        layout.report(in: &draft)
    }

    /// Why no header was found; nil where one was.
    func fault(_ draft: Draft) -> Finding? {
        guard !hasHeader else { return nil }
        if let nearest {
            let columns = nearest.missing.map { "“\($0.title)”" }.joined()
            return Finding(
                .missingColumn, at: draft.source(row: nearest.row), ["form": nearest.kind.title, "columns": columns])
        }
        guard rowsSeen > 0 else { return Finding(.emptyFile, at: draft.source()) }
        return Finding(.headerNotFound, at: draft.source(), ["rows": String(min(rowsSeen, Self.rowsAboveHeader))])
    }
}
