package import Alerts
internal import Assessment
package import Collection
internal import Delivery
package import Foundation
internal import Glibc
package import Reports
internal import Review
package import Standards
internal import Safekeeping
internal import Store

/// The annual run: collect, assess, report, alert, in that order, under one lock and with one record.
///
/// Every stage may be repeated: the same files load once, the same outcomes are recorded once, the same alerts are sent
/// once. A run that is killed leaves what it had finished; the next begins anew and ends with the same result. Each
/// consortium is assessed once: its lines, its page and its situations are made of the same assessment.
package struct AnnualRun: Sendable {
    package let definition: PipelineDefinition
    package let workspace: Workspace
    package let year: String?
    /// In place of the pipeline's inbox.
    package let inbox: [InboxRoot]?
    /// In place of the pipeline's folder of reports.
    package let reports: String?

    package init(
        definition: PipelineDefinition, workspace: Workspace, year: String?, inbox: [InboxRoot]? = nil,
        reports: String? = nil
    ) {
        self.definition = definition
        self.workspace = workspace
        self.year = year
        self.inbox = inbox
        self.reports = reports
    }

    /// What a run came to.
    package struct Result: Sendable {
        package let edition: Edition
        /// What the day is in the calendar.
        package let day: DayPlan
        package let collected: CollectSummary
        package let summaries: [AssessmentSummary]
        package let unjudged: [Consortium]
        package let overview: URL
        package let plan: AlertPlan
        package let delivery: DeliveryReport
        /// That pages could not be written.
        package let pageFailure: Failure?
    }

    /// Runs all stages. Configuration, edition and rules are checked whole before the store is touched.
    package func run(progress: Progress) async throws -> Result {
        let installation = workspace.installation
        let rules = try installation.rules(definition.edition)
        let edition = rules.edition
        let calendar = definition.calendar
        let year = try workspace.year(year, of: edition, calendar: calendar)
        let workdays = try installation.workdays()
        let permission = try definition.actors.map { try installation.permission($0) }
        let collecting = try Collecting(
            installation, edition: edition, calendar: calendar, permission: permission)
        let configuration = try installation.alerts(definition.alerts, for: edition)
        let norms = try installation.coverageAtHand()
        let keeping = try LogKeeping(definition.log, now: workspace.now)
        let actors = try definition.actors.map { try ActorsFile($0) }
        try checkInbox()
        let lock = try RunLock.making(folderOf: workspace.database)
        defer { withExtendedLifetime(lock) {} }

        removeLeftovers()
        let store = try Store(path: workspace.database)
        let standing = try standing(store, rules, year: year)
        let day = DayPlan(
            ChinaTime.day(of: workspace.now), year: year, calendar: calendar, workdays: workdays,
            lastRun: standing.lastRun.map { ChinaTime.day(of: $0.start.startedAt) },
            lastRunOfYear: standing.lastRunOfYear.map { ChinaTime.day(of: $0.start.startedAt) })
        progress.note(day.sentence(workdays))
        if let actors { try store.keep(actors: actors.content, sha256: actors.sha256, at: workspace.now) }
        let record = try RunRecorder(
            store: store,
            start: RunStart(
                pipeline: definition.id, edition: edition.id, year: year, startedAt: workspace.now,
                ownerPID: Int(getpid()), editionDigest: edition.digest, rulesDigest: rules.digest,
                actorsDigest: actors?.sha256),
            files: try installation.ruleFiles(
                of: edition, calendar: definition.calendarFile, actors: definition.actors), clock: { Date() })
        do {
            try await record.stage("calendar") { ((), day.counts) }
            // Panels of an older catalogue are made anew before anything is added to them.
            try store.refreshPanels(edition: edition)
            let collected = try await record.stage("collect") {
                progress.begin("收数")
                let summary = try collecting.collect(
                    inbox ?? definition.inbox, into: store, places: places, now: workspace.now,
                    stillness: workspace.stillness, progress: progress)
                progress.end(summary.sentence)
                return (summary, summary.counts)
            }
            store.releaseMemory()
            // All that the pages rest on is in the log before they are made, and they bear its head.
            let foundation = try keeping.extend(store, run: record.run)
            let assessor = Assessor(
                rules: rules, year: year,
                dates: AssessmentDates(
                    calendar, year: year, from: edition.baseYear, today: ChinaTime.day(of: workspace.now)))
            var (input, panels) = try store.assessmentInput(
                for: edition, year: year,
                closes: calendar.closes(from: edition.baseYear, through: year, at: workspace.now))
            if let permission { input.ranks = permission.actors.ranks }
            let alerting = try Alerting(
                store: store, configuration: configuration, edition: edition, year: year, calendar: calendar,
                workdays: workdays, regions: installation.regionNames(), now: workspace.now)
            let index = try workspace.findingIndex(of: store, input, edition)
            let model = try workspace.reportModel(
                assessor, input, asOf: nil, calendar: calendar, store: store, findings: index, norms: norms,
                programme: workspace.programmeReport(input, panels, of: edition, year: year),
                logHead: foundation.printed.unsigned)
            let makesPages = try !rests(on: day, store, standing)
            let outcome = try await record.stage("assess") {
                progress.begin("评定")
                let outcome = try assess(
                    input, panels, by: assessor, HTMLReport(model), makesPages ? index : nil, alerting, store: store,
                    run: record.run, progress)
                progress.end(
                    "\(outcome.summaries.count) 家，"
                        + (makesPages ? outcome.overview.path : "今天在各窗口之外，也没有收到新数据，页面没有重出"))
                var counts = Dictionary(grouping: outcome.summaries, by: \.verdict.id).mapValues(\.count)
                counts["consortia"] = outcome.summaries.count
                counts["pages"] = makesPages ? outcome.summaries.count + 1 : 0
                if outcome.failure != nil { counts["failed"] = 1 }
                return (outcome, counts)
            }
            store.releaseMemory()
            let plan = try alerting.plan(
                outcome.situations, consortia: input.consortia, registers: input.registers,
                reports: model.submissions, past: alerting.pastAlerts(by: rules),
                programme: model.programme?.results ?? [])
            let (delivery, receipts) = try await record.stage("alert") {
                try alerting.keep(plan)
                let receipts = try configuration.receipts.map { mail in
                    try ReceiptMailing(
                        store: store, edition: edition.id, folder: receiptFolder, mail: mail, workdays: workdays,
                        now: workspace.now
                    ).queue(after: standing.lastRun?.start.startedAt)
                }
                let report = try await workspace.deliver(store, of: [edition.id], by: configuration)
                return ((report, receipts), report.counts.merging(receipts?.counts ?? [:]) { own, _ in own })
            }
            try record.finish()
            var told = collected
            told.notes += receipts?.notes ?? []
            let head = try keeping.extend(store, run: record.run)
            if let note = keeping.cosign(head, in: store) { told.notes.append(note) }
            return Result(
                edition: edition, day: day, collected: told, summaries: outcome.summaries,
                unjudged: model.unjudged, overview: outcome.overview, plan: plan, delivery: delivery,
                pageFailure: outcome.failure)
        } catch {
            record.fail(error)
            throw error
        }
    }

    /// A folder that is not there is a mistake in the pipeline or a disk that is not mounted, not a year without reports:
    /// nothing is published from it.
    private func checkInbox() throws(Failure) {
        let missing = (inbox ?? definition.inbox).map(\.path).filter { !FileManager.default.isReadableFile(atPath: $0) }
        guard !missing.isEmpty else { return }
        throw Failure(
            .configuration,
            "收件目录 \(missing.joined(separator: "、")) 不存在或不可读，本次没有评定，也没有更新报告。"
                + "请建立该目录，或改正流水线 \(definition.id) 的 inbox。")
    }

    /// What the assessment of all consortia leaves for the overview and the alerts.
    private struct Outcome {
        var summaries: [AssessmentSummary] = []
        var situations: [Situation] = []
        var overview: URL
        /// That pages could not be written; the alerts go out all the same.
        var failure: Failure?
    }

    /// Assesses each consortium once: its lines go to the store, its page to the folder.
    private func assess(
        _ input: AssessmentInput, _ panels: PanelSource<any Error>, by assessor: Assessor, _ report: HTMLReport,
        _ findings: FindingIndex?, _ alerting: Alerting, store: Store, run: Int, _ progress: Progress
    ) throws -> Outcome {
        let edition = assessor.rules.edition
        let writer = NDJSONWriter(edition: edition)
        var pages =
            findings != nil
            ? try PageFolder(reportFolder(assessor.year), isPublished: definition.isReportPublished) : nil
        var outcome = Outcome(overview: overview(assessor.year))
        var lines: [RunLines] = []
        func keepLines() throws {
            try store.record(verdicts: lines.lazy.map(\.verdict), checks: lines.lazy.flatMap(\.checks), ofRun: run)
            lines.removeAll(keepingCapacity: true)
        }
        // Pages of cases are made without the procedure where it cannot be read.
        let said = findings.map { _ in
            Swift.Result { try store.snapshot(edition: edition).everyDetermination() }
        }
        let weighing = findings == nil ? FragilityScope.nothing : .pages(of: input.consortia.count)
        try assessor.assess(input, reading: panels, explaining: true, weighing: weighing) { assessment in
            let cases = said.map { said in
                report.cases(of: assessment) { try said.get()[$0] ?? [] }
            }
            return (
                summary: report.summary(of: assessment, cases: cases?.lines ?? []),
                cases: cases?.pages ?? [],
                page: Swift.Result {
                    try findings.map { index in
                        try report.dossier(assessment, findings: store.reportFindings(of: assessment, in: index))
                    }
                },
                lines: RunLines(assessment, writer: writer),
                situations: alerting.situations(of: assessment)
            )
        } take: { made in
            if let page = try made.page.get() { pages?.write(page) }
            for page in made.cases { pages?.write(page) }
            lines.append(made.lines)
            if lines.count == Self.consortiaInTransaction { try keepLines() }
            outcome.summaries.append(made.summary)
            outcome.situations += made.situations
            progress.advance(outcome.summaries.count, of: input.consortia.count, made.summary.consortium.name)
        }
        try keepLines()
        guard findings != nil else { return outcome }
        pages?.finish(report, of: outcome.summaries)
        outcome.failure = pages?.failure
        return outcome
    }

    /// A transaction costs an `fsync`, and lines wait in memory for it.
    private static let consortiaInTransaction = 512

    private func reportFolder(_ year: ReportingYear) -> URL {
        URL(filePath: reports ?? definition.reports, directoryHint: .isDirectory).appending(path: year.description)
    }

    func overview(_ year: ReportingYear) -> URL {
        reportFolder(year).appending(path: HTMLReport.overviewPath, directoryHint: .notDirectory)
    }

    /// Of runs that were killed. The lock keeps those of others at bay.
    private func removeLeftovers() {
        workspace.removeLeftovers(in: places)
        Leftovers.remove(in: reports ?? definition.reports)
    }

    private var receiptFolder: ReceiptFolder {
        ReceiptFolder(folder: ReceiptFolder.beside(workspace.database))
    }

    private var places: Collecting.Places {
        Collecting.Places(
            quarantine: Quarantine(folder: URL(filePath: definition.quarantine)),
            archive: definition.archive.map { Archive(folder: URL(filePath: $0)) } ?? .beside(workspace.database),
            receipts: receiptFolder)
    }
}
