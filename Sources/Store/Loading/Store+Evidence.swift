package import Foundation
internal import GRDB

/// A document that a row names as evidence, as it was received.
package struct EvidenceFile: Sendable, Hashable {
    /// Its path within what was collected.
    package let name: String
    /// 64 hexadecimal digits.
    package let sha256: String
    /// In bytes.
    package let size: Int

    package init(name: String, sha256: String, size: Int) {
        self.name = name
        self.sha256 = sha256
        self.size = size
    }
}

/// The row that names a document.
package struct EvidenceLink: Sendable, Hashable {
    /// Id in the ledger.
    package let submission: Int
    /// Nil in a file that has no sheets.
    package let sheet: String?
    package let row: Int

    package init(submission: Int, sheet: String?, row: Int) {
        self.submission = submission
        self.sheet = sheet
        self.row = row
    }
}

extension Store {
    /// Notes a document and the rows that name it. What is noted already stays as it is.
    ///
    /// - Throws: ``StoreError``.
    package func record(_ file: EvidenceFile, of links: some Sequence<EvidenceLink>, recordedAt: Date) throws {
        try write { db in
            let time = recordedAt.storeText
            try db.run(
                sql: "INSERT OR IGNORE INTO evidence_file (sha256, name, size, recorded_at) VALUES (?, ?, ?, ?)",
                arguments: [file.sha256, file.name, file.size, time])
            for link in links {
                try db.run(
                    sql: """
                        INSERT OR IGNORE INTO evidence_link (submission, sheet, row, evidence, path, recorded_at)
                        SELECT ?, ?, ?, id, ?, ? FROM evidence_file WHERE sha256 = ?
                        """,
                    arguments: [link.submission, link.sheet ?? "", link.row, file.name, time, file.sha256])
            }
        }
    }

    /// Every document that was received as evidence, each once under the name by which it is kept, in the order of their
    /// receipt.
    package func evidenceFiles() throws -> [EvidenceFile] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT name, sha256, size FROM evidence_file ORDER BY id")
                .map { EvidenceFile(name: $0[0], sha256: $0[1], size: $0[2]) }
        }
    }

    /// The document of this SHA-256; nil where none was received.
    package func evidenceFile(sha256: String) throws -> EvidenceFile? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT name, sha256, size FROM evidence_file WHERE sha256 = ?", arguments: [sha256]
            ).map { EvidenceFile(name: $0[0], sha256: $0[1], size: $0[2]) }
        }
    }

    /// The documents that rows of a submission name, as they lay beside it, by sheet and row.
    package func evidence(ofSubmission id: Int) throws -> [(file: EvidenceFile, link: EvidenceLink)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT sheet, row, path, sha256, size FROM evidence_link
                    JOIN evidence_file ON evidence_file.id = evidence
                    WHERE submission = ? ORDER BY sheet, row, path
                    """, arguments: [id]
            ).map { row in
                let sheet: String = row[0]
                return (
                    EvidenceFile(name: row[2], sha256: row[3], size: row[4]),
                    EvidenceLink(submission: id, sheet: sheet.isEmpty ? nil : sheet, row: row[1])
                )
            }
        }
    }
}
