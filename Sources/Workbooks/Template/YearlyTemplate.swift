internal import Collection
package import FEEL
internal import Safekeeping
package import Spreadsheet
package import Standards

/// The workbook that a consortium fills in for a year: what is asked, what it reported before, and what its cells may
/// hold. The same for the same content, byte by byte.
package struct YearlyTemplate {
    /// The figure of an indicator, year and basis as it stands; nil where nothing was reported.
    package typealias Prior = (IndicatorCode, ReportingYear, Basis) -> ObservedValue?

    let edition: Edition
    let year: ReportingYear
    let consortium: Consortium?
    let region: String
    let members: [RegisterEntry]
    /// Items of work plans and tasks that it told of before, of this year and the next.
    let ledgers: [RegisterEntry]
    let threshold: Decimal128
    let logHead: String?
    let prior: Prior

    /// - Parameters:
    ///   - consortium: nil for a blank workbook, whose cover is to be filled in.
    ///   - region: the name of the region whose policies the consortium lists; empty where that is not known.
    ///   - members: the members that it listed, and did not take back.
    ///   - ledgers: the items of its work plans and its tasks in the same way; those of other years are left out.
    ///   - threshold: the share of the points that has to be reported for a report to be whole.
    ///   - logHead: the head of the log, which comes back with the workbook.
    ///   - prior: what the consortium reported before, of the year itself too.
    package init(
        edition: Edition, year: ReportingYear, consortium: Consortium? = nil, region: String = "",
        members: [RegisterEntry] = [], ledgers: [RegisterEntry] = [], threshold: Decimal128 = 1,
        logHead: String? = nil,
        prior: @escaping Prior = { _, _, _ in nil }
    ) {
        self.edition = edition
        self.year = year
        self.consortium = consortium
        self.region = region
        self.members = members
        self.ledgers = ledgers.filter {
            [year, year.advanced(by: 1)].map(\.description).contains($0.values["year"] ?? "")
        }
        self.threshold = threshold
        self.logHead = logHead
        self.prior = prior
    }

    /// `2025年度数据填报表-C001.xlsx`
    package var fileName: String {
        "\(year)年度数据填报表\(consortium.map { "-\(FileStem($0.id).text)" } ?? "").xlsx"
    }

    package func write(to path: String) throws(WorkbookWritingError) {
        let workbook = try WorkbookWriter(path: path, title: title, created: created)
        var prefill = PrefillSheet()
        try writeCover(workbook)
        let rows = try writeFigures(workbook, &prefill)
        if asksForFunds { try writeFunds(workbook) }
        if edition.judges {
            try writePolicies(workbook)
            try writeIncidents(workbook)
        }
        if !edition.filings.isEmpty { try writeDocuments(workbook) }
        if asksForPlans {
            try writeLedger(.workplans, TemplateLayout.workPlans, workbook, &prefill)
            try writeLedger(.tasks, TemplateLayout.tasks, workbook, &prefill)
        }
        if asksByQuarter { try writeQuarters(workbook) }
        try writeMembers(workbook, &prefill)
        try writeEvidence(workbook)
        try writeProgress(workbook, rows)
        try prefill.write(to: workbook)
        try workbook.close()
    }

    /// Whether the edition asks for funds by source, or has none of its own words for them.
    var asksForFunds: Bool { edition.judges || !(edition.credibility?.funds ?? []).isEmpty }

    /// Whether the edition asks for annual work plans, item by item.
    var asksForPlans: Bool { edition.filings.contains { $0.carrier == .workplans } }

    /// Whether figures of some points may be told by quarter.
    var asksByQuarter: Bool { !edition.quarterRules.isEmpty }

    var title: String { "\(edition.kind.title)年度数据填报表（\(year)年度）" }

    /// The end of the year reported on: a clock would make every workbook another one.
    private var created: Int {
        let years = year.value - 1969
        let leapDays = (year.value / 4 - year.value / 100 + year.value / 400) - 477
        return (years * 365 + leapDays) * 86_400 - 1
    }

    /// Ends a sheet that is to be filled in: its header in sight and on every page, its other cells locked.
    /// - Parameter cell: the first that is scrolled.
    func finish(_ sheet: SheetWriter, below cell: CellAddress) {
        sheet.freeze(at: cell)
        sheet.protect()
        sheet.setTabColour(0xC55A11)
        sheet.setPrint(isLandscape: true, title: title, headerRow: 1)
    }

    /// Earlier years whose figures are shown, from the base year, at most the last four.
    var earlierYears: [ReportingYear] {
        guard edition.baseYear < year else { return [] }
        return Array((edition.baseYear..<year).suffix(4))
    }
}

extension CellAddress {
    /// A cell by column and row, which both count from 1.
    static func at(_ column: Int, _ row: Int) -> CellAddress { CellAddress(row: row, column: column) }
}

extension CellRange {
    static func column(_ column: Int, rows: ClosedRange<Int>) -> CellRange {
        CellRange(first: .at(column, rows.lowerBound), last: .at(column, rows.upperBound))
    }
}

extension SheetWriter {
    /// The height that `text` needs in a column of `width` digits: lines of 13 points, and some air.
    static func height(of text: String, width: Double, fontSize: Int = 10) -> Double {
        let perLine = max(1, Int(width * 10 / Double(fontSize)) - 1)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { max(1, ($0.displayWidth + perLine - 1) / perLine) }.reduce(0, +)
        return Double(lines) * (Double(fontSize) * 1.35) + 5
    }
}
