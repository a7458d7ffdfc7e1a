import Assessment
package import Collection
internal import Review
internal import Safekeeping
package import Foundation
package import Standards
package import Store

/// Where a use case works: an installation, a database, an edition, and the instant taken as now. It reads no clock and
/// no environment of its own.
package struct Workspace: Sendable {
    package let installation: Installation
    /// Path of the SQLite file.
    package let database: String
    /// Id of the edition.
    package let edition: String
    package let now: Date
    /// Waits for files that are still being written, by a clock that starts from ``now``.
    package let stillness: Stillness
    /// The variables that secrets may stand in.
    package let environment: [String: String]

    package init(
        installation: Installation, database: String, edition: String, now: Date, stillness: Stillness,
        environment: [String: String] = [:]
    ) {
        self.installation = installation
        // Lock, archive and receipts lie beside the file itself, whatever link leads to it.
        self.database = RealPath.following(database)
        self.edition = edition
        self.now = now
        self.stillness = stillness
        self.environment = environment
    }

    /// A store that must be there; does not wait for a running load.
    package func existingStore() throws -> Store { try Store.openExisting(path: database) }

    /// What is due when under the edition.
    package func calendar() throws(Failure) -> ReportingCalendar { try installation.calendars()[edition] }

    /// The year that a person typed, or the one that is due by `calendar`, the installation's where it is nil.
    /// - Throws: ``Failure`` where it is no year, or one before the edition's first.
    package func year(
        _ text: String?, of edition: Edition, calendar: ReportingCalendar? = nil
    ) throws(Failure) -> ReportingYear {
        guard let text else {
            if let calendar { return calendar.yearDue(at: now) }
            return try self.calendar().yearDue(at: now)
        }
        guard let year = ReportingYear(text: text) else {
            throw Failure(.configuration, "--year 应为四位年份，如 2025，读到“\(text)”。")
        }
        guard year >= edition.baseYear else {
            throw Failure(.configuration, "--year 不能早于基年 \(edition.baseYear)，读到 \(year)。")
        }
        return year
    }

    /// What judges a year, and everything that it looks at as it is known now or was known at `asOf`. The rules are
    /// compiled while the figures are read.
    /// - Parameter recordedBy: only what had been taken in by then is looked at.
    func assessment(
        of yearText: String?, asOf: Date? = nil, recordedBy: Date? = nil
    ) async throws -> Assessing {
        let edition = try installation.edition(edition)
        let year = try year(yearText, of: edition)
        async let compiled = installation.rules(of: edition)
        let calendar = try calendar()
        let actors = try installation.actors()
        let instant = asOf ?? now
        let read = Result {
            try existingStore().assessmentInput(
                for: edition, year: year, asOf: asOf, recordedBy: recordedBy,
                closes: calendar.closes(from: edition.baseYear, through: year, at: instant))
        }
        // What is wrong with the rules is told first.
        let rules = try await compiled
        let dates = AssessmentDates(
            calendar, year: year, from: edition.baseYear, today: ChinaTime.day(of: instant))
        var (input, panels) = try read.get()
        if let actors { input.ranks = actors.ranks }
        return Assessing(
            assessor: Assessor(rules: rules, year: year, dates: dates), input: input, panels: panels)
    }
}

/// What judges a year, what it looks at, and where panels are read meanwhile.
struct Assessing {
    let assessor: Assessor
    let input: AssessmentInput
    let panels: PanelSource<any Error>
}

extension Failure {
    package static func unknownConsortium(_ id: String) -> Failure {
        Failure(.configuration, "登记表里没有联合体“\(id)”。请用 status 查看已登记的编号。")
    }

    /// That a consortium is of a kind for which there is no edition yet.
    package static func noEdition(for consortium: Consortium) -> Failure {
        Failure(
            .configuration, "\(consortium.id) \(consortium.name) 是\(consortium.kind.title)，尚无适用标准，不作评定。")
    }
}
