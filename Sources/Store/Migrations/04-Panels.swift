extension Migration {
    /// What is derived from the observations, for speed: dropped and rebuilt at will.
    static let panels = Migration(
        name: "04-panels",
        sql: """
            -- What a panel's cells stand for: the standard's indicators in their order, each with its revision policy.
            CREATE TABLE panel_layout (
              id INTEGER PRIMARY KEY,
              standard TEXT NOT NULL,
              first_year INTEGER NOT NULL,
              year_count INTEGER NOT NULL,
              catalogue TEXT NOT NULL,
              UNIQUE (standard, first_year, year_count, catalogue)
            ) STRICT;

            CREATE TABLE panel (
              consortium INTEGER PRIMARY KEY REFERENCES consortium,
              layout INTEGER NOT NULL REFERENCES panel_layout,
              -- The submission that last changed it.
              revision INTEGER NOT NULL REFERENCES submission,
              -- How many figures a later year's report gives differently.
              restatement_count INTEGER NOT NULL,
              cells BLOB NOT NULL,
              sources BLOB NOT NULL
            ) STRICT;
            CREATE INDEX panel_by_layout ON panel (layout);
            CREATE INDEX panel_with_restatements ON panel (consortium) WHERE restatement_count > 0;

            """)
}
