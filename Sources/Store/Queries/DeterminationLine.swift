/// What tells whether a determination still stands: a line of the register, in the order of receipt.
struct DeterminationLine {
    let consortium: Int64
    /// Its own id, where it has one.
    let id: String?
    /// The id of the one that it withdraws; nil where it decides something else.
    let withdraws: String?
    /// The place of its submission in the order of receipt.
    let receipt: Int

    /// The places of the lines that stand: without those withdrawn, and without those that withdrew one.
    ///
    /// A line withdraws those of its consortium that came before it or beside it in one file. One that was itself
    /// withdrawn withdraws nothing.
    static func standing(_ lines: [DeterminationLine]) -> [Int] {
        var gone: Set<Int> = []
        for (place, line) in lines.enumerated().reversed() {
            guard let target = line.withdraws, !gone.contains(place) else { continue }
            let withdrawn = lines.indices.filter { other in
                let candidate = lines[other]
                return other != place && candidate.id == target && candidate.consortium == line.consortium
                    && candidate.receipt <= line.receipt
            }
            guard !withdrawn.isEmpty else { continue }
            gone.formUnion(withdrawn + [place])
        }
        return lines.indices.filter { !gone.contains($0) }
    }
}
