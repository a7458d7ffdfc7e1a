package import Assessment
package import Standards

/// A figure of a year gone by that a later year's report gives differently.
package struct Restatement: Sendable, Hashable {
    package let consortium: String
    package let indicator: IndicatorCode
    /// The year of the figure.
    package let year: ReportingYear
    /// The year of the report that gives it differently.
    package let reportingYear: ReportingYear
    /// The last value that reports of earlier years gave.
    package let old: ObservedValue
    package let new: ObservedValue
    /// Why, where the sender says so.
    package let reason: String?
    package let oldSource: SourceLocator
    package let newSource: SourceLocator
}

extension ConsortiumHistory {
    /// What the reports of one year say of a figure of an earlier year, against what reports before them said.
    struct Change {
        let old: Entry
        let new: Entry
        let reportingYear: Int
    }

    /// Every change of an actual figure by a later year's report.
    var changes: [Change] {
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

extension Restatement {
    init(_ change: ConsortiumHistory.Change, consortium: String, indicator: IndicatorCode) {
        self.init(
            consortium: consortium, indicator: indicator, year: ReportingYear(change.new.year),
            reportingYear: ReportingYear(change.reportingYear), old: change.old.value, new: change.new.value,
            reason: change.new.reason, oldSource: change.old.locator, newSource: change.new.locator)
    }
}
