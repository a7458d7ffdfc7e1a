package import FEEL
package import Review
package import Standards

/// What all pages of a report share. Reports read neither the store nor a clock: what is neither here nor in an assessment
/// is not in the report.
package struct ReportModel: Sendable {
    package enum DataState: String, Sendable {
        /// Corrections are still being taken.
        case provisional
        /// The window has closed.
        case final

        package var title: String {
            switch self {
            case .provisional: "暂定"
            case .final: "终稿"
            }
        }
    }

    package let year: ReportingYear
    /// The day whose knowledge the report shows.
    package let asOf: CalendarDate
    package let dataState: DataState
    package let edition: Edition
    /// One record for each report that was expected.
    package let submissions: [ReportRecord]
    /// Consortia of the register that this edition is not for and no other is: listed, not judged.
    package let unjudged: [Consortium]
    package let findings: FindingDigest
    /// The reports by the consortium they are of: a page asks for its own.
    let submissionsByConsortium: [String: ReportRecord]
    package let regions: RegionNames
    /// The official texts with what carries each sentence; nil where the installation has none.
    package let norms: NormCoverage?
    /// What is asked of the programme as a whole; nil where the edition asks nothing.
    package let programme: ProgrammeReport?
    /// The head of the log over what the pages rest on; nil where there is none.
    package let logHead: String?
    /// When what is due, by which cases have their days; nil where no cases are shown.
    package let calendar: ReportingCalendar?
    /// Tells beside each decision who signed it.
    package let signers: DecisionSigners
    /// The moment to print, such as `2026-03-31 08:15`.
    package let generatedAt: String

    package init(
        year: ReportingYear, asOf: CalendarDate, dataState: DataState, edition: Edition,
        submissions: [ReportRecord], unjudged: [Consortium] = [], findings: FindingDigest, regions: RegionNames,
        norms: NormCoverage? = nil, programme: ProgrammeReport? = nil, logHead: String? = nil,
        calendar: ReportingCalendar? = nil, signers: DecisionSigners = DecisionSigners(), generatedAt: String
    ) {
        self.year = year
        self.asOf = asOf
        self.dataState = dataState
        self.edition = edition
        self.submissions = submissions
        self.unjudged = unjudged
        self.findings = findings
        submissionsByConsortium = Dictionary(submissions.map { ($0.consortium.id, $0) }) { first, _ in first }
        self.regions = regions
        self.norms = norms
        self.programme = programme
        self.logHead = logHead
        self.calendar = calendar
        self.signers = signers
        self.generatedAt = generatedAt
    }
}

extension ReportModel {
    /// The clauses of one list that the standard has, in its order.
    func clauses(of list: ClauseList) -> [Clause] {
        edition.clauses.filter { $0.list == list }
    }
}
