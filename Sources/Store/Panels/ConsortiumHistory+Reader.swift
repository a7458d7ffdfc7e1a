internal import FEEL
internal import Foundation
internal import GRDB
internal import History
internal import Standards

extension ConsortiumHistory {
    /// Reads histories under one edition, one consortium at a time, on one connection.
    struct Reader {
        private let receipts: RawStatement
        private let decisions: RawStatement
        private let observations: RawStatement
        private let withdrawals: Withdrawals

        /// Histories hold what is within `horizon` and was not taken back; with `year` only what is of it.
        init(_ db: Database, edition: String, within horizon: Horizon = .open, year: ReportingYear? = nil) throws {
            withdrawals = try Withdrawals(db, within: horizon)
            receipts = try RawStatement(
                db,
                """
                SELECT submission.id, max(reporting_year), authority = 'authority' AND NOT migrated FROM (
                    SELECT submission, reporting_year FROM submission_consortium WHERE consortium = ?3 AND edition = ?4
                    UNION ALL
                    SELECT submission, NULL FROM determination_entry
                    WHERE consortium = ?3 AND decision IN ('acceptPlanChange', 'withdraw')) AS source
                JOIN submission ON submission.id = source.submission
                WHERE (?1 IS NULL OR received_at <= ?1) AND (?2 IS NULL OR recorded_at <= ?2)
                GROUP BY submission.id ORDER BY \(Horizon.order)
                """)
            receipts.bind(horizon.receivedBy?.storeText, at: 1)
            receipts.bind(horizon.recordedBy?.storeText, at: 2)
            receipts.bind(edition, at: 4)
            decisions = try RawStatement(
                db,
                """
                SELECT entry.submission, determination, iif(decision = 'withdraw', withdraws, NULL), decision, year,
                  fund, amount, part, row, column
                FROM determination_entry AS entry JOIN submission ON submission.id = entry.submission
                WHERE entry.consortium = ? AND decision IN ('acceptPlanChange', 'withdraw')
                  AND authority = 'authority'
                ORDER BY entry.id
                """)
            // With the sign SQLite takes `period` for no constant, and so finds the rows in order without sorting them.
            observations = try RawStatement(
                db,
                """
                SELECT indicator, year, basis, submission, part, row, column, content, coefficient, exponent, text,
                  reason
                FROM observation WHERE consortium = ?1 AND +period = 0 AND (?2 IS NULL OR year = ?2)
                ORDER BY indicator, year, period, basis, submission, part, row, column
                """)
            observations.bind(year.map { Int64($0.value) }, at: 2)
        }

        private struct Receipt {
            let place: Int
            let reportingYear: Int?
            let voice: Voice
        }

        func history(of consortium: Int64) throws -> ConsortiumHistory {
            try read(consortium).history
        }

        /// The history, and the ids of its submissions by their places in it.
        func read(_ consortium: Int64) throws -> (history: ConsortiumHistory, submissions: [Int64]) {
            var known: [Int64: Receipt] = [:]
            var submissions: [Int64] = []
            receipts.bind(consortium, at: 3)
            while try receipts.step() {
                let id = receipts.integer(0)
                guard !withdrawals.submissions.contains(id) else { continue }
                known[id] = Receipt(
                    place: known.count, reportingYear: receipts.optionalInteger(1).map { Int($0) },
                    voice: receipts.integer(2) == 1 ? .authority : .own)
                submissions.append(id)
            }
            let history = ConsortiumHistory(
                entries: try entries(of: consortium, known), acceptedPlans: try acceptedPlans(of: consortium, known))
            return (history, submissions)
        }

        private func entries(of consortium: Int64, _ known: [Int64: Receipt]) throws -> [Entry] {
            var entries: [Entry] = []
            // Ids follow the order of receipt unless files were loaded in another order than they were received.
            var isInOrder = true
            observations.bind(consortium, at: 1)
            while try observations.step() {
                guard let receipt = known[observations.integer(3)] else { continue }
                let entry = Entry(
                    indicator: observations.integer(0), year: Int(observations.integer(1)),
                    basis: Basis(column: observations.integer(2)), receipt: receipt.place,
                    reportingYear: receipt.reportingYear, voice: receipt.voice,
                    locator: observations.locator(from: 4), value: observations.value(from: 7),
                    reason: observations.optionalText(11))
                if let last = entries.last, last.isSameCell(as: entry), last.receipt > entry.receipt {
                    isInOrder = false
                }
                entries.append(entry)
            }
            return isInOrder ? entries : entries.inOrderOfReceipt
        }

        private func acceptedPlans(of consortium: Int64, _ known: [Int64: Receipt]) throws -> [AcceptedPlan] {
            var lines: [(line: DeterminationLine, plan: AcceptedPlan?)] = []
            decisions.bind(consortium, at: 1)
            while try decisions.step() {
                let submission = decisions.integer(0)
                let id = decisions.optionalText(1)
                guard let receipt = known[submission],
                    try !withdrawals.takesBack(.determinations, id, about: consortium, of: submission)
                else { continue }
                let plan = AcceptedPlan(
                    year: ReportingYear(Int(decisions.integer(4))), fund: decisions.optionalText(5),
                    amount: decisions.optionalText(6).flatMap { Decimal128($0) }, receipt: receipt.place,
                    locator: decisions.locator(from: 7))
                lines.append(
                    (
                        DeterminationLine(
                            consortium: consortium, id: id, withdraws: decisions.optionalText(2),
                            receipt: receipt.place),
                        decisions.text(3) == DeterminationDecision.acceptPlanChange.rawValue ? plan : nil
                    ))
            }
            let inOrder = lines.enumerated().sorted {
                ($0.element.line.receipt, $0.offset) < ($1.element.line.receipt, $1.offset)
            }.map(\.element)
            return DeterminationLine.standing(inOrder.map(\.line)).compactMap { inOrder[$0].plan }
        }
    }
}

extension RawStatement {
    /// The place in the columns part, row and column, from `column` on.
    func locator(from column: Int32) -> SourceLocator {
        SourceLocator(part: Int(integer(column)), row: Int(integer(column + 1)), column: Int(integer(column + 2)))
    }
}
