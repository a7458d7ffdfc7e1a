import Standards

extension Subject {
    /// How every document stands that the edition asks for, in its order; those of years for which the calendar does not
    /// ask for them are left out.
    var filings: [FilingCheck] {
        let kinds = rules.edition.filings
        guard !kinds.isEmpty else { return [] }
        let book = filingBook
        return kinds.compactMap { kind in
            let windows = assessor.dates.filings[kind.id]
            let check = book.check(kind, for: year, windows: windows ?? [])
            let isAsked = kind.frequency == .once || (windows?.contains { $0.year == year } ?? true)
            return isAsked || check.filing != nil ? check : nil
        }
    }

    var filingBook: FilingBook {
        FilingBook(
            consortium, filings: national.filings[consortium.id], kinds: rules.edition.filings,
            today: assessor.dates.today, tenure: rules.edition.judges ? tenure : nil)
    }
}
