internal import FEEL
internal import Foundation
internal import Spreadsheet
internal import Standards

/// A submission while its file is being read.
struct Draft {
    let file: String
    let sha256: String
    /// The sheet being read.
    var sheet: String?
    /// Whether that is a sheet of a workbook that people do not see.
    var isSheetHidden = false
    /// Whose the file is, as the batch tells before it is read; nil where it does not.
    var owner: String?
    /// For consortia of which kind it is.
    var audience = Audience()
    /// The consortia registered so far, by whose ids rows are read.
    var known = KnownConsortia()
    /// What the cover of a yearly workbook says, where there is one.
    var cover: TemplateCover?
    /// What the cells of a yearly workbook held when it was sent out, where it tells.
    var prefill: TemplatePrefill?
    /// The id of the consortium whose name a document gives.
    var consortiumOfDocument: String?
    /// When a document was last saved, as it says itself.
    var savedAt: Date?
    /// The sheets of a workbook in its order.
    var sheetOrder: [String] = []

    /// The last day on which anything can have happened, and the first year that the edition asks for; nil where a test
    /// does not say.
    var today: CalendarDate?
    var firstYear: ReportingYear?

    /// Of what was read so far, in bytes of UTF-8 that cells show.
    var size = 0

    private(set) var forms: [FormKind] = []
    var observations: ObservationTable
    var formFields: [FormField] = []
    var declarations: [FormDeclaration] = []
    var consortia = Register<Consortium>()
    var policies = Register<Policy>()
    var incidents = Register<Incident>()
    var determinations: [Determination] = []
    var transitions: [Transition] = []
    var entries = Register<RegisterEntry>()
    var withdrawals: [WithdrawalLine] = []
    var manifest: [ManifestLine] = []
    var funds = FundTable()
    /// What the list of evidence names for an indicator, by ordinal.
    var evidence: [Int: [String]] = [:]
    /// What rows name as evidence that give no figure: those of registers, of lists of evidence, and refused ones.
    private(set) var mentions: [EvidenceMention] = []

    /// Where figures name their evidence, or the sheet that has no place for it; nil before a sheet of figures.
    var evidencePlace: CellSource?
    /// Whether there is a table with a column a year, which names the evidence of the reported year.
    var evidenceIsOfReportedYear = false

    private(set) var findings: [Finding] = []
    private var unlisted = 0
    /// What is told once for many cells, by sheet, kind and values: the first of them, and how many.
    private var tallies: [Tally: (row: Int, column: Int, count: Int)] = [:]

    private struct Tally: Hashable {
        let sheet: String?
        let kind: FindingKind
        let values: [String: String]
    }

    /// Rows that are passed over because they are of another edition, by sheet and edition: the first, and how many.
    private var passedOver: [[String?]: (row: Int, count: Int)] = [:]

    /// A file full of faults is named as such rather than listed in full.
    static let findingLimit = 10_000

    init(file: String, sha256: String, indicators: [Indicator]) {
        self.file = file
        self.sha256 = sha256
        observations = ObservationTable(indicators: indicators)
    }

    /// The number of entries of the longest register, or of lines of a manifest.
    var longestRegister: Int {
        max(
            consortia.entries.count, policies.entries.count, incidents.entries.count, determinations.count,
            transitions.count, manifest.count, withdrawals.count, entries.entries.count)
    }

    /// Notes that the file holds a form.
    mutating func add(_ form: FormKind) {
        if !forms.contains(form.collectedAs) { forms.append(form.collectedAs) }
    }

    /// Notes the evidence that a row without a figure names.
    mutating func mention(_ row: borrowing Spreadsheet.Row, _ column: Int) {
        guard column < row.count else { return }
        mention(row.text(at: column), row: row.number, column: column + 1)
    }

