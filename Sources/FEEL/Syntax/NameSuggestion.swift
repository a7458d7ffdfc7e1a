/// Finds the known name nearest to a misspelt one.
package enum NameSuggestion {
    /// The candidate with the fewest edits, where there are few enough to believe it was meant; the first of equals.
    ///
    /// An edit is a Unicode scalar put in, taken out, replaced, or swapped with its neighbour. Of every text the first
    /// 64 scalars count. A candidate that is `name` itself is passed over, as is one that takes as many edits as `name`
    /// has scalars, where these are two or more: nothing of it would be left.
    /// - Parameter tolerance: how many edits are believed at most; nil for a third of the name's scalars, at least one.
    package static func nearest(
        to name: String, among candidates: some Sequence<String>, within tolerance: Int? = nil
    ) -> String? {
        let wanted = Array(name.unicodeScalars.prefix(64))
        let tolerance = tolerance ?? max(1, wanted.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in candidates where candidate != name {
            let scalars = Array(candidate.unicodeScalars.prefix(64))
            guard abs(scalars.count - wanted.count) <= tolerance else { continue }
            let distance = edits(from: wanted, to: scalars)
            guard distance <= tolerance, distance < max(wanted.count, 2) else { continue }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// How many edits make the one the other (the optimal string alignment distance).
    private static func edits(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
        var rows = [Array(0...target.count)]
        for (i, scalar) in source.enumerated() {
            var row = [i + 1]
            for (j, other) in target.enumerated() {
                var least = min(rows[i][j] + (scalar == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, scalar == target[j - 1], source[i - 1] == other {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[source.count][target.count]
    }
}
