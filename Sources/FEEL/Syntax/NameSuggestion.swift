/// Finds the known name nearest to a misspelt one.
package enum NameSuggestion {
    /// The candidate with the fewest edits, where there are few enough to believe it was meant; the first of equals.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.unicodeScalars.prefix(64))
        let tolerance = max(1, wanted.count / 3)
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

    /// Levenshtein distance over Unicode scalars.
    private static func edits(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
        var row = Array(0...target.count)
        for (i, scalar) in source.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in target.enumerated() {
                let substitution = diagonal + (scalar == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
            }
        }
        return row[target.count]
    }
}
