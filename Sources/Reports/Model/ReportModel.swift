package import Assessment
package import FEEL
package import Standards

/// All that a report says. Reports read neither the store nor a clock: what is not here is not in the report.
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
    package let assessments: [ConsortiumAssessment]
    /// By consortium, then clause.
    package let explanations: [String: [String: Explanation]]
    /// One record for each submission that was expected.
    package let submissions: [SubmissionRecord]
    package let findings: [ReportFinding]
    package let regions: RegionNames
    /// The moment to print, such as `2026-03-31 08:15`.
    package let generatedAt: String

    package init(
        year: ReportingYear, asOf: CalendarDate, dataState: DataState, edition: Edition,
        assessments: [ConsortiumAssessment], explanations: [String: [String: Explanation]],
        submissions: [SubmissionRecord], findings: [ReportFinding], regions: RegionNames, generatedAt: String
    ) {
        self.year = year
        self.asOf = asOf
        self.dataState = dataState
        self.edition = edition
        self.assessments = assessments
        self.explanations = explanations
        self.submissions = submissions
        self.findings = findings
        self.regions = regions
        self.generatedAt = generatedAt
    }
}

extension ReportModel {
    /// The clauses of one list that the standard has, in its order.
    func clauses(of list: ClauseList) -> [Clause] {
        edition.clauses.filter { $0.list == list }
    }
}
