extension Migration {
    /// What a panel has to tell beside its cells so that new figures can be added to it.
    static let panelReach = Migration(
        name: "16-panel-reach",
        sql: """
            -- Who spoke of the consortium: 1 itself, 2 an authority, 3 both; and how many figures are of other years than
            -- the panel's.
            ALTER TABLE panel ADD COLUMN voices INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE panel ADD COLUMN outside_count INTEGER NOT NULL DEFAULT 0;
            """)
}
