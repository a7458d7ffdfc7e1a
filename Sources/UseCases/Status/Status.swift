package import Assessment
package import FEEL
package import Foundation
package import Reports
internal import Safekeeping
package import Standards
package import Store

/// How an installation stands: the last run, who has reported, what is wrong with the data.
package struct StatusReport: Sendable {
    package let year: ReportingYear
    package let deadline: CalendarDate
    package let lastRun: RunRecord?
    /// A record for each report that is expected, by the ids of the consortia.
    package let reports: [ReportRecord]
    /// How the documents of the year stand of each of these consortia; empty where the edition asks for none.
    package let filings: [FilingCheck]
    /// Consortia that no edition is for.
    package let unjudged: [Consortium]
    package let acceptedCount: Int
    package let observationCount: Int
    /// What authorities have registered of whom nobody knows (待指定): incidents without a registered consortium, policies
    /// without a known region.
    package let unassignedIncidents: [Unplaced<Incident>]
    package let unplacedPolicies: [Unplaced<Policy>]
    package let quarantined: [SubmissionRecord]
    package let findings: [FindingCount]
    /// What became of messages; nil where one province is asked for, since they are of the whole installation.
    package let messages: Messages?
    /// How the programme stands, of the country or of the province that is asked for; empty where nothing is asked of it.
    package let programme: [ProgrammeResult]

    package struct Messages: Sendable, Hashable {
        /// To be sent, for the first time or again.
        package let waiting: Int
        /// Tried, and nobody knows whether they arrived; they go again.
        package let uncertain: Int
        /// Given up.
        package let dead: Int

        init(_ counts: [OutboxRecord.State: Int]) {
            waiting = [.queued, .attempting, .retry].reduce(0) { $0 + (counts[$1] ?? 0) }
            uncertain = [.finishing, .uncertain].reduce(0) { $0 + (counts[$1] ?? 0) }
            dead = counts[.dead] ?? 0
        }
    }
}

extension Workspace {
    package func status(year: String?, province: String? = nil) throws -> StatusReport {
        let edition = try installation.edition(edition)
        let year = try self.year(year, of: edition)
        let store = try existingStore()
        let calendar = try calendar()
        let snapshot = try store.snapshot(edition: edition)
        let consortia = snapshot.consortia.filter { province == nil || $0.province == province }
        let ids = Set(consortia.map(\.id))
        let registers = try snapshot.registers
        func isWanted(_ region: String) -> Bool {
            province.map { RegionCode.contains($0, region) || RegionCode.contains(region, $0) } ?? true
        }
        let reports = try Timekeeping(edition: edition, calendar: calendar).records(
            of: consortia, year: year, in: snapshot)
        return StatusReport(
            year: year, deadline: calendar.deadline(for: year), lastRun: try store.runs(limit: 1).first,
            reports: reports, filings: filings(of: reports.map(\.consortium), year, edition, calendar, registers),
            unjudged: try installation.unjudged(consortia),
            acceptedCount: try store.submissions(status: .accepted).count,
            observationCount: try store.observationCount(),
            unassignedIncidents: registers.unassignedIncidents.filter { isWanted($0.region) },
            unplacedPolicies: registers.unplacedPolicies.filter { isWanted($0.region) },
            quarantined: try store.submissions(status: .quarantined).filter { submission in
                province.map { submission.file.concerns($0, ids) } ?? true
            },
            findings: try store.findingCounts(of: province == nil ? nil : ids),
            messages: province == nil ? StatusReport.Messages(try store.outboxCounts()) : nil,
            programme: try programmeResults(of: edition, year: year, province: province, snapshot, registers))
    }

    private func filings(
        of consortia: [Consortium], _ year: ReportingYear, _ edition: Edition, _ calendar: ReportingCalendar,
        _ registers: Registers
    ) -> [FilingCheck] {
        let books = FilingBooks(registers, edition: edition, today: ChinaTime.day(of: now))
        return consortia.flatMap { consortium in
            let book = books[consortium]
            return edition.filings.filter { $0.frequency == .year }.compactMap { kind in
                let windows = calendar.windows(of: kind.id, from: edition.baseYear, through: year)
                return windows.isEmpty || windows.contains { $0.year == year }
                    ? book.check(kind, for: year, windows: windows) : nil
            }
        }
    }

