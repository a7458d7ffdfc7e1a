package import Collection
package import Foundation
internal import FEEL
package import Standards
package import Store

/// Takes in what has been sent: reads every file of the inbox, holds it against what its sender may say, checks it, and
/// loads it, a transaction a file.
struct Collecting: Sendable {
    let edition: Edition
    private let regions: RegionTable
    /// The forms that documents are read as.
    private let crosswalks: [FormCrosswalk]
    private let calendar: ReportingCalendar

    init(_ installation: Installation, edition: Edition, calendar: ReportingCalendar) throws(Failure) {
        self.edition = edition
        self.calendar = calendar
        regions = try installation.regions()
        crosswalks = try installation.crosswalks(for: edition)
    }

    /// Where things are kept beside the store.
    struct Places {
        let quarantine: Quarantine
        /// Nil in a trial.
        let archive: Archive?
        let receipts: ReceiptFolder
    }

    /// Collects `roots`. A file that is broken goes to quarantine and the batch goes on.
    func collect(
        _ roots: [InboxRoot], into store: Store, places: Places, now: Date, progress: Progress
    ) throws -> CollectSummary {
        XX
    }
}

/* OLD
/// Takes in what has been sent: reads every file of the inbox, checks it, and loads it, a transaction a file.
package struct CollectStage: Sendable {
    package let edition: Edition
    package let regions: RegionTable
    /// The forms that documents are read as.
    package let crosswalks: [FormCrosswalk]
    package let store: Store
    package let quarantine: Quarantine
    /// Nil in a trial.
    package let archive: Archive?
    /// Nil where no receipts are wanted.
    package let receipts: ReceiptFolder?
    package let now: Date

    package init(
        edition: Edition, regions: RegionTable, crosswalks: [FormCrosswalk] = [], store: Store,
        quarantine: Quarantine, archive: Archive?, receipts: ReceiptFolder? = nil, now: Date
    ) {
        self.edition = edition
        self.regions = regions
        self.crosswalks = crosswalks
        self.store = store
        self.quarantine = quarantine
        self.archive = archive
        self.receipts = receipts
        self.now = now
    }

    /// What a collection came to.
    package struct Summary: Sendable {
        package var files = 0
        package var loaded = 0
        package var unchanged = 0
        package var quarantined = 0
        package var observations = 0
        package var findings: [Finding] = []
        /// Paths that were named and are not there or cannot be opened.
        package var unreadable: [String] = []
        package var skipped: [Batch.Skipped] = []
        /// Paths of the receipts that were written.
        package var receipts: [String] = []

        package init() {}

        package func count(of severity: FindingKind.Severity) -> Int {
            findings.count { $0.kind.severity == severity }
        }
    }

    /// Collects `paths`. A file that is broken goes to quarantine and the batch goes on.
    ///
    /// - Parameter each: called after each file, for a listing.
    package func run(
        _ paths: [String], progress: Progress, each: (Submission, Outcome) -> Void = { _, _ in }
    ) throws -> Summary {
        let collector = Collector(edition: edition, regions: regions, crosswalks: crosswalks)
        let batch = collector.survey(paths)
        var summary = Summary()
        summary.skipped = batch.skipped.filter { !$0.isError }
        summary.unreadable = batch.skipped.filter(\.isError).map { "\($0.name)：\($0.reason)" }
        let validation = Validation(edition: edition)
        let consortia = try store.snapshot(edition: edition).consortia
        var registered = Set(consortia.map(\.id))
        var names = ConsortiumNames(consortia)
        var known = try store.consortiaOfFigures()
        let written = ReceiptQueue()
        let owed = receipts.flatMap { $0.isTrial ? nil : OwedReceipts(folder: $0.folder) }
        var reader = ReadAhead(collector)
        let items = batch.items.filter { receipts?.contains($0.path) != true }

        // Whatever stops the batch, the files that were stored get their receipts.
        defer { written.wait() }
        for (index, item) in items.enumerated() {
            progress.advance(index, of: items.count, item.name)
            var submission = reader.submission(of: item, knowing: names)
            summary.files += 1
            registered.formUnion(submission.consortia.map(\.id))
            names.add(submission.consortia)
            reader.begin(items.dropFirst(index + 1).first, after: submission.size, knowing: names)
            let prior = try prior(to: submission, among: known)
            known.formUnion(submission.observations.consortia)
            if let prior { submission.removeRepetitions(of: prior) }
            var findings = submission.findings
            if submission.isAccepted {
                findings += validation.findings(of: submission, isRegistered: registered.contains, prior: prior)
            }
            let outcome = try load(submission, findings, path: item.path, owed)
            switch outcome {
            case .loaded(let observations):
                summary.loaded += 1
                summary.observations += observations
                summary.findings += findings
            case .unchanged:
                summary.unchanged += 1
                let putBack = try earlierVersion(submission)
                findings += putBack
                summary.findings += putBack
            case .quarantined:
                summary.quarantined += 1
                summary.findings += findings
            case .noted:
                summary.findings += findings
            }
            if let receipts {
                let isLarge = submission.size > ReadAhead.sizeLimit
                let isOwed = owed?.contains(submission) ?? false
                try written.add(sha256: submission.sha256, isLarge: isLarge) { [submission, findings, edition, now] in
                    try receipts.write(submission, findings, outcome, isOwed: isOwed, edition, at: now)
                }
            }
            each(submission, outcome)
        }
        summary.receipts = try written.finish()
        owed?.clear()
        progress.advance(items.count, of: items.count)
        return summary
    }

    /// What became of one file.
    package enum Outcome: Sendable {
        case loaded(observations: Int)
        case unchanged
        case quarantined(reason: String)
        /// A manifest: it speaks of other files and holds nothing itself.
        case noted
    }

    /// Says that a file holds what a later version has replaced: the same bytes change nothing, so the later one stands.
    private func earlierVersion(_ submission: Submission) throws -> [Finding] {
        guard let own = try store.acceptedSubmission(sha256: submission.sha256),
            let later = try store.laterVersion(than: own)
        else { return [] }
        return [
            Finding(
                .earlierVersion,
                at: CellSource(file: submission.file, sha256: submission.sha256, sheet: nil, row: 0, column: 0),
                [
                    "day": "\(ChinaTime.day(of: own.file.receivedAt))", "revision": "\(own.revision ?? 1)",
                    "laterDay": "\(ChinaTime.day(of: later.file.receivedAt))",
                    "laterRevision": "\(later.revision ?? 1)",
                ])
        ]
    }

    /// What was known before of the consortia of `submission`, `known` being all of which anything is; nil where nothing
    /// was.
    private func prior(
        to submission: Submission, among known: Set<String>
    ) throws -> ((ObservationKey) -> ObservedValue?)? {
        guard submission.isAccepted else { return nil }
        var priors: [String: PriorValues] = [:]
        for consortium in submission.observations.consortia where known.contains(consortium) {
            let prior = try store.priorValues(of: consortium)
            if !prior.isEmpty { priors[consortium] = prior }
        }
        guard !priors.isEmpty else { return nil }
        return { key in
            let values = priors[key.consortium]
            let isPlan = edition.indicator(key.indicator)?.revisionPolicy == .first
            let revision =
                isPlan
                ? values?.firstReported(key.indicator, key.year, key.basis)
                : values?.last(key.indicator, key.year, key.basis)
            return revision?.value
        }
    }

    private func load(
        _ submission: Submission, _ findings: [Finding], path: String, _ owed: OwedReceipts?
    ) throws -> Outcome {
        let receivedAt = submission.receivedOn.map(ChinaTime.start) ?? now
        let file = SubmissionFile(
            name: submission.file, path: submission.file,
            sha256: submission.sha256.isEmpty ? nil : submission.sha256, size: submission.size,
            sender: submission.sender, receivedAt: receivedAt)
        let records = findings.map(FindingRecord.init)
        let formFields = submission.formFields.map(FormFieldRecord.init)
        if case .quarantined(let reason) = submission.disposition {
            try quarantine.keep(submission, path: path, reason: reason, findings)
            try store.recordQuarantine(
                file, reason: reason, formFields: formFields, findings: records, loadedAt: now)
            return .quarantined(reason: reason)
        }
        // Before the ledger says that the file was taken in.
        let known = try store.acceptedSubmission(sha256: submission.sha256)
        try archive?.keep(submission, known: known?.file.name)
        let forms = Set(submission.forms.compactMap { SubmissionForm(rawValue: $0.rawValue) })
        guard !forms.isEmpty || !formFields.isEmpty else { return .noted }
        if known == nil { try owed?.add(submission) }
        let outcome = try store.load(
            SubmissionLoad(
                file: file, forms: forms, workbookOf: submission.workbookOf, consortia: submission.consortia,
                policies: submission.policies,
                incidents: submission.incidents, determinations: submission.determinations, formFields: formFields,
                findings: records),
            observations: submission.observations, edition: edition, loadedAt: now)
        switch outcome {
        case .duplicate: return .unchanged
        case .accepted(_, _, let observations): return .loaded(observations: observations)
        }
    }
}

extension FindingRecord {
    init(_ finding: Finding) {
        self.init(
            kind: finding.kind.id, severity: finding.kind.severity.rawValue, sheet: finding.source.sheet,
            row: finding.source.row, column: finding.source.column, consortium: finding.consortium,
            indicator: finding.indicator?.text, year: finding.year?.value, message: finding.message)
    }
}

extension FormFieldRecord {
    init(_ field: FormField) {
        self.init(
            form: field.form, consortium: field.consortium, field: field.id, label: field.label, unit: field.unit,
            year: field.year?.value, value: field.value, indicator: field.indicator?.text, sheet: field.source.sheet,
            row: field.source.row, column: field.source.column)
    }
}

*/
