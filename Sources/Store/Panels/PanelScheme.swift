internal import GRDB
internal import History
internal import Standards

/// What panels look like now: the standard's indicators, and the years from its base year to the last reported one.
struct PanelScheme {
    let edition: Edition
    let layout: PanelLayout
    /// The indicators' places in a panel, by their ids in the store.
    let ordinals: [Int64: Int]

    init(_ db: Database, edition: Edition) throws {
        self.edition = edition
        // A year after the one in which it was received is a slip of the pen, and panels are not made wider for it.
        let lastYear = try Int.fetchOne(
            db,
            sql: """
                SELECT max(reporting_year) FROM submission_consortium
                WHERE reporting_year <= (SELECT CAST(substr(max(received_at), 1, 4) AS INTEGER) FROM submission)
                """)
        let firstYear = edition.baseYear
        layout = PanelLayout(
            firstYear: firstYear, yearCount: max(1, (lastYear ?? firstYear.value) - firstYear.value + 1),
            indicatorCount: edition.indicators.count)
        let codes = try Row.fetchAll(db, sql: "SELECT id, code FROM indicator")
        ordinals = codes.reduce(into: [:]) { ordinals, row in
            ordinals[row[0]] = edition.indicator(IndicatorCode(row[1]))?.ordinal
        }
    }

    func panel(of history: ConsortiumHistory) -> Panel {
        history.panel(layout: layout, indicators: edition.indicators, ordinals: ordinals)
    }

    /// The row of `panel_layout` for this scheme; nil where no panel was ever written so.
    func id(_ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM panel_layout
                WHERE standard = ? AND first_year = ? AND year_count = ? AND catalogue = ?
                """, arguments: arguments)
    }

    func insert(_ db: Database) throws -> Int64 {
        if let id = try id(db) { return id }
        try db.execute(
            sql: "INSERT INTO panel_layout (standard, first_year, year_count, catalogue) VALUES (?, ?, ?, ?)",
            arguments: arguments)
        return db.lastInsertedRowID
    }

    private var arguments: StatementArguments {
        let catalogue = edition.indicators.map { indicator in
            indicator.revisionPolicy == .last ? indicator.code.text : "\(indicator.code)=first"
        }
        return [
            edition.id, layout.firstYear.value, layout.yearCount, catalogue.joined(separator: "\n"),
        ]
    }
}
