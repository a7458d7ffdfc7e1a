extension Migration {
    /// What the second edition of the design asks for, in one rebuild: who says a thing, two clocks, withdrawals,
    /// editions as keys, the registers that were missing.
    ///
    /// A store of the first edition knows neither who spoke nor under which edition: its rows count as an authority's
    /// and are marked, and all are of the one edition that there was. Tables whose columns or keys change are made anew
    /// and filled in the order of the old ones, so that no more than SQLite's cache stands in memory.
    static let secondEdition = Migration(
        name: "09-second-edition",
        sql: [
            "DROP VIEW observation_text;",
            ledgerOfSecondEdition, observationsOfSecondEdition, registersOfSecondEdition, outcomesOfSecondEdition,
            alertsOfSecondEdition,
        ].joined(separator: "\n"),
        functions: [{ FirstEdition.sentence }, { FirstEdition.fingerprint }, { FirstEdition.detail }])

    /// The one edition of old stores.
    static let firstEditionID = "municipal-consortium-trial"

    /// Puts the table `new_<name>` in the place of `name`.
    static func replace(_ name: String) -> String {
        """
        DROP TABLE \(name);
        ALTER TABLE new_\(name) RENAME TO \(name);
        """
    }
}
