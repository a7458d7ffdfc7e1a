extension Migration {
    /// The runs of pipelines, and what they found, kept as it was found: an outcome is written down by the first run that
    /// found it, and stands until a run finds another.
    static let runs = Migration(
        name: "05-runs",
        sql: """
            CREATE TABLE run (
              id INTEGER PRIMARY KEY,
              pipeline TEXT NOT NULL,
              year INTEGER NOT NULL,
              status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed', 'aborted')),
              started_at TEXT NOT NULL,
              ended_at TEXT,
              owner_pid INTEGER NOT NULL,
              standard_digest TEXT NOT NULL,
              rules_digest TEXT NOT NULL,
              message TEXT
            ) STRICT;

            CREATE TABLE run_stage (
              run INTEGER NOT NULL REFERENCES run,
              position INTEGER NOT NULL,
              name TEXT NOT NULL,
              started_at TEXT NOT NULL,
              ended_at TEXT NOT NULL,
              counts TEXT NOT NULL CHECK (json_valid(counts)),
              PRIMARY KEY (run, position)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE verdict (
              run INTEGER NOT NULL REFERENCES run,
              consortium TEXT NOT NULL,
              year INTEGER NOT NULL,
              verdict TEXT NOT NULL,
              text TEXT NOT NULL,
              line TEXT NOT NULL,
              PRIMARY KEY (consortium, year, run)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE check_result (
              run INTEGER NOT NULL REFERENCES run,
              consortium TEXT NOT NULL,
              year INTEGER NOT NULL,
              list TEXT NOT NULL,
              clause TEXT NOT NULL,
              outcome TEXT NOT NULL,
              text TEXT NOT NULL,
              line TEXT NOT NULL,
              PRIMARY KEY (consortium, year, list, clause, run)
            ) STRICT, WITHOUT ROWID;

            \(["run_stage", "verdict", "check_result"].map(appendOnly).joined(separator: "\n"))
            """)
}
