package import FEEL
package import Standards

/// The documents of every consortium, out of the registers.
package struct FilingBooks {
    private let filings: Grouped<Filing>
    private let transitions: [String: [Transition]]
    private let edition: Edition
    private let today: CalendarDate?

    package init(_ registers: Registers, edition: Edition, today: CalendarDate?) {
        filings = Grouped(registers.filings, by: \.consortium)
        transitions = Dictionary(grouping: registers.transitions, by: \.consortium)
        self.edition = edition
        self.today = today
    }

    package subscript(consortium: Consortium) -> FilingBook {
        let tenure = Tenure(
            consortium, transitions: transitions[consortium.id, default: []], earliest: edition.baseYear,
            level: edition.countsFrom, today: today)
        return FilingBook(
            consortium, filings: filings[consortium.id], kinds: edition.filings, today: today,
            tenure: edition.judges ? tenure : nil)
    }
}
