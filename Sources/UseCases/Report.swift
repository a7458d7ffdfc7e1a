internal import Assessment
internal import Collection
internal import FEEL
package import Foundation
internal import Reports
internal import Review
internal import Safekeeping
internal import Standards
internal import Store

extension Workspace {
    /// Writes the pages of a year: the overview and a dossier a consortium.
    /// - Returns: the overview's place.
    package func report(
        year: String?, asOf: Date? = nil, to folder: URL, progress: Progress
    ) async throws -> URL {
        let assessing = try await assessment(of: year, asOf: asOf)
        let (assessor, input) = (assessing.assessor, assessing.input)
        progress.begin("出报告")
        let store = try existingStore()
        let index = try findingIndex(of: store, input, assessor.rules.edition, asOf: asOf)
        let report = try HTMLReport(
            reportModel(
                assessor, input, asOf: asOf, calendar: calendar(), store: store, findings: index,
                norms: installation.coverageAtHand(),
                programme: programmeReport(
                    input, assessing.panels, of: assessor.rules.edition, year: assessor.year, asOf: asOf),
                // What was known on a past day is not what the last head is of.
                logHead: asOf == nil ? store.lastLogHead()?.printed.unsigned : nil))
        var pages = try PageFolder(folder)
        let edition = assessor.rules.edition
        var summaries: [AssessmentSummary] = []
        // Pages of cases are made without the procedure where it cannot be read.
        let said = Result { try store.snapshot(edition: edition, asOf: asOf).everyDetermination() }
        try assessor.assess(
            input, reading: assessing.panels, explaining: true, weighing: .pages(of: input.consortia.count)
        ) { assessment in
            let cases = report.cases(of: assessment) { try said.get()[$0] ?? [] }
            return (
                page: Result {
                    try report.dossier(assessment, findings: store.reportFindings(of: assessment, in: index))
                },
                cases: cases.pages,
                summary: report.summary(of: assessment, cases: cases.lines)
            )
        } take: {
            pages.write(try $0.page.get())
            for page in $0.cases { pages.write(page) }
            summaries.append($0.summary)
            progress.advance(summaries.count, of: input.consortia.count, $0.summary.consortium.name)
        }
        let overview = pages.finish(report, of: summaries)
        if let failure = pages.failure { throw failure }
        progress.end(overview.path)
        return overview
    }

    /// Writes the official texts sentence by sentence, with what one consortium's verdict of a year rests on marked.
    /// - Returns: the page's place.
    package func writeNorms(
        of consortium: String, year: String?, asOf: Date? = nil, to file: String
    ) async throws -> String {
        let assessing = try await assessment(of: year, asOf: asOf)
        let (assessor, input) = (assessing.assessor, assessing.input)
        guard let subject = input.consortia.first(where: { $0.id == consortium }) else {
            throw Failure.unknownConsortium(consortium)
        }
        guard let assessment = try assessor.assessment(of: consortium, input, reading: assessing.panels) else {
            throw Failure.noEdition(for: subject)
        }
        let store = try existingStore()
        let report = try HTMLReport(
            reportModel(
                assessor, input, asOf: asOf, calendar: calendar(), store: store,
                findings: findingIndex(of: store, input, assessor.rules.edition, asOf: asOf),
                norms: installation.coverageAtHand()))
        guard let page = report.norms(of: assessment) else { throw Failure.noNorms(installation) }
        try write(page.html, to: file)
        return file
    }

    /// The findings that the pages of an edition show: what is wrong with the data of consortia that another edition is
    /// for stands on its pages.
    func findingIndex(
        of store: Store, _ input: AssessmentInput, _ edition: Edition, asOf: Date? = nil
    ) throws -> FindingIndex {
        let unjudged = try installation.unjudged(input.consortia).map(\.id)
        let others = input.consortia.filter { $0.kind != edition.kind }.map(\.id)
        return try store.findingIndex(asOf: asOf, leavingOut: Set(others).subtracting(unjudged))
    }

    /// What all pages of a report share, as it is known now or was known at `asOf`.
    func reportModel(
        _ assessor: Assessor, _ input: AssessmentInput, asOf: Date?, calendar: ReportingCalendar, store: Store,
        findings index: FindingIndex, norms: NormCoverage?, programme: ProgrammeReport? = nil, logHead: String? = nil
    ) throws -> ReportModel {
        let edition = assessor.rules.edition
        let year = assessor.year
        let snapshot = try store.snapshot(edition: edition, asOf: asOf)
        let known = asOf ?? now
        return ReportModel(
            year: year, asOf: ChinaTime.day(of: known),
            dataState: calendar.isOpen(year, at: known) ? .provisional : .final, edition: edition,
            submissions: try Timekeeping(edition: edition, calendar: calendar).records(
                of: input.consortia, year: year, in: snapshot),
            unjudged: try installation.unjudged(input.consortia),
            findings: try store.digest(of: index), regions: try installation.regionNames(),
            norms: norms, programme: programme, logHead: logHead, calendar: edition.judges ? calendar : nil,
            signers: DecisionSigners(try installation.actors()), generatedAt: ChinaTime.minute(now))
    }
}

extension Store {
    /// The findings of one consortium, for its page.
    func reportFindings(of assessment: ConsortiumAssessment, in index: FindingIndex) throws -> [ReportFinding] {
        try findings(of: assessment.consortium.id, in: index).map(ReportFinding.init)
    }

    /// What the overview says of all findings.
    fileprivate func digest(of index: FindingIndex) throws -> FindingDigest {
        FindingDigest(
            kinds: index.tallies.map { kind, tally in
                FindingDigest.Kind(
                    severity: FindingSeverity(rawValue: kind.severity) ?? .info, isAnswered: kind.isAnswered,
                    title: FindingKind.named(kind.kind)?.title ?? kind.kind, count: tally.count,
                    consortia: tally.consortia)
            },
            orphans: try orphanedFindings(in: index, limit: FindingDigest.orphansListed).map(ReportFinding.init),
            orphanCount: index.orphanCount)
    }
}
