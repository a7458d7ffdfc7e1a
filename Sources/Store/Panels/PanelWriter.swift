internal import Foundation
internal import GRDB
internal import History
package import Standards

/// Rebuilds panels, which are derived from observations, inside a transaction.
struct PanelWriter {
    private let db: Database
    private let scheme: PanelScheme

    init(_ db: Database, edition: Edition) throws {
        self.db = db
        scheme = try PanelScheme(db, edition: edition)
    }

    /// Rebuilds the panels of `consortia`; where a new year made panels wider, all of the standard.
    func rebuild(_ consortia: Set<Int64>, revision: Int64) throws {
        let layout = try scheme.insert(db)
        var revisions: [Int64: Int64] = [:]
        for stale in try stalePanels(layout: layout) { revisions[stale.consortium] = stale.revision }
        for consortium in consortia { revisions[consortium] = revision }
        try write(revisions, layout: layout)
    }

    /// Rebuilds the panels that were made for another catalogue or other years. Returns how many.
    func refresh() throws -> Int {
        let layout = try scheme.insert(db)
        let stale = try stalePanels(layout: layout)
        try write(Dictionary(uniqueKeysWithValues: stale.map { ($0.consortium, $0.revision) }), layout: layout)
        return stale.count
    }

    private func stalePanels(layout: Int64) throws -> [(consortium: Int64, revision: Int64)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT consortium, revision FROM panel
                WHERE layout IN (SELECT id FROM panel_layout WHERE standard = ? AND id <> ?)
                """, arguments: [scheme.edition.id, layout]
        ).map { ($0[0], $0[1]) }
    }

    private func write(_ revisions: [Int64: Int64], layout: Int64) throws {
        let reader = try ConsortiumHistory.Reader(db)
        let panels = try db.makeStatement(
            sql: """
                INSERT OR REPLACE INTO panel (consortium, layout, revision, restatement_count, cells, sources)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for (consortium, revision) in revisions.sorted(by: { $0.key < $1.key }) {
            let history = try reader.history(of: consortium)
            let panel = scheme.panel(of: history)
            try panels.execute(arguments: [
                consortium, layout, revision, history.changes.count, Data(panel.cellsBlob), Data(panel.sourcesBlob),
            ])
        }
    }
}

extension Store {
    /// Rebuilds the panels that were made for other indicators or years than `edition` now has, and returns how many:
    /// after a change of the standard's catalogue. Reads are right without it, only slower.
    @discardableResult
    package func refreshPanels(edition: Edition) throws -> Int {
        try write { try PanelWriter($0, edition: edition).refresh() }
    }
}
