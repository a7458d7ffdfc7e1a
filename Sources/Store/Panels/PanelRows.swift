internal import GRDB
internal import History
internal import Standards

/// Writes the rows of panels of one edition.
struct PanelRows {
    private let upsert: RawStatement
    private let edition: String

    init(_ db: Database, edition: Edition) throws {
        upsert = try RawStatement(
            db,
            """
            INSERT INTO panel (edition, consortium, layout, revision, restatement_count, cells, sources, voices,
              outside_count)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (edition, consortium) DO UPDATE SET
              layout = excluded.layout, revision = excluded.revision,
              restatement_count = excluded.restatement_count, cells = excluded.cells, sources = excluded.sources,
              voices = excluded.voices, outside_count = excluded.outside_count
            """)
        self.edition = edition.id
    }

    func write(
        _ panel: Panel, of consortium: Int64, layout: Int64, revision: Int64, restatementCount: Int64,
        _ reach: PanelReach
    ) throws {
        upsert.bind(edition, at: 1)
        upsert.bind(consortium, at: 2)
        upsert.bind(layout, at: 3)
        upsert.bind(revision, at: 4)
        upsert.bind(restatementCount, at: 5)
        upsert.bind(blob: panel.cellsBlob, at: 6)
        upsert.bind(blob: panel.sourcesBlob, at: 7)
        upsert.bind(reach.voices, at: 8)
        upsert.bind(reach.outsideCount, at: 9)
        try upsert.insert()
    }
}
