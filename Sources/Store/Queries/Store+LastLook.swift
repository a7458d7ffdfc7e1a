package import Foundation
internal import GRDB
package import Standards

extension Store {
    /// When somebody last looked at what has changed in a year; nil where he or she never did.
    package func lastLook(of actor: String, edition: String, year: ReportingYear) throws -> Date? {
        try read { db in
            try String.fetchOne(
                db, sql: "SELECT at FROM last_look WHERE actor = ? AND edition = ? AND year = ?",
                arguments: [actor, edition, year.value]
            ).map { try Date(storeText: $0) }
        }
    }

    /// Notes that somebody has seen what was known at an instant. A mark never goes back.
    package func noteLook(of actor: String, edition: String, year: ReportingYear, at: Date) throws {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO last_look (actor, edition, year, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET at = max(at, excluded.at)
                    """,
                arguments: [actor, edition, year.value, at.storeText])
        }
    }
}
