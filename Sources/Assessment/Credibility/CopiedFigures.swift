import History
import Standards

/// Consortia whose figures of one year agree on many points. Only figures long enough not to agree by chance are counted,
/// and the components of a point once. Those that hang together are one group, and one signal.
enum CopiedFigures {
    /// The groups of each year, from the base year on.
    ///
    /// - Parameters:
    ///   - consortia: the ids of the table's rows.
    ///   - subjects: by consortium, the signals that somebody determined on.
    static func groups(
        in table: FigureTable, consortia: [String], edition: Edition, subjects: [String: Set<String>] = [:]
    ) -> [FigureGroup] {
        concurrently(table.years.count) { year in
            FigureGroupSearch(table, year: year, consortia: consortia, edition: edition, subjects: subjects).groups()
        }.flatMap(\.self)
    }

    /// The signal of a group, and those of its parts, on the list of the party at `place`, whose panel is given.
    static func signals(
        of group: FigureGroup, at place: Int, panel: Panel, edition: Edition
    ) -> [CredibilitySignal] {
        let agreements = group.agreements[place]
        let own = group.parties[place]
        let indicators = Set(agreements.flatMap(\.indicators)).sorted().map { edition.indicators[Int($0)] }
        // Equal figures are shown as the consortium itself wrote them.
        func cell(_ indicator: Indicator, party: String?) -> Evidence {
            let value = panel.value(indicator.ordinal, group.year)
            return Evidence(
                subject: .cell(indicator: indicator, year: group.year, basis: .actual), value: value.text,
                status: value.status, source: nil, party: party)
        }
        let points = Set(indicators.map(\.code.point)).count
        let others = agreements.map { group.parties[$0.other] }
        let isWhole = others.count == group.parties.count - 1
        let signal = CredibilitySignal(
            id: group.id, kind: .copiedFigures, grade: .strong, consortium: own, parties: group.parties,
            year: group.year,
            text: "\(group.year)年有\(points)个观测点的数与 \(others.joined(separator: "、")) 完全相同"
                + (isWhole ? "" : "，同组共\(group.parties.count)家"),
            because: indicators.map { cell($0, party: nil) }
                + agreements.flatMap { agreement in
                    agreement.indicators.map {
                        cell(edition.indicators[Int($0)], party: group.parties[agreement.other])
                    }
                }, parts: group.parts, peers: group.peers[place]?.map { group.parties[$0] })
        return [signal] + group.parts.filter { $0.parties.contains(own) }.map { signal.part($0, from: group.year) }
    }
}