    mutating func mention(_ text: String, row: Int, column: Int) {
        let text = text.trimmed
        guard !text.isEmpty, mentions.count < Self.mentionLimit else { return }
        mentions.append(EvidenceMention(text: text, source: source(row: row, column: column)))
    }

    /// As many rows as a register may have.
    private static let mentionLimit = 50_000

    /// Whose a row is: as it says itself or, where that is empty, as the cover of the workbook says or what is known of
    /// the file; empty where nothing tells.
    func consortium(_ own: String) -> String {
        if !own.isEmpty { return known.spelling(of: own) }
        let cover = cover?.consortium.text ?? ""
        return cover.isEmpty ? owner ?? "" : known.spelling(of: cover)
    }

    /// Whose the rows are that do not say so; nil where nothing tells.
    var ownConsortium: String? {
        let own = consortium("")
        return own.isEmpty ? nil : own
    }

    /// A place in the sheet being read: column 0 is the row as a whole, row 0 the file.
    func source(row: Int = 0, column: Int = 0) -> CellSource {
        CellSource(file: file, sha256: sha256, sheet: sheet, row: row, column: column)
    }

    mutating func report(
        _ kind: FindingKind, row: Int = 0, column: Int = 0, consortium: String? = nil,
        indicator: IndicatorCode? = nil, year: ReportingYear? = nil, _ values: @autoclosure () -> [String: String] = [:]
    ) {
        guard !isFull else { return unlisted += 1 }
        add(
            Finding(
                kind, at: source(row: row, column: column), consortium: consortium, indicator: indicator, year: year,
                values()))
    }

    /// Notes one more cell of which the same is to be told as of others of the sheet being read.
    mutating func tally(_ kind: FindingKind, row: Int, column: Int, _ values: [String: String]) {
        tallies[Tally(sheet: sheet, kind: kind, values: values), default: (row, column, 0)].count += 1
    }

    /// Says what was noted of many cells, with how many they are.
    mutating func reportTallies() {
        let current = sheet
        for (tally, cells) in tallies {
            sheet = tally.sheet
            report(
                tally.kind, row: cells.row, column: cells.column,
                tally.values.merging(["count": String(cells.count)]) { first, _ in first })
        }
        tallies = [:]
        sheet = current
    }

    /// Notes that a row of the sheet being read is of another edition.
    mutating func passOver(_ row: Int, of edition: String) {
        audience.namesOther = true
        passedOver[[sheet, edition], default: (row, 0)].count += 1
    }

    /// Says of how many rows of other editions nothing was read.
    mutating func reportPassedOver(expecting edition: String) {
        let current = sheet
        for (key, rows) in passedOver {
            sheet = key[0]
            report(
                .otherEditionRows, row: rows.row,
                ["count": String(rows.count), "found": key[1] ?? "", "expected": edition])
        }
        sheet = current
    }

    /// Says whom the findings are about that do not say so, where a file is about one consortium.
    mutating func attributeFindings(to consortium: String) {
        for index in findings.indices where findings[index].consortium == nil {
            findings[index].consortium = consortium
        }
    }

    /// Whether further findings are counted only.
    var isFull: Bool { findings.count >= Self.findingLimit }

    mutating func add(_ finding: Finding) {
        guard !isFull else {
            unlisted += 1
            return
        }
        findings.append(finding)
    }

    /// The findings by sheet, row and column, with a last one for those that are not listed.
    func finishedFindings() -> [Finding] {
        let places = Dictionary(sheetOrder.enumerated().map { ($1, $0) }) { first, _ in first }
        func key(_ source: CellSource) -> (Int, Int, Int) {
            (source.sheet.flatMap { places[$0] } ?? -1, source.row, source.column)
        }
        var sorted = findings.sorted { key($0.source) < key($1.source) }
        if unlisted > 0 {
            sorted.append(
                Finding(
                    .tooManyFindings, at: source(),
                    ["limit": String(Self.findingLimit), "count": String(unlisted)]))
        }
        return sorted
    }
}
