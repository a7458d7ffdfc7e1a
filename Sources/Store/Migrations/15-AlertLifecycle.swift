extension Migration {
    /// What happened to each alert, who took it on, and what is not to be told for a time.
    static let alertLifecycle = Migration(
        name: "15-alert-lifecycle",
        sql: """
            CREATE TABLE alert_transition (
              id INTEGER PRIMARY KEY,
              fingerprint TEXT NOT NULL REFERENCES alert,
              at TEXT NOT NULL,
              kind TEXT NOT NULL,
              payload TEXT NOT NULL CHECK (json_valid(payload))
            ) STRICT;
            CREATE INDEX alert_transition_by_alert ON alert_transition (fingerprint, id);
            \(appendOnly("alert_transition"))

            CREATE TABLE silence (
              id INTEGER PRIMARY KEY,
              at TEXT NOT NULL,
              payload TEXT NOT NULL CHECK (json_valid(payload))
            ) STRICT;
            \(appendOnly("silence"))

            -- That a silence was ended before its time.
            CREATE TABLE silence_expiry (
              silence INTEGER PRIMARY KEY REFERENCES silence,
              at TEXT NOT NULL,
              by TEXT NOT NULL
            ) STRICT;
            \(appendOnly("silence_expiry"))
            """)
}
