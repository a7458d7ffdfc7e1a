import Standards

extension ConsortiumHistory {
    /// What the reports of one year say of a figure of an earlier year, against what reports of years before it had said
    /// by then.
    package struct Change {
        package let old: Entry
        package let new: Entry
        package let reportingYear: Int
        /// Whether the voice that changed it is the one whose word stands in the cell.
        package let counts: Bool
    }

    /// Every change of an actual figure by a later year's report that nothing has explained since. An authority that says
    /// something else than the consortium restates nothing: each voice is held against itself.
    package var changes: [Change] {
        cells.flatMap { cell in
            guard cell.count > 1, let first = cell.first, first.basis == .actual,
                cell.contains(where: { $0.reportingYear ?? 0 > first.year })
            else { return [Change]() }
            var standing = FigureCell<Voice>()
            for entry in cell { standing.observe(entry.voice, of: entry.value, entry.voice) }
            return Voice.allCases.flatMap { voice in
                let said = cell.filter { $0.voice == voice && $0.value != .missing }
                return Set(said.compactMap(\.reportingYear)).filter { $0 > first.year }.sorted()
                    .compactMap { Self.change(in: said, by: $0, counts: standing.standing == voice) }
            }
        }
    }

    /// The last value by reports of `year`, where it differs from the last that reports of earlier years had given when
    /// it came: what came later, late or as a correction, it did not change. What was taken back before is changed by
    /// nothing, and a word with a reason that came since explains what stands.
    private static func change(in said: [Entry], by year: Int, counts: Bool) -> Change? {
        guard let place = said.lastIndex(where: { $0.reportingYear == year }),
            let old = said[..<place].last(where: { $0.reportingYear.map { $0 < year } ?? false }),
            old.value != .withdrawn, old.value != said[place].value,
            said[(place + 1)...].allSatisfy({ $0.reason == nil })
        else { return nil }
        return Change(old: old, new: said[place], reportingYear: year, counts: counts)
    }
}
