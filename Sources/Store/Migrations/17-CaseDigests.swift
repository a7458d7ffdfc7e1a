extension Migration {
    /// What a determination was bound to.
    static let caseDigests = Migration(
        name: "17-case-digests", sql: "ALTER TABLE determination_entry ADD COLUMN case_digest TEXT;")
}
