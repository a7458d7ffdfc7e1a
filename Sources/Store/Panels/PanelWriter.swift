internal import Foundation
internal import GRDB
internal import History
package import Standards

/// Rebuilds panels of one edition, which are derived from observations, inside a transaction.
struct PanelWriter {
    private let db: Database
    private let scheme: PanelScheme

    init(_ db: Database, edition: Edition) throws {
        self.db = db
        scheme = try PanelScheme(db, edition: edition)
    }

    /// Rebuilds the panels of those of `consortia` that figures were ever received of; where a new year made panels
    /// wider, all of the edition.
    func rebuild(_ consortia: Set<Int64>, revision: Int64) throws {
        let layout = try scheme.insert(db)
        var revisions: [Int64: Int64] = [:]
        for stale in try stalePanels(layout: layout) { revisions[stale.consortium] = stale.revision }
        let isReported = try RawStatement(
            db, "SELECT 1 FROM submission_consortium WHERE consortium = ? AND edition = ? LIMIT 1")
        isReported.bind(scheme.edition.id, at: 2)
        for consortium in consortia {
            isReported.bind(consortium, at: 1)
            if try isReported.only({ _ in true }) == true { revisions[consortium] = revision }
        }
        try write(revisions, layout: layout)
    }

    /// Marks the panels of `consortia` under other editions, whose indicators are not at hand, to be made anew.
    func invalidateOtherEditions(of consortia: Set<Int64>) throws {
        for consortium in consortia.sorted() {
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO panel_layout (edition, method, first_year, year_count, catalogue)
                    SELECT edition, 0, 0, 0, '' FROM panel WHERE consortium = :consortium AND edition <> :edition;
                    UPDATE panel SET layout = (
                      SELECT id FROM panel_layout WHERE panel_layout.edition = panel.edition AND method = 0)
                    WHERE consortium = :consortium AND edition <> :edition
                    """, arguments: ["consortium": consortium, "edition": scheme.edition.id])
        }
    }

    /// Rebuilds the panels that were made for another catalogue or other years. Returns how many.
    func refresh() throws -> Int {
        let layout = try scheme.insert(db)
        let stale = try stalePanels(layout: layout)
        try write(Dictionary(uniqueKeysWithValues: stale.map { ($0.consortium, $0.revision) }), layout: layout)
        return stale.count
    }

    private func stalePanels(layout: Int64) throws -> [(consortium: Int64, revision: Int64)] {
        try db.rows(
            sql: """
                SELECT consortium, revision FROM panel
                WHERE layout IN (SELECT id FROM panel_layout WHERE edition = ? AND id <> ?)
                """, arguments: [scheme.edition.id, layout]
        ).map { ($0[0], $0[1]) }
    }

    private func write(_ revisions: [Int64: Int64], layout: Int64) throws {
        let reader = try ConsortiumHistory.Reader(db, edition: scheme.edition.id)
        let panels = try db.cachedStatement(
            sql: """
                INSERT INTO panel (edition, consortium, layout, revision, restatement_count, cells, sources)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (edition, consortium) DO UPDATE SET
                  layout = excluded.layout, revision = excluded.revision,
                  restatement_count = excluded.restatement_count, cells = excluded.cells, sources = excluded.sources
                """)
        for (consortium, revision) in revisions.sorted(by: { $0.key < $1.key }) {
            let history = try reader.history(of: consortium)
            let panel = scheme.panel(of: history)
            try panels.execute(arguments: [
                scheme.edition.id, consortium, layout, revision, history.changes.count, Data(panel.cellsBlob),
                Data(panel.sourcesBlob),
            ])
        }
    }
}

extension Store {
    /// Rebuilds the panels of `edition` that were made for other indicators, years or rules of what counts than it now
    /// has, and returns how many: after a change of its catalogue, or of the program. Reads are right without it, only
    /// slower. Panels of other editions stay as they are.
    ///
    /// - Throws: ``StoreError``.
    @discardableResult
    package func refreshPanels(edition: Edition) throws -> Int {
        try write { try PanelWriter($0, edition: edition).refresh() }
    }
}
