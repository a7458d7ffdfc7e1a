extension Migration {
    /// The log: a leaf for everything that is not to change unseen, and the heads that were given out. Older stores get
    /// their leaves from the next run.
    static let log = Migration(
        name: "20-log",
        sql: """
            CREATE TABLE log_leaf (
              -- Its place, from 0.
              id INTEGER PRIMARY KEY,
              -- What it is of: a sort of thing, and which one.
              kind TEXT NOT NULL,
              subject TEXT NOT NULL,
              -- 32 random bytes, without which nobody can guess what stands behind the hash.
              secret BLOB NOT NULL CHECK (length(secret) = 32),
              -- As it was made then. A verification makes it anew from what the leaf is of.
              hash BLOB NOT NULL CHECK (length(hash) = 32),
              UNIQUE (kind, subject)
            ) STRICT;
            \(appendOnly("log_leaf"))

            CREATE TABLE log_head (
              id INTEGER PRIMARY KEY,
              size INTEGER NOT NULL,
              root BLOB NOT NULL CHECK (length(root) = 32),
              -- The roots of the whole subtrees, by which the tree goes on.
              frontier BLOB NOT NULL,
              at TEXT NOT NULL,
              run INTEGER REFERENCES run,
              -- The checkpoint, with the signature of the log where it has a key.
              note TEXT NOT NULL
            ) STRICT;
            \(appendOnly("log_head"))

            -- What others signed of a head: lines of its note.
            CREATE TABLE log_cosignature (
              id INTEGER PRIMARY KEY,
              head INTEGER NOT NULL REFERENCES log_head,
              line TEXT NOT NULL
            ) STRICT;
            \(appendOnly("log_cosignature"))

            -- Heads that came back on the covers of workbooks.
            CREATE TABLE returned_head (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              part INTEGER NOT NULL REFERENCES source_part,
              row INTEGER NOT NULL,
              column INTEGER NOT NULL,
              -- As it was printed.
              head TEXT NOT NULL,
              -- Whether this store had given it out when it came back.
              is_known INTEGER NOT NULL CHECK (is_known IN (0, 1))
            ) STRICT;
            \(appendOnly("returned_head"))
            CREATE INDEX returned_head_by_submission ON returned_head (submission);

            -- The lists of people that runs went by, each once by its bytes.
            CREATE TABLE actors_file (
              sha256 TEXT PRIMARY KEY,
              content BLOB NOT NULL,
              recorded_at TEXT NOT NULL
            ) STRICT;
            \(appendOnly("actors_file"))
            ALTER TABLE run ADD COLUMN actors_digest TEXT;
            -- What those who decided signed.
            ALTER TABLE determination_entry ADD COLUMN signature TEXT;
            """)
}
