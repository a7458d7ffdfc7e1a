package import Standards

/// One consortium's observations, cell after cell, and within a cell in the order they were received.
package struct ConsortiumHistory {
    /// One value of a cell, as one submission gave it.
    package struct Entry {
        package let indicator: Int64
        package let year: Int
        package let basis: Basis
        /// The submission's place among those that report on the consortium, in the order of receipt.
        package let receipt: Int
        /// The year that the submission reports for; nil where it only commits.
        package let reportingYear: Int?
        package let locator: SourceLocator
        package let value: ObservedValue
        package let reason: String?

        package init(
            indicator: Int64, year: Int, basis: Basis, receipt: Int, reportingYear: Int?, locator: SourceLocator,
            value: ObservedValue, reason: String?
        ) {
            self.indicator = indicator
            self.year = year
            self.basis = basis
            self.receipt = receipt
            self.reportingYear = reportingYear
            self.locator = locator
            self.value = value
            self.reason = reason
        }

        package func isSameCell(as other: Entry) -> Bool {
            indicator == other.indicator && year == other.year && basis == other.basis
        }
    }

    package let entries: [Entry]
    package let acceptedPlanYears: Set<ReportingYear>

    package init(entries: [Entry], acceptedPlanYears: Set<ReportingYear>) {
        self.entries = entries
        self.acceptedPlanYears = acceptedPlanYears
    }
}

extension ConsortiumHistory {
    /// `indicators` gives each indicator's place in the panel by its id in the store; others are left out.
    package func panel(layout: PanelLayout, indicators: [Indicator], ordinals: [Int64: Int]) -> Panel {
        var builder = PanelBuilder(layout: layout, indicators: indicators, acceptedPlanYears: acceptedPlanYears)
        var known: (indicator: Int64, ordinal: Int?)?
        for entry in entries {
            if known?.indicator != entry.indicator { known = (entry.indicator, ordinals[entry.indicator]) }
            guard let ordinal = known?.ordinal else { continue }
            builder.observe(
                indicator: ordinal, year: ReportingYear(entry.year), basis: entry.basis, value: entry.value,
                locator: entry.locator)
        }
        return builder.build()
    }

    /// The entries of one cell each.
    package var cells: [ArraySlice<Entry>] {
        var cells: [ArraySlice<Entry>] = []
        var start = 0
        for index in entries.indices
        where index + 1 == entries.count || !entries[index].isSameCell(as: entries[index + 1]) {
            cells.append(entries[start...index])
            start = index + 1
        }
        return cells
    }
}

extension [ConsortiumHistory.Entry] {
    /// Cells where they stand, each cell's entries by receipt; a submission's own stay as they are.
    package var inOrderOfReceipt: [ConsortiumHistory.Entry] {
        enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            let firstKey = (first.indicator, first.year, first.basis.rawValue, first.receipt, left.offset)
            return firstKey < (second.indicator, second.year, second.basis.rawValue, second.receipt, right.offset)
        }
        .map(\.element)
    }
}
