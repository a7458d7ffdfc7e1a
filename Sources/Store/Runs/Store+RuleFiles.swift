internal import Foundation
internal import GRDB
internal import Safekeeping

/// A file that a run judged by.
package struct RuleFile: Sendable, Hashable {
    /// Below the folder of the installation: `data/standards/…/edition.yml`, `pipelines/calendar.yml`.
    package let path: String
    package let contents: [UInt8]

    package init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }
}

extension Store {
    /// Keeps what a run judges by; what was kept before is not kept twice.
    package func keep(_ files: [RuleFile], ofRun run: Int) throws {
        try write { db in
            for file in files {
                let digest = SHA256.digest(of: file.contents)
                try db.execute(
                    sql: "INSERT INTO rule_file (sha256, contents) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    arguments: [digest, Data(file.contents)])
                try db.execute(
                    sql: "INSERT INTO run_rule_file (run, path, sha256) VALUES (?, ?, ?)",
                    arguments: [run, file.path, digest])
            }
        }
    }

    /// What a run judged by, by path; empty for one of before files were kept.
    package func ruleFiles(ofRun run: Int) throws -> [RuleFile] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT path, contents FROM run_rule_file JOIN rule_file USING (sha256) WHERE run = ? ORDER BY path
                    """, arguments: [run]
            ).map { RuleFile(path: $0["path"], contents: Array($0["contents"] as Data)) }
        }
    }
}
