package import FEEL
package import Foundation
internal import GRDB
internal import History
package import Standards

/// How far the report of one consortium for one year has come, and when.
package struct ReportProgress: Sendable, Hashable {
    /// Of the submissions that report the year.
    package let firstReceivedAt: Date
    package let lastReceivedAt: Date
    /// When the submission came with which the figures of the year were complete enough; nil where they are or were not.
    package let reachedAt: Date?
    package let reportedPoints: Int
    package let applicablePoints: Int
}

extension StoreSnapshot {
    /// How far the reports of `year` have come, by consortium, of those of the edition's kind that have reported
    /// anything of it. A form without a figure is no report.
    ///
    /// - Parameter threshold: the share of applicable points from which on a report counts as complete, such as 0.9.
    package func reportProgress(year: ReportingYear, threshold: Decimal128) throws -> [String: ReportProgress] {
        let edition = edition
        let completeness = try mapPanels(withSources: false) { _, panel in
            Completeness(of: panel, in: year, edition: edition)
        }
        return try read { db in
            let reader = try ConsortiumHistory.Reader(db, edition: edition.id, within: horizon, year: year)
            var dates = DateCache()
            var progress: [String: ReportProgress] = [:]
            for (id, receipts) in try reportReceipts(db, year) {
                guard let place = places[id], consortia[place].kind == edition.kind,
                    let first = receipts.first, let last = receipts.last
                else { continue }
                let now = completeness[place]
                if receipts.areOfLaterYears, now.reportedPoints == 0 { continue }
                var reachedAt: String?
                if receipts.count > 1 {
                    // More than one submission may have brought it about.
                    reachedAt = try receipt(reaching: threshold, year, try reader.read(id), db)
                } else if now.reaches(threshold) {
                    reachedAt = first
                }
                progress[consortia[place].id] = ReportProgress(
                    firstReceivedAt: try dates[first], lastReceivedAt: try dates[last],
                    reachedAt: try reachedAt.map { try dates[$0] }, reportedPoints: now.reportedPoints,
                    applicablePoints: now.applicablePoints)
            }
            return progress
        }
    }

    /// By consortium's id in the store. Only what reports the year or a later one holds figures of the year, plans
    /// excepted.
    private func reportReceipts(_ db: Database, _ year: ReportingYear) throws -> [Int64: Receipts] {
        let takenBack = try Withdrawals(db, within: horizon).submissions
        let statement = try RawStatement(
            db,
            """
            SELECT noted.consortium, reporting_year, received_at, submission.id FROM submission_consortium AS noted
            JOIN submission ON submission.id = noted.submission
            WHERE edition = ?1 AND reporting_year >= ?2 AND (?3 IS NULL OR received_at <= ?3)
              AND (?4 IS NULL OR recorded_at <= ?4)
            """)
        statement.bind(edition.id, at: 1)
        statement.bind(Int64(year.value), at: 2)
        statement.bind(horizon.receivedBy?.storeText, at: 3)
        statement.bind(horizon.recordedBy?.storeText, at: 4)
        var receipts: [Int64: Receipts] = [:]
        while try statement.step() {
            guard !takenBack.contains(statement.integer(3)) else { continue }
            receipts[statement.integer(0), default: Receipts()]
                .add(statement.text(2), isOfLaterYear: statement.integer(1) > year.value)
        }
        return receipts
    }

    private func receipt(
        reaching threshold: Decimal128, _ year: ReportingYear,
        _ read: (history: ConsortiumHistory, submissions: [Int64]), _ db: Database
    ) throws -> String? {
        let place = read.history.receipt(
            reaching: threshold, of: year, edition: edition, ordinals: scheme.ordinals)
        return try place.flatMap { place in
            try String.fetchOne(
                db, sql: "SELECT received_at FROM submission WHERE id = ?", arguments: [read.submissions[place]])
        }
    }
}

/// When the submissions came that may hold figures of a year.
private struct Receipts {
    /// Those that report the year; where none does, those of later years.
    private var ofYear: [String] = []
    /// All of both.
    private(set) var count = 0
    private(set) var areOfLaterYears = false

    mutating func add(_ receivedAt: String, isOfLaterYear: Bool) {
        count += 1
        if areOfLaterYears, !isOfLaterYear { ofYear = [] }
        if ofYear.isEmpty { areOfLaterYears = isOfLaterYear }
        if isOfLaterYear == areOfLaterYears { ofYear.append(receivedAt) }
    }

    var first: String? { ofYear.min() }
    var last: String? { ofYear.max() }
}

/// Reads instants, of which thousands of rows have the same few.
private struct DateCache {
    private var dates: [String: Date] = [:]

    subscript(text: String) -> Date {
        mutating get throws {
            if let date = dates[text] { return date }
            let date = try Date(storeText: text)
            dates[text] = date
            return date
        }
    }
}
