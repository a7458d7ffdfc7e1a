internal import Spreadsheet
internal import Standards

/// A submission while its file is being read.
struct Draft {
    let file: String
    let sha256: String
    /// The sheet being read.
    var sheet: String?
    /// What the cover of a yearly workbook says, where there is one.
    var cover: TemplateCover?
    /// The sheets of a workbook in its order.
    var sheetOrder: [String] = []

    /// Of what was read so far, in bytes of UTF-8 that cells show.
    var size = 0

    private(set) var forms: [FormKind] = []
    var observations: ObservationTable
    var formFields: [FormField] = []
    var consortia = Register<Consortium>()
    var policies = Register<Policy>()
    var incidents = Register<Incident>()
    var determinations: [Determination] = []
    /// The units that belong to consortia, each as the fields of its row.
    var members = Register<[FormField]>()
    var receipts: [Receipt] = []
    var funds = FundTable()
    /// What the list of evidence names for an indicator, by ordinal.
    var evidence: [Int: [String]] = [:]

    /// Where figures name their evidence, or the sheet that has no place for it; nil before a sheet of figures.
    var evidencePlace: CellSource?
    /// Whether there is a table with a column a year, which names the evidence of the reported year.
    var evidenceIsOfReportedYear = false

    private(set) var findings: [Finding] = []
    private var unlisted = 0

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
            receipts.count, members.entries.count)
    }

    /// Notes that the file holds a form.
    mutating func add(_ form: FormKind) {
        if !forms.contains(form.collectedAs) { forms.append(form.collectedAs) }
    }

    /// Whose a row is: as it says itself or, where that is empty, as the cover of the workbook says; empty where neither
    /// does.
    func consortium(_ own: String) -> String {
        own.isEmpty ? cover?.consortium.text ?? "" : own
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

/// The entries of a register by what they are known by. The last word on an entry counts.
struct Register<Entry> {
    private(set) var entries: [Entry] = []
    private var known: [String: (position: Int, row: Int, hash: Int)] = [:]

    /// Adds an entry that stands at `row` and reads `text`.
    /// - Returns: the row of an earlier entry of the same key that it replaces, and whether that reads the same.
    mutating func add(_ entry: Entry, key: String, row: Int, text: String) -> (row: Int, isSame: Bool)? {
        // Whole rows are too much to keep for a comparison.
        let hash = text.hashValue
        guard let earlier = known[key] else {
            known[key] = (entries.count, row, hash)
            entries.append(entry)
            return nil
        }
        entries[earlier.position] = entry
        known[key] = (earlier.position, row, hash)
        return (earlier.row, earlier.hash == hash)
    }
}
