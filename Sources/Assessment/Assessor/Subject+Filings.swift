import Standards

extension Subject {
    /// How every document stands that the edition asks for, in its order.
    var filings: [FilingCheck] {
        let kinds = rules.edition.filings
        guard !kinds.isEmpty else { return [] }
        let book = FilingBook(
            consortium, filings: national.filings[consortium.id, default: []], kinds: kinds,
            today: assessor.dates.today)
        return kinds.map { book.check($0, for: year, windows: assessor.dates.filings[$0.id, default: []]) }
    }
}
