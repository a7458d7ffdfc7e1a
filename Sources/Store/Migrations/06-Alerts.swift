extension Migration {
    /// The alerts that are or were raised, and every notification sent of them with the reason for it.
    static let alerts = Migration(
        name: "06-alerts",
        sql: """
            CREATE TABLE alert (
              fingerprint TEXT PRIMARY KEY,
              state TEXT NOT NULL,
              raised_at TEXT NOT NULL,
              changed_at TEXT NOT NULL,
              resolved_at TEXT,
              payload TEXT NOT NULL CHECK (json_valid(payload))
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE notification_log (
              id INTEGER PRIMARY KEY,
              fingerprint TEXT NOT NULL REFERENCES alert,
              receiver TEXT NOT NULL,
              reason TEXT NOT NULL CHECK (reason IN ('first', 'changed', 'reminder', 'resolved')),
              at TEXT NOT NULL,
              outcome TEXT NOT NULL,
              payload TEXT NOT NULL CHECK (json_valid(payload))
            ) STRICT;
            CREATE INDEX notification_log_by_alert ON notification_log (fingerprint, receiver, at);

            \(appendOnly("notification_log"))
            """)
}
