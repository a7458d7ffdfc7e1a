internal import GRDB
internal import History
internal import Standards

/// Adds the figures of a submission that is being written to the panels that are stored: a correction reads what it
/// touches, however much was received before.
///
/// What cannot be added so is to be rebuilt from the observations, which always gives the same panel.
struct PanelMerging {
    /// A figure of a year that was just written.
    struct Figure {
        /// Its indicator's id in the store, and place in a panel; nil for one that the edition does not know.
        let indicator: Int64
        let ordinal: Int?
        let year: Int
        let basis: Basis
        let value: ObservedValue
        let locator: SourceLocator

        fileprivate var order: (Int, Int, Int64) { (ordinal ?? -1, year, basis.column) }
    }

    private let db: Database
    private let edition: Edition
    private let submission: Int64
    private let voice: Voice
    private let stored: StoredPanels
    private let rows: PanelRows
    private let checks: Checks
    private var cells: CellReader
    private var layout: PanelLayout
    private var layoutID: Int64
    /// The last year that any report can be of.
    private let lastYear: Int
    /// Whether nothing in the ledger was received later.
    private let isLatest: Bool
    private var seen: Set<Int64> = []

    /// Questions about one consortium.
    private struct Checks {
        let isDecidedOn: RawStatement
        let isReported: RawStatement
        let hasLater: RawStatement
        let hasLaterYear: RawStatement
    }

    init(_ db: Database, edition: Edition, submission: Int64, voice: Voice) throws {
        self.db = db
        self.edition = edition
        self.submission = submission
        self.voice = voice
        stored = try StoredPanels(db, edition: edition)
        rows = try PanelRows(db, edition: edition)
        cells = try CellReader(db, edition: edition)
        layout = try PanelScheme.layout(db, edition: edition)
        layoutID = try PanelScheme.insert(db, layout, edition: edition)
        lastYear = Int(try PanelScheme.lastYearReceived(db))
        isLatest =
            try RawStatement(
                db, "SELECT id FROM submission ORDER BY received_at DESC, sequence DESC, id DESC LIMIT 1"
            ).only { $0.integer(0) } == submission
        checks = Checks(
            isDecidedOn: try RawStatement(
                db,
                """
                SELECT 1 FROM determination_entry
                WHERE consortium = ? AND decision IN ('acceptPlanChange', 'withdraw') LIMIT 1
                """),
            isReported: try RawStatement(
                db, "SELECT 1 FROM submission_consortium WHERE consortium = ? AND edition = ? LIMIT 1"),
            hasLater: try RawStatement(
                db,
                """
                SELECT 1 FROM submission_consortium AS noted CROSS JOIN submission AS other ON other.id = noted.submission
                WHERE noted.consortium = ? AND edition = ? AND (other.received_at, other.sequence, other.id) > (
                  SELECT received_at, sequence, id FROM submission WHERE id = ?3) LIMIT 1
                """),
            hasLaterYear: try RawStatement(
                db,
                """
                SELECT 1 FROM submission_consortium WHERE consortium = ? AND edition = ? AND reporting_year > ? LIMIT 1
                """))
        for statement in [checks.isReported, checks.hasLater, checks.hasLaterYear] { statement.bind(edition.id, at: 2) }
        checks.hasLater.bind(submission, at: 3)
    }

