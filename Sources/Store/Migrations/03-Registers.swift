extension Migration {
    /// The registers as they were received: an entry received later supersedes the earlier one of the same name.
    static let registers = Migration(
        name: "03-registers",
        sql: """
            CREATE TABLE consortium_entry (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              consortium INTEGER NOT NULL REFERENCES consortium,
              name TEXT NOT NULL,
              kind TEXT NOT NULL,
              province TEXT NOT NULL,
              prefecture TEXT NOT NULL,
              park TEXT NOT NULL,
              park_level TEXT NOT NULL,
              lead_school TEXT NOT NULL,
              lead_enterprise TEXT NOT NULL,
              cohort TEXT NOT NULL,
              stage TEXT NOT NULL,
              designated_on TEXT
            ) STRICT;

            CREATE TABLE policy_entry (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              part INTEGER NOT NULL REFERENCES source_part,
              row INTEGER NOT NULL,
              column INTEGER NOT NULL,
              policy TEXT NOT NULL,
              level TEXT,
              region TEXT NOT NULL,
              title TEXT NOT NULL,
              number TEXT NOT NULL,
              issuer TEXT NOT NULL,
              issued_on TEXT,
              is_effective INTEGER,
              evidence TEXT
            ) STRICT;

            CREATE TABLE incident_entry (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              part INTEGER NOT NULL REFERENCES source_part,
              row INTEGER NOT NULL,
              column INTEGER NOT NULL,
              incident TEXT NOT NULL,
              consortium INTEGER NOT NULL REFERENCES consortium,
              occurred_on TEXT,
              domain TEXT,
              severity TEXT,
              has_adverse_impact INTEGER,
              status TEXT,
              evidence TEXT
            ) STRICT;

            CREATE TABLE determination_entry (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              part INTEGER NOT NULL REFERENCES source_part,
              row INTEGER NOT NULL,
              column INTEGER NOT NULL,
              consortium INTEGER NOT NULL REFERENCES consortium,
              clause TEXT NOT NULL,
              year INTEGER NOT NULL,
              decision TEXT NOT NULL,
              decided_by TEXT NOT NULL,
              decided_on TEXT,
              ground TEXT NOT NULL,
              evidence TEXT
            ) STRICT;
            CREATE INDEX determination_entry_by_consortium ON determination_entry (consortium);

            \(["consortium_entry", "policy_entry", "incident_entry", "determination_entry"]
                .map(appendOnly).joined(separator: "\n"))
            """)
}
