import Standards

extension ConsortiumHistory {
    /// What the reports of one year say of a figure of an earlier year, against what reports before them said.
    package struct Change {
        package let old: Entry
        package let new: Entry
        package let reportingYear: Int
    }

    /// Every change of an actual figure by a later year's report. An authority that says something else than the
    /// consortium restates nothing: each voice is held against itself.
    package var changes: [Change] {
        cells.flatMap { cell in
            guard cell.count > 1, let first = cell.first, first.basis == .actual,
                cell.contains(where: { $0.reportingYear ?? 0 > first.year })
            else { return [Change]() }
            return Voice.allCases.flatMap { voice in
                let said = cell.filter { $0.voice == voice && $0.value != .missing }
                return Set(said.compactMap(\.reportingYear)).filter { $0 > first.year }.sorted()
                    .compactMap { Self.change(in: said, by: $0) }
            }
        }
    }

    /// The last value by reports of `year`, where it differs from the last by reports of earlier years. What was taken
    /// back before is changed by nothing.
    private static func change(in said: [Entry], by year: Int) -> Change? {
        guard let new = said.last(where: { $0.reportingYear == year }),
            let old = said.last(where: { $0.reportingYear.map { $0 < year } ?? false }),
            old.value != .withdrawn, old.value != new.value
        else { return nil }
        return Change(old: old, new: new, reportingYear: year)
    }
}
