internal import Foundation
internal import GRDB
package import History
internal import Standards

extension StoreSnapshot {
    /// The figures whose document also stands behind a figure of another consortium or another year, by document,
    /// consortium, indicator and year. Only figures that count are looked at: evidence that a correction replaced is
    /// used no more.
    package func reusedEvidence() throws -> [EvidenceUse] {
        let parts = try sourceParts()
        return try read { db in
            let (ids, candidates) = try documentUses(db)
            let current = try map(ids.sorted(), db, withSources: true) { place, panel in
                let consortium = consortia[place].id
                return candidates[consortium, default: []].compactMap { use in
                    panel.locator(use.indicator, use.year) == use.locator
                        ? parts[use.locator.part].map { use.evidence(of: consortium, $0) } : nil
                }
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

    /// One use of a document, by the cell it stands in.
    private struct DocumentUse {
        let hash: String
        let indicator: Int
        let year: ReportingYear
        let locator: SourceLocator

        func evidence(of consortium: String, _ part: SourcePart) -> EvidenceUse {
            EvidenceUse(
                hash: hash, consortium: consortium, indicator: indicator, year: year, source: part.source(at: locator),
                part: locator.part)
        }
    }

    /// Every actual figure ever given whose document was named twice: the ids of their consortia, and by consortium.
    private func documentUses(_ db: Database) throws -> (ids: Set<Int64>, uses: [String: [DocumentUse]]) {
        let statement = try RawStatement(
            db,
            """
            SELECT consortium.id, consortium.code, hash, indicator, year, part, row, column
            FROM document_use JOIN consortium ON consortium.id = consortium
            WHERE basis = 0 AND period = 0 AND hash IN (
              SELECT hash FROM document_use GROUP BY hash
              HAVING min(consortium) <> max(consortium) OR min(year) <> max(year))
            """)
        var ids: Set<Int64> = []
        var uses: [String: [DocumentUse]] = [:]
        while try statement.step() {
            guard let indicator = scheme.ordinals[statement.integer(3)] else { continue }
            ids.insert(statement.integer(0))
            uses[statement.text(1), default: []].append(
                DocumentUse(
                    hash: statement.text(2), indicator: indicator, year: ReportingYear(Int(statement.integer(4))),
                    locator: SourceLocator(
                        part: Int(statement.integer(5)), row: Int(statement.integer(6)),
                        column: Int(statement.integer(7)))))
        }
        return (ids, uses)
    }
}
