internal import Assessment
package import FEEL
import Foundation
package import Reports
package import Standards
package import Store

/// How an installation stands: the last run, who has reported, what is wrong with the data.
package struct StatusReport: Sendable {
    package let year: ReportingYear
    package let deadline: CalendarDate
    package let lastRun: RunRecord?
    /// A record for each report that is expected, by the ids of the consortia.
    package let reports: [ReportRecord]
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
}

extension Workspace {
    package func status(year: String?, province: String? = nil) throws -> StatusReport {
        let edition = try installation.edition(edition)
        let year = try self.year(year, of: edition)
        let store = try existingStore()
        let calendar = try calendar()
        let snapshot = try store.snapshot(edition: edition)
        let consortia = snapshot.consortia.filter { province == nil || $0.province == province }
        let registers = try snapshot.registers
        func isWanted(_ region: String) -> Bool {
            province.map { RegionCode.contains($0, region) || RegionCode.contains(region, $0) } ?? true
        }
        return StatusReport(
            year: year, deadline: calendar.deadline(for: year), lastRun: try store.runs(limit: 1).first,
            reports: try Timekeeping(edition: edition, calendar: calendar).records(
                of: consortia, year: year, in: snapshot),
            unjudged: try installation.unjudged(consortia),
            acceptedCount: try store.submissions(status: .accepted).count,
            observationCount: try store.observationCount(),
            unassignedIncidents: registers.unassignedIncidents.filter { isWanted($0.region) },
            unplacedPolicies: registers.unplacedPolicies.filter { isWanted($0.region) },
            quarantined: try store.submissions(status: .quarantined), findings: try store.findingCounts())
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
        let transitions = Dictionary(grouping: try snapshot.registers.transitions, by: \.consortium)
        return consortia.filter { consortium in
            let tenure = Tenure(
                consortium, transitions: transitions[consortium.id] ?? [], earliest: edition.baseYear)
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
    fileprivate func completenessThreshold(in year: ReportingYear) -> Decimal128 {
        let parameter = parameters.first { $0.name == Self.completenessParameter }
        return parameter?.setting(in: year)?.value ?? 1
    }
}
