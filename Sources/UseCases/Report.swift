internal import Assessment
internal import FEEL
package import Foundation
internal import Reports
internal import Safekeeping
internal import Standards
internal import Store

extension Workspace {
    /// Writes the pages of a year: the overview and a dossier a consortium.
    /// - Returns: the overview's place.
    package func report(
        year: String?, asOf: Date? = nil, to folder: URL, progress: Progress
    ) async throws -> URL {
        let (assessor, input) = try await assessment(of: year, asOf: asOf)
        progress.begin("出报告")
        let report = try HTMLReport(
            reportModel(
                assessor, input, asOf: asOf, calendar: calendar(), store: existingStore(),
                norms: installation.coverageAtHand()))
        var pages = try PageFolder(folder)
        let edition = assessor.rules.edition
        var summaries: [AssessmentSummary] = []
        assessor.assess(input, explaining: true) {
            (page: report.dossier($0), summary: AssessmentSummary($0, edition: edition))
        } take: {
            pages.write($0.page)
            summaries.append($0.summary)
            progress.advance(summaries.count, of: input.consortia.count, $0.summary.consortium.name)
        }
        if let norms = report.norms() { pages.write(norms) }
        let overview = pages.write(report.overview(of: summaries))
        if let failure = pages.failure { throw failure }
        progress.end(overview.path)
        return overview
    }

    /// Writes the official texts sentence by sentence, with what one consortium's verdict of a year rests on marked.
    /// - Returns: the page's place.
    package func writeNorms(
        of consortium: String, year: String?, asOf: Date? = nil, to file: String
    ) async throws -> String {
        let (assessor, input) = try await assessment(of: year, asOf: asOf)
        guard let subject = input.consortia.first(where: { $0.id == consortium }) else {
            throw Failure.unknownConsortium(consortium)
        }
        guard let assessment = assessor.assessment(of: consortium, input) else { throw Failure.noEdition(for: subject) }
        let report = try HTMLReport(
            reportModel(
                assessor, input, asOf: asOf, calendar: calendar(), store: existingStore(),
                norms: installation.coverageAtHand()))
        guard let page = report.norms(of: assessment) else { throw Failure.noNorms(installation) }
        try write(page.html, to: file)
        return file
    }

    /// What all pages of a report share, as it is known now or was known at `asOf`.
    func reportModel(
        _ assessor: Assessor, _ input: AssessmentInput, asOf: Date?, calendar: ReportingCalendar, store: Store,
        norms: NormCoverage?
    ) throws -> ReportModel {
        let edition = assessor.rules.edition
        let year = assessor.year
        let snapshot = try store.snapshot(edition: edition, asOf: asOf)
        let known = asOf ?? now
        let unjudged = try installation.unjudged(input.consortia)
        // What is wrong with the data of consortia that another edition is for stands on its pages.
        let others = Set(input.consortia.filter { $0.kind != edition.kind }.map(\.id)).subtracting(unjudged.map(\.id))
        return ReportModel(
            year: year, asOf: ChinaTime.day(of: known),
            dataState: calendar.isOpen(year, at: known) ? .provisional : .final, edition: edition,
            submissions: try Timekeeping(edition: edition, calendar: calendar).records(
                of: input.consortia, year: year, in: snapshot),
            unjudged: unjudged,
            findings: try store.findings(asOf: asOf).map(ReportFinding.init).filter { finding in
                finding.consortium.map { !others.contains($0) } ?? true
            }, regions: try installation.regionNames(),
            norms: norms, generatedAt: ChinaTime.minute(now))
    }
}
