extension Migration {
    /// The documents that rows name as evidence and that lay beside them: each once by its bytes, and the rows that name
    /// it. The bytes themselves are in the folder of what was received.
    static let evidence = Migration(
        name: "10-evidence",
        sql: """
            CREATE TABLE evidence_file (
              id INTEGER PRIMARY KEY,
              sha256 TEXT NOT NULL UNIQUE,
              -- As it came first, by which it is kept.
              name TEXT NOT NULL,
              size INTEGER NOT NULL,
              recorded_at TEXT NOT NULL
            ) STRICT;
            \(appendOnly("evidence_file"))

            CREATE TABLE evidence_link (
              submission INTEGER NOT NULL REFERENCES submission,
              -- '' in a file that has no sheets.
              sheet TEXT NOT NULL,
              row INTEGER NOT NULL,
              evidence INTEGER NOT NULL REFERENCES evidence_file,
              -- As it lay in what was collected.
              path TEXT NOT NULL,
              recorded_at TEXT NOT NULL,
              PRIMARY KEY (submission, sheet, row, evidence)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX evidence_link_by_evidence ON evidence_link (evidence);
            \(appendOnly("evidence_link"))

            -- What was set aside is asked for by its bytes.
            CREATE INDEX submission_set_aside ON submission (sha256) WHERE status = 'quarantined';
            """)
}
