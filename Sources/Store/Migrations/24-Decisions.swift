extension Migration {
    /// What those signed who decided on a title or ended a silence, and when somebody looked last at what has changed.
    static let decisions = Migration(
        name: "24-decisions",
        sql: """
            ALTER TABLE transition_entry ADD COLUMN signature TEXT;
            ALTER TABLE silence_expiry ADD COLUMN signature TEXT;

            -- A mark of each person's own, which moves on: nothing is judged by it.
            CREATE TABLE last_look (
              actor TEXT NOT NULL,
              edition TEXT NOT NULL,
              year INTEGER NOT NULL,
              at TEXT NOT NULL,
              PRIMARY KEY (actor, edition, year)
            ) STRICT, WITHOUT ROWID;
            """)
}
