package import Standards

/// That a submission as a whole, or one entry of a register, is taken back.
package struct WithdrawalLine: Sendable, Hashable {
    /// The start of the SHA-256 on the receipt, eight digits at least; nil where a row of a register takes its own entry
    /// back.
    package let receipt: String?
    /// The register that the entry is in; nil for a submission as a whole.
    package internal(set) var form: FormKind?
    /// What the entry is known by in its register; nil for a submission as a whole.
    package let entry: String?
    /// Whose the entry is; nil where that is not said.
    package let consortium: String?
    /// Where the entry holds: the region of a policy, or of a consortium; nil where that is not said.
    let region: String?
    /// Why, as the sender says; empty where a row of a register takes its own entry back.
    package let ground: String
    /// The id in the ledger of the submission that the receipt is of, once it has been looked up.
    package internal(set) var submission: Int?
    package let source: CellSource
}
