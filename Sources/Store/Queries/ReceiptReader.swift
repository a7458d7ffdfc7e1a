internal import Foundation
internal import GRDB
internal import History

/// Says whose word a submission is, and when it was received.
struct ReceiptReader {
    private static let columns = "received_at, authority = 'authority' AND NOT migrated"

    private let submissions: RawStatement
    private let parts: RawStatement

    init(_ db: Database) throws {
        submissions = try RawStatement(db, "SELECT \(Self.columns) FROM submission WHERE id = ?")
        parts = try RawStatement(
            db,
            """
            SELECT \(Self.columns) FROM source_part JOIN submission ON submission.id = source_part.submission
            WHERE source_part.id = ?
            """)
    }

    /// Nil where there is no such submission.
    func word(of submission: Int64) throws -> (voice: Voice, receivedAt: Date)? {
        try word(submissions, submission)
    }

    /// The same of the submission that a sheet belongs to.
    func word(ofPart part: Int64) throws -> (voice: Voice, receivedAt: Date)? { try word(parts, part) }

    private func word(_ statement: RawStatement, _ id: Int64) throws -> (voice: Voice, receivedAt: Date)? {
        statement.bind(id, at: 1)
        return try statement.only { row in (row.text(0), row.integer(1)) }.map { text, isOfficial in
            (isOfficial == 1 ? .authority : .own, try Date(storeText: text))
        }
    }
}
