internal import GRDB

/// One step of the schema. Steps are named, kept in order and never changed once released: what is wrong in one is
/// mended by another after it.
struct Migration: Sendable {
    let name: String
    let sql: String
    /// The functions of ours that the step calls, for what SQL cannot say.
    var functions: [@Sendable () -> DatabaseFunction] = []
    /// What is left to do once the SQL has run.
    var finish: (@Sendable (Database) throws -> Void)?

    static let all: [Migration] = [
        .submissions, .observations, .registers, .panels, .runs, .alerts, .formFields, .workbooks, .secondEdition,
        .evidence, .registerReceipts, .explanations, .readings, .outbox, .alertLifecycle, .panelReach, .caseDigests,
        .log, .ruleFiles, .decisions,
    ]

    static var migrator: DatabaseMigrator { migrator(all) }

    static func migrator(_ migrations: some Sequence<Migration>) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { db in
                let functions = migration.functions.map { $0() }
                functions.forEach(db.add(function:))
                defer { functions.forEach(db.remove(function:)) }
                try db.execute(sql: migration.sql)
                try migration.finish?(db)
            }
        }
        return migrator
    }

    /// Triggers that refuse to change or remove rows of `table`: what was received stays as it was received.
    static func appendOnly(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_is_never_updated BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        \(neverDeleted(table))
        """
    }

    static func neverDeleted(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_is_never_deleted BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        """
    }
}
