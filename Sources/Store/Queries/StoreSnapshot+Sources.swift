internal import GRDB
package import Standards
internal import Synchronization

extension StoreSnapshot {
    /// The parts, read once, that locators of panels point to, by id.
    package func sourceParts() throws -> [Int: SourcePart] {
        try parts.withLock { known in
            let parts = try known ?? readParts()
            known = parts
            return parts
        }
    }

    private func readParts() throws -> [Int: SourcePart] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT source_part.id, file, sha256, sheet FROM source_part
                    JOIN submission ON submission.id = submission
                    """)
            return rows.reduce(into: [:]) { parts, row in
                parts[row[0]] = SourcePart(file: row[1], sha256: row[2], sheet: row[3])
            }
        }
    }
}
