/// Whose word a figure is. Where the two say different things of one cell, the authority's stands, whichever came
/// later (DESIGN §3); of one voice the last word counts.
package enum Voice: Sendable, Hashable, CaseIterable {
    /// The consortium's own: what its secretariat sent, and what was taken in before senders were told apart.
    case own
    case authority
}
