package import FEEL
package import Standards

/// One consortium's observations under one edition, cell after cell, and within a cell in the order they were received.
package struct ConsortiumHistory {
    /// One value of a cell, as one submission gave it.
    package struct Entry {
        /// Id of the indicator in the store.
        package let indicator: Int64
        package let year: Int
        package let basis: Basis
        /// The submission's place among those that the history is made of, in the order of receipt.
        package let receipt: Int
        /// The year that the submission reports for; nil where it only commits.
        package let reportingYear: Int?
        package let voice: Voice
        package let locator: SourceLocator
        package let value: ObservedValue
        package let reason: String?

        package init(
            indicator: Int64, year: Int, basis: Basis, receipt: Int, reportingYear: Int?, voice: Voice = .own,
            locator: SourceLocator, value: ObservedValue, reason: String?
        ) {
            self.indicator = indicator
            self.year = year
            self.basis = basis
            self.receipt = receipt
            self.reportingYear = reportingYear
            self.voice = voice
            self.locator = locator
            self.value = value
            self.reason = reason
        }

        package func isSameCell(as other: Entry) -> Bool {
            indicator == other.indicator && year == other.year && basis == other.basis
        }
    }

    /// That a determination accepted a change of the plans for a year.
    package struct AcceptedPlan {
        package let year: ReportingYear
        /// Of the plans for the year, those whose title names the fund (专项, 日常); nil for all of them.
        package let fund: String?
        /// The plan as it was accepted, in the unit of its indicator; nil for the last one reported by then. It says
        /// nothing where no fund is named, for then nobody knows whose it is.
        package let amount: Decimal128?
        /// The place of the determination's submission, as of ``Entry/receipt``.
        package let receipt: Int
        package let locator: SourceLocator

        package init(
            year: ReportingYear, fund: String? = nil, amount: Decimal128? = nil, receipt: Int, locator: SourceLocator
        ) {
            self.year = year
            self.fund = fund
            self.amount = fund == nil ? nil : amount
            self.receipt = receipt
            self.locator = locator
        }

        func isAbout(_ indicator: Indicator) -> Bool {
            indicator.revisionPolicy == .first && fund.map(indicator.title.contains) ?? true
        }
    }

    package let entries: [Entry]
    /// In the order of receipt.
    package let acceptedPlans: [AcceptedPlan]

    package init(entries: [Entry], acceptedPlans: [AcceptedPlan] = []) {
        self.entries = entries
        self.acceptedPlans = acceptedPlans
    }

    /// What it was when only the first submissions, up to the place `receipt`, had come.
    package func prefix(through receipt: Int) -> ConsortiumHistory {
        ConsortiumHistory(
            entries: entries.filter { $0.receipt <= receipt },
            acceptedPlans: acceptedPlans.filter { $0.receipt <= receipt })
    }
}

extension ConsortiumHistory {
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
