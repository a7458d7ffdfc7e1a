package import Foundation
internal import GRDB
package import Standards

extension Store {
    /// Takes in what was read from one file, in one transaction: the ledger, the rows, the findings, and the panels of
    /// every consortium that they touch. The same bytes a second time change nothing.
    ///
    /// `observations` is read once and may be lazy. `edition` is the one whose panels are kept.
    package func load(
        _ load: SubmissionLoad, observations: some Sequence<Observation>, edition: Edition, loadedAt: Date
    ) throws -> LoadOutcome {
        try write { db in
            if let known = try Self.accepted(db, sha256: load.file.sha256) { return known }
            let revision =
                try Int.fetchOne(
                    db, sql: "SELECT 1 + count(*) FROM submission WHERE path = ? AND status = 'accepted'",
                    arguments: [load.file.path]) ?? 1
            var writer = try SubmissionWriter(
                db, file: load.file, revision: revision, edition: edition, loadedAt: loadedAt)
            try writer.write(consortia: load.consortia)
            try writer.write(policies: load.policies)
            try writer.write(incidents: load.incidents)
            try writer.write(determinations: load.determinations)
            try writer.write(formFields: load.formFields)
            try writer.write(observations: observations)
            try writer.writeLedger(load)
            let panels = try PanelWriter(db, edition: edition)
            try panels.rebuild(writer.touched, revision: writer.submission)
            return .accepted(
                id: Int(writer.submission), revision: revision, observationCount: writer.observationCount)
        }
    }

    private static func accepted(_ db: Database, sha256: String?) throws -> LoadOutcome? {
        let row = try Row.fetchOne(
            db, sql: "SELECT id, loaded_at FROM submission WHERE sha256 = ? AND status = 'accepted'",
            arguments: [sha256])
        return try row.map { .duplicate(of: $0[0], loadedAt: try Date(storeText: $0[1])) }
    }

    /// Notes in the ledger that a file could not be taken in, and why. The same file for the same reason is noted
    /// once. What a form was filled in with is kept though the file has to wait. Returns the id of the line.
    @discardableResult
    package func recordQuarantine(
        _ file: SubmissionFile, reason: String, formFields: [FormFieldRecord] = [], findings: [FindingRecord] = [],
        loadedAt: Date
    ) throws -> Int {
        try write { db in
            // `IS` holds for NULL too: a file that could not be read at all has no hash.
            let known = try Int.fetchOne(
                db,
                sql: """
                    SELECT id FROM submission
                    WHERE status = 'quarantined' AND sha256 IS ? AND (sha256 IS NOT NULL OR path = ?)
                    """,
                arguments: [file.sha256, file.path])
            if let known { return known }
            let id = try SubmissionWriter.insert(
                db, file: file, status: .quarantined, revision: nil, reason: reason, loadedAt)
            try SubmissionWriter.insert(db, findings: findings, of: id)
            var parts = SourceParts(db, submission: id)
            try FormFieldWriter(db: db, submission: id).write(formFields, parts: &parts)
            return Int(id)
        }
    }
}
