import History
import Standards

/// The consortia that use one document as evidence: one matter, one signal.
struct DocumentGroup: Sendable {
    let id: String
    /// In the order of their ids.
    let parties: [String]
    /// By party, in the order of points and years.
    let uses: [[EvidenceUse]]
    /// By party, the first year that it uses the document for.
    let firstYears: [ReportingYear]
    let parts: [SignalPart]

    /// Nil where fewer than two use it.
    ///
    /// - Parameters:
    ///   - uses: all of one document.
    ///   - subjects: by consortium, the signals that somebody determined on.
    init?(_ uses: [EvidenceUse], edition: Edition, subjects: [String: Set<String>]) {
        let byParty = Dictionary(grouping: uses, by: \.consortium)
        guard let hash = uses.first?.hash, byParty.count > 1 else { return nil }
        parties = byParty.keys.sorted()
        self.uses = parties.map { byParty[$0, default: []].sorted() }
        firstYears = self.uses.map { uses in uses.map(\.year).min() ?? edition.baseYear }
        func cells(_ place: Int, _ uses: [[EvidenceUse]]) -> [String] {
            uses[place].map { "\($0.consortium) \(edition.indicators[$0.indicator].code) \($0.year)" }
        }
        let (parties, uses) = (parties, self.uses)
        func pair(_ one: Int, _ other: Int) -> String {
            CredibilitySignal.id(
                .evidenceReuse, parties: [parties[one], parties[other]],
                cells: cells(one, uses) + cells(other, uses) + [hash])
        }
        guard parties.count > 2 else {
            id = pair(0, 1)
            parts = []
            return
        }
        var growing = CredibilitySignal.GroupID(.evidenceReuse)
        growing.add(cell: hash)
        var grown: [(id: String, places: [Int])] = []
        let order = parties.indices.sorted { left, right in
            (uses[left].map(\.part).min() ?? 0, left) < (uses[right].map(\.part).min() ?? 0, right)
        }
        let wanted = parties.reduce(into: Set<String>()) { $0.formUnion(subjects[$1] ?? []) }
        for (index, place) in order.enumerated() {
            growing.add(party: parties[place])
            cells(place, uses).forEach { growing.add(cell: $0) }
            if index > 1, index + 1 < order.count, wanted.contains(growing.text) {
                grown.append((growing.text, order[...index].sorted()))
            }
        }
        id = growing.text
        if !wanted.subtracting([id]).isEmpty {
            for one in parties.indices where subjects[parties[one]] != nil {
                for other in parties.indices where other != one && wanted.contains(pair(one, other)) {
                    grown.append((pair(one, other), [one, other].sorted()))
                }
            }
        }
        parts = Set(grown.map { part in SignalPart(id: part.id, parties: part.places.map { parties[$0] }) })
            .sorted { $0.id < $1.id }
    }

    /// From which year on the party at `place` and some of the others have used it; nil where there are no others.
    func firstYear(of place: Int, beside others: [Int]) -> ReportingYear? {
        others.map { firstYears[$0] }.min().map { max(firstYears[place], $0) }
    }
}
