extension [String] {
    /// Without repetitions, in the order of the first of each.
    package var once: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
