package import Assessment
internal import Foundation
internal import GRDB
package import Standards

/// A figure as it stands, with a document that it names as evidence.
package struct EvidenceUse: Sendable, Hashable {
    /// The SHA-256 of the document.
    package let hash: String
    package let consortium: String
    package let indicator: IndicatorCode
    package let year: ReportingYear
    package let basis: Basis
    package let source: SourceLocator
}

extension StoreSnapshot {
    /// The figures whose document also stands behind a figure of another consortium or another year, by document,
    /// consortium, indicator and year. Only figures that count are looked at: evidence that a correction replaced is
    /// used no more.
    package func reusedEvidence() throws -> [EvidenceUse] {
        try read { db in
            let (ids, candidates) = try evidenceCandidates(db)
            let current = try map(ids.sorted(), db, withSources: true) { consortium, panel in
                candidates[consortium.id, default: []].filter { counts($0, in: panel) }
            }
            let uses = Dictionary(grouping: current.flatMap(\.result), by: \.hash).values.filter { uses in
                Set(uses.map(\.consortium)).count > 1 || Set(uses.map(\.year)).count > 1
            }
            return uses.joined().sorted { left, right in
                (left.hash, left.consortium, left.indicator, left.year)
                    < (right.hash, right.consortium, right.indicator, right.year)
            }
        }
    }

    /// Whether the figure is the one that counts for its cell.
    private func counts(_ use: EvidenceUse, in panel: Panel) -> Bool {
        guard let indicator = standard.indicator(use.indicator) else { return false }
        return panel.locator(indicator.ordinal, use.year, use.basis) == use.source
    }

    /// Every figure ever given whose document was named twice: the ids of their consortia, and by consortium.
    private func evidenceCandidates(_ db: Database) throws -> (ids: Set<Int64>, uses: [String: [EvidenceUse]]) {
        let statement = try RawStatement(
            db,
            """
            SELECT consortium.id, hash, consortium.code, indicator.code, year, basis, part, row, column
            FROM document_use
            JOIN consortium ON consortium.id = consortium
            JOIN indicator ON indicator.id = indicator
            WHERE hash IN (
              SELECT hash FROM document_use GROUP BY hash
              HAVING min(consortium) <> max(consortium) OR min(year) <> max(year))
            """)
        var ids: Set<Int64> = []
        var uses: [String: [EvidenceUse]] = [:]
        while try statement.step() {
            let locator = SourceLocator(
                part: Int(statement.integer(6)), row: Int(statement.integer(7)), column: Int(statement.integer(8)))
            let use = EvidenceUse(
                hash: statement.text(1), consortium: statement.text(2),
                indicator: IndicatorCode(statement.text(3)), year: ReportingYear(Int(statement.integer(4))),
                basis: Basis(column: statement.integer(5)), source: locator)
            ids.insert(statement.integer(0))
            uses[use.consortium, default: []].append(use)
        }
        return (ids, uses)
    }
}
