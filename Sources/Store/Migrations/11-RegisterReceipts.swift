extension Migration {
    /// That the same bytes of a register came again on a later day. The entries are those of the first receipt; what the
    /// register covers reaches to the last.
    static let registerReceipts = Migration(
        name: "11-register-receipts",
        sql: """
            CREATE TABLE register_receipt (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              received_at TEXT NOT NULL,
              recorded_at TEXT NOT NULL,
              UNIQUE (submission, received_at)
            ) STRICT;
            \(appendOnly("register_receipt"))

            """)
}