    /// Adds what the submission says of `consortium`, which is all that it says of it.
    /// - Parameter reportingYear: the one that it reports for of this consortium.
    /// - Returns: false where the panel has to be rebuilt.
    mutating func merge(_ figures: [Figure], of consortium: Int64, reportingYear: Int?) throws -> Bool {
        guard seen.insert(consortium).inserted, try isAddable(consortium) else { return false }
        let before = try stored(consortium)
        if before == nil, try holds(checks.isReported, consortium) { return false }
        try widen(to: reportingYear)
        var reach = before?.reach ?? PanelReach()
        reach.hear(voice)
        guard
            var amendment = PanelAmendment(
                before, layout: layout, indicators: edition.indicators, isOfOneVoice: reach.isOfOneVoice)
        else { return false }
        var restatementCount = before?.restatementCount ?? 0
        var last: (Int, Int, Int64)?
        for figure in figures.inOrder {
            // A file that gives a figure twice is read as a whole, and so is what no panel shows.
            guard let ordinal = figure.ordinal, last.map({ $0 != figure.order }) ?? true else { return false }
            last = figure.order
            let year = ReportingYear(figure.year)
            let isHeld = amendment.isHeld(ordinal, year, figure.basis)
            guard
                let doubt = amendment.observe(
                    indicator: ordinal, year: year, basis: figure.basis, value: figure.value, locator: figure.locator)
            else {
                if figure.year < reportingYear ?? 0 { return false }
                reach.outsideCount += 1
                continue
            }
            let mayRestate =
                try isHeld && figure.basis == .actual && figure.value != .missing
                && (figure.year < reportingYear ?? 0 || isReportedAfter(figure.year, consortium))
            guard mayRestate || !doubt.isEmpty else { continue }
            let entries = try cells.entries(
                of: consortium, indicator: figure.indicator, year: figure.year,
                unnoted: (submission: submission, reportingYear: reportingYear))
            amendment.settle(
                doubt, indicator: ordinal, year: year, basis: figure.basis, from: entries.map(\.entry))
            if mayRestate {
                let own = entries.filter { $0.entry.basis == figure.basis }
                restatementCount += Int64(
                    Self.changes(own) - Self.changes(own.filter { $0.submission != submission }))
            }
        }
        try rows.write(
            amendment.build(), of: consortium, layout: layoutID, revision: submission,
            restatementCount: restatementCount, reach)
        return true
    }

    /// Brings a panel of fewer years to those of `layout`.
    /// - Returns: false where it has to be rebuilt.
    func widen(_ consortium: Int64, to layout: PanelLayout, _ layoutID: Int64) throws -> Bool {
        guard let before = try stored(consortium),
            let amendment = PanelAmendment(
                before, layout: layout, indicators: edition.indicators, isOfOneVoice: before.reach.isOfOneVoice)
        else { return false }
        try rows.write(
            amendment.build(), of: consortium, layout: layoutID, revision: before.revision,
            restatementCount: before.restatementCount, before.reach)
        return true
    }

    private func isAddable(_ consortium: Int64) throws -> Bool {
        if try holds(checks.isDecidedOn, consortium) { return false }
        return try isLatest || !holds(checks.hasLater, consortium)
    }

    private func isReportedAfter(_ year: Int, _ consortium: Int64) throws -> Bool {
        checks.hasLaterYear.bind(Int64(year), at: 3)
        return try holds(checks.hasLaterYear, consortium)
    }

    private func holds(_ question: RawStatement, _ consortium: Int64) throws -> Bool {
        question.bind(consortium, at: 1)
        return try question.only { _ in true } ?? false
    }

    /// Gives the panels that are written from now on the years up to one that is reported for.
    private mutating func widen(to reportingYear: Int?) throws {
        guard let year = reportingYear, year > layout.lastYear.value, year <= lastYear else { return }
        layout = PanelLayout(
            firstYear: layout.firstYear, yearCount: year - layout.firstYear.value + 1,
            indicatorCount: layout.indicatorCount)
        layoutID = try PanelScheme.insert(db, layout, edition: edition)
    }

    private static func changes(_ entries: [(submission: Int64, entry: ConsortiumHistory.Entry)]) -> Int {
        ConsortiumHistory(entries: entries.map(\.entry)).changes.count
    }
}

extension PanelAmendment {
    /// Nil where figures of what is stored may have to be read to make a panel of `layout`.
    fileprivate init?(
        _ stored: StoredPanels.Stored?, layout: PanelLayout, indicators: [Indicator], isOfOneVoice: Bool
    ) {
        if let old = stored?.panel.layout, old != layout {
            guard stored?.reach.outsideCount == 0, old.firstYear >= layout.firstYear, old.lastYear <= layout.lastYear,
                old.indicatorCount == layout.indicatorCount
            else { return nil }
        }
        self.init(stored?.panel, layout: layout, indicators: indicators, isOfOneVoice: isOfOneVoice)
    }
}

extension [PanelMerging.Figure] {
    /// By indicator, year and basis: as a history has them.
    fileprivate var inOrder: [PanelMerging.Figure] {
        // By places: to copy a figure costs more than to look at it.
        indices.dropFirst().allSatisfy { self[$0 - 1].order < self[$0].order } ? self : sorted { $0.order < $1.order }
    }
}
