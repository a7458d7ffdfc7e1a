package import Standards

/// Whom a file is for that is not for the edition by which it was read.
package enum OtherAudience: Sendable, Hashable {
    /// Consortia of another kind alone.
    case kind(ConsortiumKind)
    /// All of its rows name another edition.
    case edition
}
