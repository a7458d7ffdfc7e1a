internal import Collection
internal import Spreadsheet
internal import Standards

/// How the cells of a copied sheet look and what they may hold: what the yearly workbook gives the form that the sheet
/// was recognised as, wherever its columns stand.
struct SheetDress {
    private let edition: Edition
    private var header: FormHeader?
    private var headerRow = 0
    /// By position, from 0, the columns of a register.
    private var columns: [Int: RegisterColumn] = [:]
    private let indicators: [String: Indicator]
    private var reportedYear: ReportingYear?
    /// The first row of the fund that is being copied.
    private var fundRow = Int.max

    init(edition: Edition) {
        self.edition = edition
        indicators = Dictionary(
            edition.indicators.map { ($0.code.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes the header of the sheet, whose titles stand in `row`.
    mutating func start(_ header: FormHeader, _ row: borrowing Spreadsheet.Row) {
        self.header = header
        headerRow = row.number
        reportedYear = header.years.map(\.column).filter { $0.basis == .actual }.map(\.year).max()
        let known = RegisterColumn.columns(of: header.kind, edition)
        for position in 0..<row.count {
            let title = row.text(at: position)
            if let column = known.first(where: { $0.title == title }) { columns[position] = column }
        }
    }

    /// The looks of the cells of a row below the header, by position; what is not named is a plain cell. Lets its cells
    /// hold what they can mean.
    mutating func formats(of row: borrowing Spreadsheet.Row, in sheet: SheetWriter) -> [Int: CellFormat] {
        guard let header, row.number > headerRow else { return [:] }
        switch header.kind {
        case .figures: return figures(row, header, sheet)
        case .funds: return funds(row, header, sheet)
        default: return columns.mapValues { $0.format }
        }
    }

    /// The looks of a cell of the header: what is to be filled in has another colour than the rest.
    func headerFormat(at position: Int) -> CellFormat {
        guard let header else { return TemplateStyle.header }
        let isWritten =
            switch header.kind {
            case .figures, .funds:
                header.years.contains { $0.position == position && isOpen($0.column) }
                    || Self.written.contains { header.position($0) == position }
            default: true
            }
        return isWritten ? TemplateStyle.inputHeader : TemplateStyle.header
    }

    /// The columns beside the figures that a clerk writes in.
    private static let written = ["evidence", "reason", "explanation", "note"]

    private func isOpen(_ column: YearColumn) -> Bool {
        guard header?.kind == .figures, let reportedYear else { return true }
        return column.basis == .actual ? column.year == reportedYear : column.year > reportedYear
    }

    /// Where the sheet is to stay in sight, below and right of its header.
    var frozenColumn: Int { header?.kind == .figures ? 3 : 1 }

    /// Frames the rows of a register below those that were copied, for what is added, and lets its columns hold what
    /// they can mean.
    func finish(_ sheet: SheetWriter, lastRow: Int) {
        let end = headerRow + TemplateLayout.framedRows
        for (position, column) in columns {
            for row in stride(from: lastRow + 1, through: end, by: 1) {
                sheet.write("", at: .at(position + 1, row), column.format)
            }
            column.restrict(
                .column(position + 1, rows: (headerRow + 1)...max(lastRow, TemplateLayout.checkedRows)), sheet)
        }
    }

    /// The looks of a row of the cover.
    func coverFormats(of row: borrowing Spreadsheet.Row) -> [Int: CellFormat] {
        let text = row.text(at: 0)
        if row.number == 1 { return [0: TemplateStyle.title] }
        if row.count > 1 || TemplateCover.Label(rawValue: text) != nil || YearlyTemplate.coverFields.contains(text) {
            return [0: TemplateStyle.label, 1: TemplateStyle.input]
        }
        guard !text.isEmpty else { return [:] }
        return [0: YearlyTemplate.coverBlocks.contains(text) ? TemplateStyle.goal : TemplateStyle.note]
    }

    /// Whether the row adds up those of a fund above it.
    func isTotal(_ row: borrowing Spreadsheet.Row) -> Bool {
        guard let header, header.kind == .funds, row.number > headerRow, let payer = header.position("payer") else {
            return false
        }
        return row.text(at: payer) == "合计"
    }

    /// The formula of a cell that adds up the rows of a fund above it; nil for any other cell.
    func total(_ row: borrowing Spreadsheet.Row, at position: Int) -> String? {
        guard isTotal(row), fundRow < row.number,
            header?.years.contains(where: { $0.position == position }) == true
        else { return nil }
        let letters = CellAddress.letters(of: position + 1)
        return "=SUM(\(letters)\(fundRow):\(letters)\(row.number - 1))"
    }

    private func figures(
        _ row: borrowing Spreadsheet.Row, _ header: FormHeader, _ sheet: SheetWriter
    ) -> [Int: CellFormat] {
        guard let place = header.position("indicator") else { return [:] }
        if let explanation = header.position("explanation") {
            let cell = CellAddress.at(explanation + 1, row.number)
            sheet.suggest(
                (edition.credibility?.explanations ?? []).map(\.title), in: CellRange(first: cell, last: cell))
        }
        let code = row.text(at: place)
        guard let indicator = indicators[code] else {
            // A heading of the standard's levels.
            guard code.isEmpty else { return [:] }
            let text = row.count > place + 1 ? row.text(at: place + 1) : ""
            let isGoal = edition.categories.flatMap(\.goals).contains { text.hasPrefix("\($0.code) \($0.title)（") }
            let format = isGoal ? TemplateStyle.goal : TemplateStyle.row
            return Dictionary(uniqueKeysWithValues: (0..<max(row.count, place + 2)).map { ($0, format) })
        }
        var formats = Dictionary(uniqueKeysWithValues: header.positions.values.map { ($0, TemplateStyle.plain) })
        for id in ["indicator", "unit"] { header.position(id).map { formats[$0] = TemplateStyle.code } }
        header.position("guide").map { formats[$0] = TemplateStyle.small }
        for id in Self.written { header.position(id).map { formats[$0] = TemplateStyle.input } }
        let input = TemplateStyle.input(for: indicator)
        for (column, position) in header.years {
            let isOwn = column.year == reportedYear && column.basis == .actual
            let isPromise = column.basis == .committed && column.year > (reportedYear ?? column.year)
            switch (isOwn, isPromise) {
            case (true, _): formats[position] = input
            case (_, true):
                formats[position] =
                    edition.takesPromise(indicator)
                    ? input.with { $0.fill = TemplateStyle.promiseFill } : TemplateStyle.closed
            default:
                let isWord = position < row.count && row.type(at: position) == .text
                formats[position] = isWord ? TemplateStyle.known.with { $0.alignment = .center } : TemplateStyle.known
            }
            sheet.restrict(
                CellRange(first: .at(position + 1, row.number), last: .at(position + 1, row.number)), to: indicator)
        }
        return formats
    }

    private mutating func funds(
        _ row: borrowing Spreadsheet.Row, _ header: FormHeader, _ sheet: SheetWriter
    ) -> [Int: CellFormat] {
        guard let payer = header.position("payer"), !row.text(at: payer).isEmpty else { return [:] }
        let isTotal = isTotal(row)
        if fundRow > row.number { fundRow = row.number }
        var formats: [Int: CellFormat] = [:]
        for (_, position) in header.years {
            formats[position] = isTotal ? TemplateStyle.total : TemplateStyle.amount
            guard !isTotal else { continue }
            let cell = CellAddress.at(position + 1, row.number)
            sheet.restrictToAmounts(CellRange(first: cell, last: cell))
        }
        return formats
    }

    /// Says that the total was copied: the next row begins another fund.
    mutating func closeFund() { fundRow = .max }
}