    /// Replaces `file` by `text`, whole: who reads meanwhile sees the old or the new.
    /// - Parameter mode: of the file; others than the operator read only what names nobody.
    package func write(_ text: String, to file: String, mode: UInt32 = 0o600) throws(Failure) {
        do {
            try DurableFile.write(Array(text.utf8), to: file, isOnDisk: false, mode: mode)
        } catch {
            throw Failure(.configuration, "无法写入 \(file)：\(error.reason)。请检查文件夹是否存在、可写。")
        }
    }

    /// - Throws: ``Failure`` with ``ExitStatus/tooOld`` where the last run that finished began longer ago than `age`
    ///   seconds, or there is none: the run that should watch over everything else must be watched itself.
    package func checkAge(_ age: TimeInterval, called name: String) throws {
        let finished = try existingStore().runs(limit: 100).first { $0.status == .finished }
        guard let finished else { throw Failure(.tooOld, "没有成功的运行记录（--max-age \(name)）。请查看日志和定时任务。") }
        guard now.timeIntervalSince(finished.start.startedAt) > age else { return }
        throw Failure(
            .tooOld,
            "最近一次成功的运行开始于 \(ChinaTime.timestamp(finished.start.startedAt))，已超过 \(name)。请查看日志和定时任务。")
    }
}

extension SubmissionFile {
    /// Whether a file that could not be read concerns a province, as far as can be known: it lies in the folder of one of
    /// its consortia, or an authority of the province sent it.
    fileprivate func concerns(_ province: String, _ consortia: Set<String>) -> Bool {
        origin.region == province
            || path.split(separator: "/").contains { part in
                consortia.contains(String(part)) || consortia.contains(String(part.prefix { $0 != "." }))
            }
    }
}

/// Says of each consortium whether its report of a year came, was complete, and by the closing day.
struct Timekeeping {
    let edition: Edition
    let calendar: ReportingCalendar

    /// A record for each of `consortia` that the edition is for and that still has its title, by their ids.
    func records(
        of consortia: [Consortium], year: ReportingYear, in snapshot: StoreSnapshot
    ) throws -> [ReportRecord] {
        let progress = try snapshot.reportProgress(year: year, threshold: edition.completenessThreshold(in: year))
        let deadline = calendar.deadline(for: year)
        let transitions = Dictionary(grouping: try snapshot.transitions, by: \.consortium)
        return consortia.filter { consortium in
            let tenure = Tenure(
                consortium, transitions: transitions[consortium.id] ?? [], earliest: edition.baseYear,
                level: edition.countsFrom)
            return consortium.kind == edition.kind && tenure.standing(in: year) != .revoked
        }.sorted { $0.id < $1.id }.map { consortium in
            let own = progress[consortium.id]
            let completed = own?.reachedAt.map(ChinaTime.day)
            let state: ReportRecord.State =
                if let completed { completed <= deadline ? .onTime : .late } else {
                    own?.reportedPoints ?? 0 > 0 ? .partial : .missing
                }
            return ReportRecord(
                consortium: consortium, state: state,
                receivedOn: completed ?? own.map { ChinaTime.day(of: $0.firstReceivedAt) },
                reportedPoints: own?.reportedPoints ?? 0,
                applicablePoints: own?.applicablePoints ?? edition.points.count, dueOn: deadline)
        }
    }
}

extension Edition {
    /// The parameter of the share of applicable points from which on a report counts as complete.
    private static let completenessParameter = "完整率下限"

    /// The share, 0…1; where the edition sets none, only a report without a gap is complete.
    func completenessThreshold(in year: ReportingYear) -> Decimal128 {
        let parameter = parameters.first { $0.name == Self.completenessParameter }
        return parameter?.setting(in: year)?.value ?? 1
    }
}
