package import Alerts
package import Assessment
package import Foundation
internal import Glibc
internal import Reports
package import Standards
internal import Store

/// The annual run: collect, assess, report, alert, in that order, under one lock and with one record.
///
/// Every stage may be repeated: the same files load once, the same outcomes are recorded once, the same alerts are sent
/// once. A run that is killed leaves what it had finished; the next begins anew and ends with the same result.
package struct AnnualRun: Sendable {
    package let definition: PipelineDefinition
    package let installation: Installation
    package let database: String
    package let year: ReportingYear
    package let now: Date
    /// In place of the pipeline's inbox.
    package let inbox: [String]?
    /// In place of the pipeline's folder of reports.
    package let reports: String?

    package init(
        definition: PipelineDefinition, installation: Installation, database: String, year: ReportingYear, now: Date,
        inbox: [String]? = nil, reports: String? = nil
    ) {
        self.definition = definition
        self.installation = installation
        self.database = database
        self.year = year
        self.now = now
        self.inbox = inbox
        self.reports = reports
    }

    /// What a run came to.
    package struct Result: Sendable {
        package let collected: CollectStage.Summary
        package let assessments: [ConsortiumAssessment]
        package let overview: URL
        package let plan: AlertPlan
        package let deliveries: [DeliveryResult]
    }

    /// Runs all stages. Configuration, standard and rules are checked whole before the store is touched.
    package func run(progress: Progress) async throws -> Result {
        let rules = try installation.rules(definition.edition)
        let regionTable = try installation.regions()
        let regionNames = try installation.regionNames()
        let crosswalks = try installation.crosswalks(for: rules.edition)
        let alerts = try installation.alerts(definition.alerts, for: rules.edition)
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }

        let store = try Store(path: database)
        let record = try RunRecorder(
            store: store,
            start: RunStart(
                pipeline: definition.id, year: year, startedAt: now, ownerPID: Int(getpid()),
                editionDigest: rules.edition.digest, rulesDigest: rules.digest), clock: { Date() })
        do {
            // Panels of an older catalogue are made anew before anything is added to them.
            try store.refreshPanels(edition: rules.edition)
            let collected = try await record.stage("collect") {
                progress.begin("收数")
                let stage = CollectStage(
                    edition: rules.edition, regions: regionTable, crosswalks: crosswalks, store: store,
                    quarantine: Quarantine(folder: URL(filePath: definition.quarantine)),
                    archive: definition.archive.map { Archive(folder: URL(filePath: $0)) } ?? .beside(database),
                    receipts: ReceiptFolder(folder: ReceiptFolder.beside(database)), now: now)
                let summary = try stage.run(inbox ?? definition.inbox, progress: progress)
                progress.end(summary.sentence)
                return (summary, summary.counts)
            }
            let (input, assessments) = try await record.stage("assess") {
                progress.begin("评定")
                let input = try store.assessmentInput(for: rules.edition)
                let assessments = Assessor(rules: rules, year: year).assess(input)
                try store.record(assessments, by: rules.edition, ofRun: record.run)
                progress.end("\(assessments.count) 家")
                var counts = Dictionary(grouping: assessments, by: \.verdict.id).mapValues(\.count)
                counts["consortia"] = assessments.count
                return ((input, assessments), counts)
            }
            let overview = try await record.stage("report") {
                progress.begin("出报告")
                let stage = ReportStage(
                    rules: rules, store: store, regions: regionNames, calendar: definition.calendar)
                let url = try stage.write(
                    assessments, input: input, year: year, asOf: nil, to: reportFolder, now: now)
                progress.end(url.path)
                return (url, ["pages": assessments.count + 1])
            }
            let stage = AlertStage(store: store, configuration: alerts, regions: regionNames)
            let plan = try stage.plan(assessments, now: now)
            let deliveries = try await record.stage("alert") {
                let results = try await stage.deliver(plan)
                let failed = results.count { $0.failure != nil }
                return (results, ["sent": results.count - failed, "failed": failed])
            }
            try record.finish()
            return Result(
                collected: collected, assessments: assessments, overview: overview, plan: plan,
                deliveries: deliveries)
        } catch {
            record.fail(error)
            throw error
        }
    }

    private var reportFolder: URL {
        URL(filePath: reports ?? definition.reports, directoryHint: .isDirectory).appending(path: year.description)
    }
}
