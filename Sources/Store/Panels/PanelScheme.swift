internal import GRDB
internal import History
internal import Standards

/// What panels of an edition look like now: its indicators, and the years from its base year to the last reported one.
struct PanelScheme {
    let edition: Edition
    let layout: PanelLayout
    /// The indicators' places in a panel, by their ids in the store; those of other editions are not there.
    let ordinals: [Int64: Int]

    /// By which it is decided what counts. With another method, panels made before are not read again; 0 is none.
    private static let method = 3

    /// As it is, or was, within `horizon`.
    init(_ db: Database, edition: Edition, within horizon: Horizon = .open) throws {
        self.edition = edition
        // A year after the one in which it was received is a slip of the pen, and panels are not made wider for it.
        let takenBack = try Withdrawals(db, within: horizon).submissions
        let lastYear = try db.one(
            Int.self,
            sql: """
                SELECT reporting_year FROM submission_consortium AS noted
                JOIN submission ON submission.id = noted.submission
                WHERE edition = :edition AND \(Horizon.condition) AND reporting_year <= (
                    SELECT CAST(substr(max(received_at), 1, 4) AS INTEGER) FROM submission WHERE \(Horizon.condition))
                  AND noted.submission NOT IN (SELECT value FROM json_each(:takenBack))
                ORDER BY reporting_year DESC LIMIT 1
                """,
            arguments: horizon.arguments + [
                "edition": edition.id, "takenBack": "[\(takenBack.map(String.init).joined(separator: ","))]",
            ])
        let firstYear = edition.baseYear
        layout = PanelLayout(
            firstYear: firstYear, yearCount: max(1, (lastYear ?? firstYear.value) - firstYear.value + 1),
            indicatorCount: edition.indicators.count)
        let codes = try db.rows(
            sql: "SELECT id, code FROM indicator WHERE edition = ?", arguments: [edition.id])
        ordinals = codes.reduce(into: [:]) { ordinals, row in
            ordinals[row[0]] = edition.indicator(IndicatorCode(row[1]))?.ordinal
        }
    }

    /// The same with the years up to `year`, for what was promised for a year of which nobody has reported yet.
    func through(_ year: ReportingYear) -> PanelScheme {
        let count = max(layout.yearCount, year.value - layout.firstYear.value + 1)
        return PanelScheme(
            edition: edition,
            layout: PanelLayout(
                firstYear: layout.firstYear, yearCount: count, indicatorCount: layout.indicatorCount),
            ordinals: ordinals)
    }

    private init(edition: Edition, layout: PanelLayout, ordinals: [Int64: Int]) {
        self.edition = edition
        self.layout = layout
        self.ordinals = ordinals
    }

    func panel(of history: ConsortiumHistory) -> Panel {
        history.panel(layout: layout, indicators: edition.indicators, ordinals: ordinals)
    }

    /// The row of `panel_layout` for this scheme; nil where no panel was ever written so.
    func id(_ db: Database) throws -> Int64? {
        try db.one(
            Int64.self,
            sql: """
                SELECT id FROM panel_layout
                WHERE edition = ? AND method = ? AND first_year = ? AND year_count = ? AND catalogue = ?
                """, arguments: arguments)
    }

    func insert(_ db: Database) throws -> Int64 {
        if let id = try id(db) { return id }
        try db.run(
            sql: """
                INSERT INTO panel_layout (edition, method, first_year, year_count, catalogue) VALUES (?, ?, ?, ?, ?)
                """, arguments: arguments)
        return db.lastInsertedRowID
    }

    private var arguments: StatementArguments {
        let catalogue = edition.indicators.map { indicator in
            indicator.revisionPolicy == .last ? indicator.code.text : "\(indicator.code)=first"
        }
        return [
            edition.id, Self.method, layout.firstYear.value, layout.yearCount, catalogue.joined(separator: "\n"),
        ]
    }
}
