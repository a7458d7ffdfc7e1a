extension Migration {
    /// What was read for each line of the ledger, by a digest of its rows, so that a change of them is found though no
    /// trigger refused it.
    static let readings = Migration(
        name: "13-readings",
        sql: """
            CREATE TABLE reading (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              -- The edition that it was read under, and the version of the reader; '' for rows from before, and for what
              -- was added later: evidence, another receipt.
              edition TEXT NOT NULL,
              reader TEXT NOT NULL,
              -- The sum of the SHA-256 digests of the rows, 64 hexadecimal digits. All sums of a line together are of all
              -- its rows in all tables.
              digest TEXT NOT NULL
            ) STRICT;
            \(appendOnly("reading"))
            CREATE INDEX reading_by_submission ON reading (submission);
            CREATE INDEX consortium_entry_by_submission ON consortium_entry (submission);
            CREATE INDEX policy_entry_by_submission ON policy_entry (submission);
            CREATE INDEX incident_entry_by_submission ON incident_entry (submission);
            CREATE INDEX determination_entry_by_submission ON determination_entry (submission);
            CREATE INDEX transition_entry_by_submission ON transition_entry (submission);
            CREATE INDEX register_entry_by_submission ON register_entry (submission);
            CREATE INDEX form_field_by_submission ON form_field (submission);
            CREATE INDEX submission_consortium_by_submission ON submission_consortium (submission);

            """,
        finish: { try Sealing.sealAll($0) })
}
