internal import GRDB
internal import History
package import Standards

/// Brings the panels of one edition, which are derived from observations, up to date inside a transaction.
struct PanelWriter {
    private let db: Database
    private let edition: Edition

    init(_ db: Database, edition: Edition) {
        self.db = db
        self.edition = edition
    }

    /// Rebuilds the panels of those of `consortia` that figures were ever received of; where a new year made panels
    /// wider, all of the edition are brought to it.
    /// - Parameter merging: what has added the figures of the submission to the other panels.
    func rebuild(_ consortia: Set<Int64>, revision: Int64, after merging: PanelMerging) throws {
        let layout = try PanelScheme.layout(db, edition: edition)
        let id = try PanelScheme.insert(db, layout, edition: edition)
        var revisions: [Int64: Int64] = [:]
        for stale in try stalePanels(layout: id) where !consortia.contains(stale.consortium) {
            if try merging.widen(stale.consortium, to: layout, id) { continue }
            revisions[stale.consortium] = stale.revision
        }
        let isReported = try RawStatement(
            db, "SELECT 1 FROM submission_consortium WHERE consortium = ? AND edition = ? LIMIT 1")
        isReported.bind(edition.id, at: 2)
        for consortium in consortia {
            isReported.bind(consortium, at: 1)
            if try isReported.only({ _ in true }) == true { revisions[consortium] = revision }
        }
        try write(revisions)
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
                    """, arguments: ["consortium": consortium, "edition": edition.id])
        }
    }

    /// Rebuilds the panels that were made for another catalogue or other years. Returns how many.
    func refresh() throws -> Int {
        let layout = try PanelScheme.insert(db, PanelScheme.layout(db, edition: edition), edition: edition)
        let stale = try stalePanels(layout: layout)
        try write(Dictionary(uniqueKeysWithValues: stale.map { ($0.consortium, $0.revision) }))
        return stale.count
    }

    private func stalePanels(layout: Int64) throws -> [(consortium: Int64, revision: Int64)] {
        try db.rows(
            sql: """
                SELECT consortium, revision FROM panel
                WHERE layout IN (SELECT id FROM panel_layout WHERE edition = ? AND id <> ?)
                """, arguments: [edition.id, layout]
        ).map { ($0[0], $0[1]) }
    }

    private func write(_ revisions: [Int64: Int64]) throws {
        guard !revisions.isEmpty else { return }
        let scheme = try PanelScheme(db, edition: edition)
        let layout = try PanelScheme.insert(db, scheme.layout, edition: edition)
        let reader = try ConsortiumHistory.Reader(db, edition: edition.id)
        let rows = try PanelRows(db, edition: edition)
        for (consortium, revision) in revisions.sorted(by: { $0.key < $1.key }) {
            let history = try reader.history(of: consortium)
            try rows.write(
                scheme.panel(of: history), of: consortium, layout: layout, revision: revision,
                restatementCount: Int64(history.changes.count), scheme.reach(of: history))
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
