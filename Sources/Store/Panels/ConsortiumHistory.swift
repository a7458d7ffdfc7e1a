internal import Assessment
internal import Foundation
internal import GRDB
internal import Standards

/// One consortium's observations, cell after cell, and within a cell in the order they were received.
struct ConsortiumHistory {
    /// One value of a cell, as one submission gave it.
    struct Entry {
        let indicator: Int64
        let year: Int
        let basis: Basis
        /// The submission's place among those that report on the consortium, in the order of receipt.
        let receipt: Int
        /// The year that the submission reports for; nil where it only commits.
        let reportingYear: Int?
        let locator: SourceLocator
        let value: ObservedValue
        let reason: String?

        func isSameCell(as other: Entry) -> Bool {
            indicator == other.indicator && year == other.year && basis == other.basis
        }
    }

    let entries: [Entry]
    let acceptedPlanYears: Set<ReportingYear>
}

extension ConsortiumHistory {
    /// `indicators` gives each indicator's place in the panel by its id in the store; others are left out.
    func panel(layout: PanelLayout, indicators: [Indicator], ordinals: [Int64: Int]) -> Panel {
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
    var cells: [ArraySlice<Entry>] {
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

extension ConsortiumHistory {
    /// Reads histories, one consortium at a time, on one connection.
    struct Reader {
        private let receipts: RawStatement
        private let plans: RawStatement
        private let observations: RawStatement

        /// With `asOf`, histories hold only what was received by then.
        init(_ db: Database, asOf: Date? = nil) throws {
            let limit = asOf?.storeText
            receipts = try RawStatement(
                db,
                """
                SELECT submission, reporting_year FROM submission_consortium
                JOIN submission ON submission.id = submission
                WHERE consortium = ?1 AND (?2 IS NULL OR received_at <= ?2) ORDER BY received_at, submission
                """)
            receipts.bind(limit, at: 2)
            plans = try RawStatement(
                db,
                """
                SELECT year FROM determination_entry JOIN submission ON submission.id = submission
                WHERE consortium = ?1 AND decision = 'acceptPlanChange' AND (?2 IS NULL OR received_at <= ?2)
                """)
            plans.bind(limit, at: 2)
            observations = try RawStatement(
                db,
                """
                SELECT indicator, year, basis, submission, part, row, column, content, coefficient, exponent, text,
                  reason
                FROM observation WHERE consortium = ?1
                ORDER BY indicator, year, basis, submission, part, row, column
                """)
        }

        func history(of consortium: Int64) throws -> ConsortiumHistory {
            var years: Set<ReportingYear> = []
            plans.bind(consortium, at: 1)
            while try plans.step() { years.insert(ReportingYear(Int(plans.integer(0)))) }
            return ConsortiumHistory(entries: try entries(of: consortium), acceptedPlanYears: years)
        }

        private func entries(of consortium: Int64) throws -> [Entry] {
            var known: [Int64: (place: Int, year: Int?)] = [:]
            receipts.bind(consortium, at: 1)
            while try receipts.step() {
                known[receipts.integer(0)] = (known.count, receipts.optionalInteger(1).map { Int($0) })
            }
            var entries: [Entry] = []
            // Ids follow the order of receipt unless files were loaded in another order than they were received.
            var isInOrder = true
            observations.bind(consortium, at: 1)
            while try observations.step() {
                guard let receipt = known[observations.integer(3)] else { continue }
                let entry = Entry(
                    indicator: observations.integer(0), year: Int(observations.integer(1)),
                    basis: Basis(column: observations.integer(2)), receipt: receipt.place,
                    reportingYear: receipt.year,
                    locator: SourceLocator(
                        part: Int(observations.integer(4)), row: Int(observations.integer(5)),
                        column: Int(observations.integer(6))),
                    value: observations.value(from: 7), reason: observations.optionalText(11))
                if let last = entries.last, last.isSameCell(as: entry), last.receipt > entry.receipt {
                    isInOrder = false
                }
                entries.append(entry)
            }
            return isInOrder ? entries : entries.inOrderOfReceipt
        }
    }
}

extension [ConsortiumHistory.Entry] {
    /// Cells where they stand, each cell's entries by receipt; a submission's own stay as they are.
    fileprivate var inOrderOfReceipt: [ConsortiumHistory.Entry] {
        enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            let firstKey = (first.indicator, first.year, first.basis.column, first.receipt, left.offset)
            return firstKey < (second.indicator, second.year, second.basis.column, second.receipt, right.offset)
        }
        .map(\.element)
    }
}
