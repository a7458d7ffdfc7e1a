extension Migration {
    /// The files that runs judged by, each kept once by its hash.
    static let ruleFiles = Migration(
        name: "23-rule-files",
        sql: """
            CREATE TABLE rule_file (
              sha256 TEXT PRIMARY KEY,
              contents BLOB NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE run_rule_file (
              run INTEGER NOT NULL REFERENCES run,
              path TEXT NOT NULL,
              sha256 TEXT NOT NULL REFERENCES rule_file,
              PRIMARY KEY (run, path)
            ) STRICT, WITHOUT ROWID;

            \(["rule_file", "run_rule_file"].map(appendOnly).joined(separator: "\n"))
            """)
}
