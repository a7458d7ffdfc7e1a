internal import GRDB

/// One step of the schema. Steps are named, kept in order and never changed once released: what is wrong in one is
/// mended by another after it.
struct Migration: Sendable {
    let name: String
    let sql: String

    static let all: [Migration] = [
        .submissions, .observations, .registers, .panels, .runs, .alerts, .formFields, .workbooks,
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in all {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        return migrator
    }

    /// Triggers that refuse to change or remove rows of `table`: what was received stays as it was received.
    static func appendOnly(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_is_never_updated BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        CREATE TRIGGER \(table)_is_never_deleted BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        """
    }
}
