extension Migration {
    /// The messages that are to be sent, that were, and that could not be; and each attempt.
    static let outbox = Migration(
        name: "14-outbox",
        sql: """
            CREATE TABLE outbox (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              -- What a receiver knows a repetition by.
              key TEXT NOT NULL UNIQUE,
              message_id TEXT NOT NULL UNIQUE,
              receiver TEXT NOT NULL,
              -- The kind of the channel that it was written for.
              channel TEXT NOT NULL,
              -- As it is sent, each time the same.
              content TEXT NOT NULL CHECK (json_valid(content)),
              planned_at TEXT NOT NULL,
              state TEXT NOT NULL CHECK (
                state IN ('queued', 'attempting', 'finishing', 'retry', 'uncertain', 'sent', 'dead')),
              -- Not to be tried before, in milliseconds since 1970.
              due_at INTEGER NOT NULL,
              attempts INTEGER NOT NULL DEFAULT 0,
              failures INTEGER NOT NULL DEFAULT 0,
              -- Whether an attempt ended of which nobody knows if the message arrived.
              in_doubt INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt IN (0, 1)),
              -- Why the last attempt came to nothing.
              reason TEXT NOT NULL DEFAULT '',
              settled_at TEXT,
              -- The later message that tells what this dead one did not.
              replaced_by INTEGER REFERENCES outbox
            ) STRICT;
            CREATE INDEX outbox_unsettled ON outbox (receiver, id) WHERE state NOT IN ('sent', 'dead');
            CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
            CREATE TRIGGER outbox_keeps_what_it_says BEFORE UPDATE ON outbox
            WHEN OLD.key <> NEW.key OR OLD.message_id <> NEW.message_id OR OLD.receiver <> NEW.receiver
              OR OLD.content <> NEW.content OR OLD.state = 'sent'
            BEGIN SELECT RAISE(ABORT, 'outbox keeps what it says'); END;
            \(neverDeleted("outbox"))

            -- The alerts that a message tells, as the log of notifications has them.
            CREATE TABLE outbox_alert (
              message INTEGER NOT NULL REFERENCES outbox,
              position INTEGER NOT NULL,
              fingerprint TEXT NOT NULL REFERENCES alert,
              entry TEXT NOT NULL CHECK (json_valid(entry)),
              PRIMARY KEY (message, position)
            ) STRICT, WITHOUT ROWID;
            \(appendOnly("outbox_alert"))
            CREATE INDEX outbox_alert_by_fingerprint ON outbox_alert (fingerprint);

            CREATE TABLE outbox_attachment (
              message INTEGER NOT NULL REFERENCES outbox,
              position INTEGER NOT NULL,
              name TEXT NOT NULL,
              type TEXT NOT NULL,
              bytes BLOB NOT NULL,
              PRIMARY KEY (message, position)
            ) STRICT;
            \(appendOnly("outbox_attachment"))

            -- Every attempt, by which the limits of services are counted across processes. Times in milliseconds since 1970.
            CREATE TABLE delivery_attempt (
              id INTEGER PRIMARY KEY,
              message INTEGER NOT NULL REFERENCES outbox,
              -- Whom the service takes it from; '' where it does not count. It is made of no secret that it tells.
              account TEXT NOT NULL,
              at INTEGER NOT NULL,
              ended_at INTEGER,
              outcome TEXT,
              detail TEXT NOT NULL DEFAULT '',
              -- Until when the service takes no more from the account.
              closed_until INTEGER
            ) STRICT;
            CREATE INDEX delivery_attempt_by_account ON delivery_attempt (account, at);
            CREATE INDEX delivery_attempt_by_message ON delivery_attempt (message);
            \(neverDeleted("delivery_attempt"))
            """)
}
