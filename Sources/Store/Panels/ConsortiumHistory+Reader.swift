internal import Foundation
internal import GRDB
internal import History
internal import Standards

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
