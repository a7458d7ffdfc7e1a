/// The entries of a register by what they are known by. The last word on an entry counts.
struct Register<Entry> {
    private(set) var entries: [Entry] = []
    private var known: [String: (position: Int, row: Int, hash: Int)] = [:]

    /// Adds an entry that stands at `row` and reads `text`.
    /// - Returns: the row of an earlier entry of the same key that it replaces, and whether that reads the same.
    mutating func add(_ entry: Entry, key: String, row: Int, text: String) -> (row: Int, isSame: Bool)? {
        // Whole rows are too much to keep for a comparison.
        let hash = text.hashValue
        guard let earlier = known[key] else {
            known[key] = (entries.count, row, hash)
            entries.append(entry)
            return nil
        }
        entries[earlier.position] = entry
        known[key] = (earlier.position, row, hash)
        return (earlier.row, earlier.hash == hash)
    }
}
