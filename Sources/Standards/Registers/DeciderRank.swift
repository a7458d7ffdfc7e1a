/// How far the word of somebody who determines reaches, where the people are known by their roles; the lower is the less.
package enum DeciderRank: Int, Sendable, Comparable {
    /// Weak signals alone, which raise no clause.
    case weakSignals
    /// Suspicions.
    case suspicions
    /// Suspicions, and what was once recommended.
    case cases

    package static func < (left: DeciderRank, right: DeciderRank) -> Bool { left.rawValue < right.rawValue }
}
