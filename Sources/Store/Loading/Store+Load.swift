package import Foundation
internal import GRDB
package import Standards

extension Store {
    /// Takes in what was read from one file, in one transaction: the ledger, the rows, the findings, and the panels of
    /// every consortium that they touch. The same bytes a second time from the same authority, region, sender and
    /// consortium change no figure and no entry; from another they are another receipt. A register of an authority that
    /// came again on a later day, as its manifest says, covers up to that day.
    ///
    /// - Parameters:
    ///   - figures: in an order in which those of one consortium come together.
    ///   - edition: the one that the codes of the observations are of, and whose panels are kept.
    ///   - recordedAt: when the store takes it in; when it was received, the file says.
    /// - Throws: ``StoreError``; then nothing was taken in. A withdrawal of a submission that is not in the ledger is
    ///   ``StoreError/failed(path:detail:)``: see ``submission(_:)``.
    package func load(
        _ load: SubmissionLoad, figures: FigureRows, edition: Edition, recordedAt: Date
    ) throws -> LoadOutcome {
        try write { db in
            guard load.hasFiguresAlone || !Batch.isOfFigures(self) else {
                throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "more than figures")
            }
            if let known = try Self.accepted(db, load.file) {
                try noteReceipt(db, of: load, as: known, recordedAt)
                return known
            }
            var writer = try SubmissionWriter(
                db, file: load.file, edition: edition, recordedAt: recordedAt,
                sealing: Sealing(db, receivedTables(db)), findings: load.findings,
                laterFindings: load.laterFindings)
            try writer.write(entriesOf: load)
            try writer.write(figures)
            let revision = try writer.writeLedger(load)
            try writer.sealing.seal(writer.submission, edition: edition.id, reader: load.reader)
            let panels = PanelWriter(db, edition: edition)
            if let merging = writer.merging {
                try panels.rebuild(writer.stale, revision: writer.submission, after: merging)
            }
            try panels.invalidateOtherEditions(of: writer.shaken)
            return .accepted(
                id: Int(writer.submission), revision: revision, observationCount: writer.observationCount)
        }
    }

    /// The same of observations that each have their texts.
    package func load(
        _ submission: SubmissionLoad, observations: some Sequence<Observation>, edition: Edition, recordedAt: Date
    ) throws -> LoadOutcome {
        try load(submission, figures: FigureRows(observations), edition: edition, recordedAt: recordedAt)
    }

    private static func accepted(_ db: Database, _ file: SubmissionFile) throws -> LoadOutcome? {
        try file.sha256.flatMap { try acceptedRow(db, sha256: $0, origin: file.origin) }
            .map { .duplicate(of: $0["id"], recordedAt: try Date(storeText: $0["recorded_at"])) }
    }

    /// Notes the day on which a register came again, where that is later than any on which it came.
    private func noteReceipt(
        _ db: Database, of load: SubmissionLoad, as known: LoadOutcome, _ recordedAt: Date
    ) throws {
        guard case .duplicate(let id, _) = known, load.file.isDated, load.file.origin.authority == .authority,
            !load.forms.isDisjoint(with: [.policies, .incidents])
        else { return }
        let receipt = try RawStatement(
            db,
            """
            INSERT INTO register_receipt (submission, received_at, recorded_at)
            SELECT id, ?2, ?3 FROM submission WHERE id = ?1 AND received_at < ?2 AND NOT EXISTS (
              SELECT 1 FROM register_receipt WHERE submission = ?1 AND received_at >= ?2)
            RETURNING *
            """)
        receipt.bind(Int64(id), at: 1)
        receipt.bind(load.file.receivedAt.storeText, at: 2)
        receipt.bind(recordedAt.storeText, at: 3)
        var sealing = Sealing(db, try receivedTables(db))
        if try sealing.add(receipt, of: "register_receipt") { try sealing.sealAddition(to: Int64(id)) }
    }

    /// The line under which these bytes were taken in from `origin`, or from anybody where it is nil.
    ///
    /// A store of the first edition did not know who sent a file: what it took in is known already from whoever sends it
    /// again, unless the two name different senders or consortia.
    static func acceptedRow(_ db: Database, sha256: String, origin: Origin?) throws -> Row? {
        guard let origin else {
            return try Row.fetchOne(
                db, sql: "SELECT * FROM submission WHERE sha256 = ? AND status = 'accepted' ORDER BY id",
                arguments: [sha256])
        }
        return try db.rows(
            sql: """
                SELECT * FROM submission WHERE sha256 = ?1 AND status = 'accepted' AND (
                  (authority = ?2 AND region = ?3 AND sender = ?4 AND consortium = ?5) OR
                  (migrated AND (sender IN ('', ?4) OR ?4 = '') AND (consortium IN ('', ?5) OR ?5 = '')))
                ORDER BY migrated, id
                """,
            arguments: [
                sha256, origin.authority.rawValue, origin.region, origin.sender, origin.consortium ?? "",
            ]
        ).first
    }

    /// Notes in the ledger that a file could not be taken in, and why. The same file from the same origin for the same
    /// reason is noted once, in whatever words a later program tells the reason, and, where it could not even be opened,
    /// whichever folder above it was collected. What a form was filled in with is kept though the file has to wait.
    ///
    /// - Returns: the id of the line.
    /// - Throws: ``StoreError``.
    @discardableResult
    package func recordQuarantine(
        _ file: SubmissionFile, reason: String, formFields: [FormFieldRecord] = [], findings: [FindingRecord] = [],
        recordedAt: Date
    ) throws -> Int {
        try write { db in
            // `IS` holds for NULL too: a file that could not be read at all has no hash.
            let known = try Int.fetchOne(
                db,
                sql: """
                    SELECT id FROM submission
                    WHERE status = 'quarantined' AND sha256 IS ?1
                      AND (sha256 IS NOT NULL OR path = ?2
                        OR substr(path, -length(?2) - 1) = '/' || ?2 OR substr(?2, -length(path) - 1) = '/' || path)
                      AND (reason = ?3 OR ?8 = (SELECT kind FROM finding WHERE submission = submission.id LIMIT 1))
                      AND (migrated OR (authority = ?4 AND region = ?5 AND sender = ?6 AND consortium = ?7))
                    """,
                arguments: [
                    file.sha256, file.path, reason, file.origin.authority.rawValue, file.origin.region,
                    file.origin.sender, file.origin.consortium ?? "", findings.first?.kind,
                ])
            if let known { return known }
            let id = try SubmissionWriter.insert(db, file: file, status: .quarantined, reason: reason, recordedAt)
            _ = try FindingRows(db, findings, of: id, into: nil).write(db)
            var parts = SourceParts(db, submission: id)
            try FormFieldWriter(db: db, submission: id).write(formFields, parts: &parts)
            var sealing = Sealing(db, try receivedTables(db))
            try sealing.seal(id, edition: "", reader: "")
            return Int(id)
        }
    }
}
