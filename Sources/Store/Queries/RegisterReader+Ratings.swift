internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Every entry of the register of ratings that nobody took back, in the order of receipt, those that a later one of the
    /// same person and point replaces included: which of them counts hangs on what was known when they came.
    func ratings() throws -> [Rating] {
        try entries(.ratings, where: Self.ofAuthorities) { entry, _ in Rating(entry) }
    }
}
