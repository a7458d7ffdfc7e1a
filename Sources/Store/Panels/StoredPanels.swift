internal import GRDB
internal import History
internal import Standards

/// Reads the panels of one edition that are stored, one at a time: those that were made for its catalogue by the present
/// method, of whatever years.
struct StoredPanels {
    struct Stored {
        let panel: Panel
        let reach: PanelReach
        let restatementCount: Int64
        let revision: Int64
    }

    private let selection: RawStatement
    private let reaches: RawStatement
    private let edition: String
    private let catalogue: String

    init(_ db: Database, edition: Edition) throws {
        selection = try RawStatement(
            db,
            """
            SELECT cells, sources, voices, outside_count, restatement_count, revision
            FROM panel JOIN panel_layout ON panel_layout.id = layout
            WHERE panel.edition = ?1 AND consortium = ?4 AND method = ?2 AND catalogue = ?3
            """)
        reaches = try RawStatement(
            db,
            """
            SELECT voices, outside_count FROM panel JOIN panel_layout ON panel_layout.id = layout
            WHERE panel.edition = ?1 AND consortium = ?4 AND method = ?2 AND catalogue = ?3
            """)
        self.edition = edition.id
        catalogue = PanelScheme.catalogue(of: edition)
    }

    /// The panel of a consortium with its sources; nil where there is none that can be read as it is.
    func callAsFunction(_ consortium: Int64) throws -> Stored? {
        bind(consortium, to: selection)
        return try selection.only { row in
            Panel(cells: row.blob(0), sources: row.blob(1)).flatMap { panel in
                // Bytes that are no panel are made anew.
                guard panel.locators.count == panel.actual.count + panel.committed.count + panel.plans.count else {
                    return nil
                }
                return Stored(
                    panel: panel, reach: PanelReach(voices: row.integer(2), outsideCount: row.integer(3)),
                    restatementCount: row.integer(4), revision: row.integer(5))
            }
        }.flatMap(\.self)
    }

    /// What such a panel does not show, without reading the rest of it.
    func reach(of consortium: Int64) throws -> PanelReach? {
        bind(consortium, to: reaches)
        return try reaches.only { PanelReach(voices: $0.integer(0), outsideCount: $0.integer(1)) }
    }

    private func bind(_ consortium: Int64, to statement: RawStatement) {
        statement.bind(edition, at: 1)
        statement.bind(PanelScheme.method, at: 2)
        statement.bind(catalogue, at: 3)
        statement.bind(consortium, at: 4)
    }
}
