import Standards

/// Consortia whose figures of one year agree on many points and which hang together: one matter, one signal.
struct FigureGroup: Sendable {
    /// Another party with which one agrees, by its place among the parties, and the ordinals of the indicators.
    struct Agreement: Sendable {
        let other: Int
        let indicators: [Int16]
    }

    let year: ReportingYear
    let id: String
    /// In the order of their ids.
    let parties: [String]
    /// By party, the first few of those with which it agrees on enough points.
    let agreements: [[Agreement]]
    /// What it was before members joined, or of two of them, as far as a person determined on that.
    let parts: [SignalPart]
    /// Of a party of parts, by its place: all parties of these and, where there are any, one of the others with which it
    /// agrees itself. Once all of them are settled, nothing is left that the party is doubted for.
    let peers: [Int: [Int]]
}

/// A signal between some of the parties of a larger one, on which a person has determined. The determination stays for
/// what it was about: it says nothing of who joined since. A group that one of its members has left, or whose figures are
/// no longer what they were, is another matter: what was determined on it was about what is there no more.
struct SignalPart: Sendable, Hashable {
    let id: String
    /// In the order of their ids.
    let parties: [String]
}
