extension Migration {
    /// The load ledger: what was sent, by whom, when, and what became of it. Everything else points to it.
    static let submissions = Migration(
        name: "01-submissions",
        sql: """
            CREATE TABLE submission (
              id INTEGER PRIMARY KEY,
              status TEXT NOT NULL CHECK (status IN ('accepted', 'quarantined')),
              file TEXT NOT NULL,
              path TEXT NOT NULL,
              sha256 TEXT,
              size INTEGER NOT NULL,
              sender TEXT,
              received_at TEXT NOT NULL,
              loaded_at TEXT NOT NULL,
              -- Which version of the document at `path` this is, from 1; none for what was not accepted.
              revision INTEGER,
              -- Why it was not accepted.
              reason TEXT,
              UNIQUE (sha256, status),
              CHECK (status = 'quarantined' OR (sha256 IS NOT NULL AND revision IS NOT NULL)),
              CHECK (status = 'accepted' OR reason IS NOT NULL)
            ) STRICT;
            CREATE INDEX submission_by_path ON submission (path);
            CREATE INDEX submission_by_receipt ON submission (received_at);

            -- One sheet of a file; sheet is NULL for formats without sheets.
            CREATE TABLE source_part (
              id INTEGER PRIMARY KEY CHECK (id < 16777216),
              submission INTEGER NOT NULL REFERENCES submission,
              sheet TEXT,
              UNIQUE (submission, sheet)
            ) STRICT;

            -- The forms found in a submission, so that a register collected empty is not one never collected.
            CREATE TABLE submission_form (
              submission INTEGER NOT NULL REFERENCES submission,
              form TEXT NOT NULL
                CHECK (form IN ('consortia', 'observations', 'policies', 'incidents', 'determinations')),
              row_count INTEGER NOT NULL,
              PRIMARY KEY (submission, form)
            ) STRICT, WITHOUT ROWID;

            -- Consortia by small integers; what is known of them stands in consortium_entry.
            CREATE TABLE consortium (
              id INTEGER PRIMARY KEY,
              code TEXT NOT NULL UNIQUE
            ) STRICT;

            -- What a submission says of a consortium: how many observations, and for which year it reports
            -- (the latest year with an actual figure; none where it only commits).
            CREATE TABLE submission_consortium (
              consortium INTEGER NOT NULL REFERENCES consortium,
              submission INTEGER NOT NULL REFERENCES submission,
              reporting_year INTEGER,
              observation_count INTEGER NOT NULL,
              PRIMARY KEY (consortium, submission)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX submission_consortium_by_year ON submission_consortium (reporting_year);

            CREATE TABLE finding (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              kind TEXT NOT NULL,
              severity TEXT NOT NULL,
              sheet TEXT,
              row INTEGER,
              column INTEGER,
              consortium TEXT,
              indicator TEXT,
              year INTEGER,
              message TEXT NOT NULL
            ) STRICT;
            CREATE INDEX finding_by_submission ON finding (submission);

            \(["submission", "source_part", "submission_form", "consortium", "submission_consortium", "finding"]
                .map(appendOnly).joined(separator: "\n"))
            """)
}
