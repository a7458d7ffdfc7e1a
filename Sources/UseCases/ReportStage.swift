package import Assessment
internal import FEEL
package import Foundation
package import Reports
package import Standards
package import Store

/// Writes the pages that reviewers and officers read.
package struct ReportStage: Sendable {
    package let rules: RuleBook
    package let store: Store
    package let regions: RegionNames
    package let calendar: ReportingCalendar

    package init(rules: RuleBook, store: Store, regions: RegionNames, calendar: ReportingCalendar) {
        self.rules = rules
        self.store = store
        self.regions = regions
        self.calendar = calendar
    }

    /// Writes the report of `assessments` below `folder` and returns the overview's place.
    package func write(
        _ assessments: [ConsortiumAssessment], input: AssessmentInput, year: ReportingYear, asOf: Date?, to folder: URL,
        now: Date
    ) throws -> URL {
        let assessor = Assessor(rules: rules, year: year)
        let codes = rules.edition.clauses.map(\.code)
        let explanations = assessor.explanations(input).mapValues { trees in
            Dictionary(zip(codes, trees), uniquingKeysWith: { first, _ in first })
        }
        let model = ReportModel(
            year: year, asOf: ChinaTime.day(of: asOf ?? now),
            dataState: calendar.isOpen(year, at: asOf ?? now) ? .provisional : .final, edition: rules.edition,
            assessments: assessments, explanations: explanations,
            submissions: try submissions(input.consortia, year, asOf), findings: try findings(), regions: regions,
            generatedAt: String(ChinaTime.timestamp(now).prefix(16)).replacing("T", with: " "))
        do {
            return try HTMLReport(model).write(to: folder)
        } catch let error as CocoaError {
            throw Failure(
                .configuration, "无法写入报告目录 \(folder.path)：\(error.localizedDescription)。请检查权限和磁盘空间。")
        }
    }

    /// Who has reported `year`, and when.
    package func submissions(
        _ consortia: [Consortium], _ year: ReportingYear, _ asOf: Date?
    ) throws -> [Reports.SubmissionRecord] {
        let receipts = try store.reportReceipts(year: year, asOf: asOf)
        let deadline = calendar.deadline(for: year)
        return consortia.sorted { $0.id < $1.id }.map { consortium in
            let day = receipts[consortium.id].map { ChinaTime.day(of: $0.firstReceivedAt) }
            return Reports.SubmissionRecord(
                consortium: consortium, state: day.map { $0 <= deadline ? .onTime : .late } ?? .missing,
                receivedOn: day, dueOn: deadline)
        }
    }

    private func findings() throws -> [ReportFinding] {
        try store.findings().map { ReportFinding($0.finding) }
    }
}
