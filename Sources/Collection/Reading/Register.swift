/// The entries of a register by what they are known by. The last word on an entry counts, and one that people see before
/// one that is hidden from them.
struct Register<Entry> {
    /// Where the row being read stands.
    var place = RowPlace()
    private(set) var entries: [Entry] = []
    private var known: [String: (position: Int, place: RowPlace, hash: Int)] = [:]

    /// Adds an entry that stands at `row` and reads `text`.
    /// - Returns: an earlier entry of the same key and which of the two counts.
    mutating func add(_ entry: Entry, key: String, row: Int, text: String) -> Repetition? {
        // Whole rows are too much to keep for a comparison.
        add(entry, key: key, row: row, hash: text.hashValue)
    }

    /// - Parameter hash: of all that the row says.
    mutating func add(_ entry: Entry, key: String, row: Int, hash: Int) -> Repetition? {
        var place = place
        place.row = row
        guard let earlier = known[key] else {
            known[key] = (entries.count, place, hash)
            entries.append(entry)
            return nil
        }
        let isSame = earlier.hash == hash
        if place.isHidden, !earlier.place.isHidden {
            return Repetition(kept: earlier.place, dropped: place, isSame: isSame)
        }
        entries[earlier.position] = entry
        known[key] = (earlier.position, place, hash)
        return Repetition(kept: place, dropped: earlier.place, isSame: isSame)
    }
}

/// Two rows about the same entry of a register.
struct Repetition {
    let kept: RowPlace
    let dropped: RowPlace
    let isSame: Bool
}
