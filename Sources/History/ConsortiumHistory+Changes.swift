import Standards

extension ConsortiumHistory {
    /// What the reports of one year say of a figure of an earlier year, against what reports before them said.
    package struct Change {
        package let old: Entry
        package let new: Entry
        package let reportingYear: Int
    }

    /// Every change of an actual figure by a later year's report.
    package var changes: [Change] {
        cells.flatMap { cell in
            guard cell.count > 1, let first = cell.first, first.basis == .actual else { return [Change]() }
            return Set(cell.compactMap(\.reportingYear)).filter { $0 > first.year }.sorted()
                .compactMap { Self.change(in: cell, by: $0) }
        }
    }

    /// The last value by reports of `year`, where it differs from the last by reports of earlier years. A blank that
    /// is filled in later is no change.
    private static func change(in cell: ArraySlice<Entry>, by year: Int) -> Change? {
        guard let new = cell.last(where: { $0.reportingYear == year }),
            let old = cell.last(where: { $0.reportingYear.map { $0 < year } ?? false }),
            old.value != .missing, old.value != new.value
        else { return nil }
        return Change(old: old, new: new, reportingYear: year)
    }
}
