internal import Assessment
package import Collection
internal import FEEL
package import Foundation
package import Standards
package import Store
internal import Workbooks

/// Takes in what has been sent: reads every file of the inbox, holds it against what its sender may say, checks it, and
/// loads it, a transaction a file.
package struct Collecting: Sendable {
    let edition: Edition
    private let regions: RegionTable
    /// The forms that documents are read as.
    private let crosswalks: [FormCrosswalk]
    private let calendar: ReportingCalendar
    private let compile: @Sendable () throws -> RuleBook

    package init(_ installation: Installation, edition: Edition, calendar: ReportingCalendar) throws(Failure) {
        self.edition = edition
        self.calendar = calendar
        compile = { try installation.rules(of: edition) }
        regions = try installation.regions()
        crosswalks = try installation.crosswalks(for: edition)
    }

    /// Where things are kept beside the store.
    package struct Places: Sendable {
        package let quarantine: Quarantine
        /// Nil in a trial.
        package let archive: Archive?
        package let receipts: ReceiptFolder

        package init(quarantine: Quarantine, archive: Archive?, receipts: ReceiptFolder) {
            self.quarantine = quarantine
            self.archive = archive
            self.receipts = receipts
        }
    }

    /// What became of one file.
    enum Outcome: Sendable {
        case loaded(observations: Int)
        case unchanged
        case quarantined
        /// A manifest: it speaks of other files and holds nothing itself.
        case noted
    }

    /// Collects `roots`. A file that is broken goes to quarantine and the batch goes on.
    package func collect(
        _ roots: [InboxRoot], into store: Store, places: Places, now: Date, progress: Progress
    ) throws -> CollectSummary {
        let collector = Collector(
            edition: edition, regions: regions, crosswalks: crosswalks, today: ChinaTime.day(of: now))
        let written = ReceiptQueue()
        let owed = places.receipts.isTrial ? nil : OwedReceipts(folder: places.receipts.folder)
        // Whatever stops the batch, the files that were stored get their receipts.
        defer { written.wait() }
        if let owed, let archive = places.archive {
            try makeUp(owed, of: store, archive: archive, collector, places.receipts, written)
        }

        let ledger = try store.submissions(status: .accepted)
        let taken = Set(ledger.compactMap(\.file.sha256))
        let batch = collector.survey(roots, isKnown: taken.contains)
        var summary = CollectSummary()
        summary.skipped = batch.skipped.filter { !$0.isError }
        summary.unreadable = batch.skipped.filter(\.isError).map { "\($0.name)：\($0.reason)" }
        let loading = Loading(edition: edition, store: store, places: places, owed: owed, now: now)
        var desk = try Desk(
            edition: edition, store: store, ledger: ledger, regions: regions, calendar: calendar, now: now)
        let weighing = Weighing(edition: edition, calendar: calendar, store: store, now: now, compile: compile)
        var reader = ReadAhead(collector)
        let items = batch.items.filter { !places.receipts.contains($0.path) }
        for (index, item) in items.enumerated() {
            progress.advance(index, of: items.count, item.name)
            let read = reader.submission(of: item, knowing: desk.consortia)
            let (submission, findings) = try desk.examine(read)
            reader.begin(items.dropFirst(index + 1).first, after: submission.size, knowing: desk.consortia)
            let (outcome, told) = try loading.load(submission, findings, item)
            summary.add(submission, outcome, told)
            weighing.registersChanged(by: submission)
            let scale = try weighing.scale(for: submission, told)
            try written.add(sha256: submission.sha256, isLarge: submission.size > ReadAhead.sizeLimit) {
                [edition, receipts = places.receipts] in
                try receipts.write(submission, told, outcome, edition, at: now, scale)
            }
        }
        summary.receipts = try written.finish()
        owed?.clear()
        progress.advance(items.count, of: items.count)
        return summary
    }

    /// Writes the receipts that an earlier collection was killed before, whatever is collected now.
    private func makeUp(
        _ owed: OwedReceipts, of store: Store, archive: Archive, _ collector: Collector, _ receipts: ReceiptFolder,
        _ written: ReceiptQueue
    ) throws {
        for line in owed.left {
            // Where the store does not have it, the file was not taken in yet and will be, with its receipt.
            guard let record = try store.acceptedSubmission(sha256: line.sha256, origin: line.origin) else { continue }
            let submission = collector.reread(
                archive.place(of: record), as: record.file.name, from: record.file.origin)
            let findings = try store.findings(submission: record.id).compactMap { Finding($0, in: record) }
            let scale = Weighing.Scale(
                stand: ReportingStand(of: submission, edition: edition, calendar), edition: edition)
            try written.add(sha256: line.sha256, isLarge: submission.size > ReadAhead.sizeLimit) { [edition] in
                try receipts.write(
                    submission, findings, .loaded(observations: submission.observations.count), edition,
                    at: record.recordedAt, scale)
            }
        }
    }
}

/// Holds what is read against what is known: who may say what, and what was reported before.
private struct Desk {
    private let edition: Edition
    private let store: Store
    private let validation: Validation
    private var authorities: Authorities
    /// The consortia of which any figure is known.
    private var reported: Set<String>

    /// - Parameter ledger: the submissions that were taken in before.
    init(
        edition: Edition, store: Store, ledger: [SubmissionRecord], regions: RegionTable, calendar: ReportingCalendar,
        now: Date
    ) throws {
        self.edition = edition
        self.store = store
        validation = Validation(edition: edition)
        reported = try store.consortiaOfFigures()
        let snapshot = try store.snapshot(edition: edition, on: ChinaTime.day(of: now))
        let forms = try store.forms()
        func isOpen(_ receivedAt: Date) -> Bool {
            calendar.isOpen(ReportingCalendar.yearDue(at: receivedAt), at: now)
        }
        authorities = Authorities(
            consortia: snapshot.consortia, incidents: try snapshot.registers.incidents,
            submissions: ledger.compactMap { record in
                record.file.sha256.map { sha256 in
                    SentSubmission(
                        id: record.id, sha256: sha256, origin: record.file.origin,
                        forms: Set((forms[record.id] ?? []).compactMap { FormKind(rawValue: $0.rawValue) }),
                        isOpen: isOpen(record.file.receivedAt))
                }
            },
            isWindowOpen: isOpen(now), regions: regions)
    }

    /// Those registered so far.
    var consortia: KnownConsortia { authorities.consortia }

    /// What of `submission` is taken in, and everything that is wrong with it.
    mutating func examine(_ read: Submission) throws -> (Submission, [Finding]) {
        var (submission, refusals) = read.permitted(by: authorities)
        guard submission.isAccepted else { return (submission, submission.findings) }
        authorities.add(submission)
        let prior = try prior(to: submission)
        reported.formUnion(submission.observations.consortia)
        if let prior { submission.removeRepetitions(of: prior) }
        let found = validation.findings(of: submission, isRegistered: { consortia.contains($0) }, prior: prior)
        return (submission, submission.findings + refusals + found)
    }

    /// What was known before of the consortia of `submission`; nil where nothing was.
    private func prior(to submission: Submission) throws -> ((ObservationKey) -> ObservedValue?)? {
        var priors: [String: PriorValues] = [:]
        for consortium in submission.observations.consortia where reported.contains(consortium) {
            let prior = try store.priorValues(of: consortium, edition: edition)
            if !prior.isEmpty { priors[consortium] = prior }
        }
        guard !priors.isEmpty else { return nil }
        return { [edition] key in
            let values = priors[key.consortium]
            let keepsFirst = edition.indicator(key.indicator)?.revisionPolicy == .first
            let revision =
                keepsFirst
                ? values?.firstReported(key.indicator, key.year) : values?.last(key.indicator, key.year, key.basis)
            return revision?.value
        }
    }
}

/// Keeps and stores what was examined.
private struct Loading {
    let edition: Edition
    let store: Store
    let places: Collecting.Places
    let owed: OwedReceipts?
    let now: Date

    /// Stores one submission.
    /// - Returns: what became of it, and what its sender is told.
    func load(
        _ submission: Submission, _ findings: [Finding], _ item: Batch.Item
    ) throws -> (Collecting.Outcome, [Finding]) {
        let file = SubmissionFile(
            name: submission.file, path: submission.file,
            sha256: submission.sha256.isEmpty ? nil : submission.sha256, size: submission.size,
            origin: submission.origin, receivedAt: submission.receivedOn.map(ChinaTime.start) ?? now,
            order: item.order)
        var load = SubmissionLoad(
            file: file, forms: Set(submission.forms.compactMap { SubmissionForm(rawValue: $0.rawValue) }))
        load.findings = findings.map(FindingRecord.init)
        load.formFields = submission.formFields.map(FormFieldRecord.init)
        if let fault = submission.fault {
            let findings = [fault] + findings.filter { $0 != fault }
            try places.quarantine.keep(submission, path: item.path, reason: fault.text, findings)
            try store.recordQuarantine(
                file, reason: fault.text, formFields: load.formFields, findings: findings.map(FindingRecord.init),
                recordedAt: now)
            return (.quarantined, findings)
        }
        // Before the ledger says that the file was taken in.
        let known = try store.acceptedSubmission(sha256: submission.sha256)
        try places.archive?.keep(submission, known: known?.file.name)
        guard !load.forms.isEmpty || !load.formFields.isEmpty || !findings.isEmpty else { return (.noted, findings) }
        try owed?.add(file)
        load.consortia = submission.consortia
        load.transitions = submission.transitions
        load.policies = submission.policies
        load.incidents = submission.incidents
        load.determinations = submission.determinations
        load.entries = submission.entries
        load.withdrawals = submission.withdrawals.compactMap(Withdrawal.init)
        switch try store.load(load, observations: submission.observations, edition: edition, recordedAt: now) {
        case .duplicate(let id, _): return (.unchanged, try replaced(submission, known: id))
        case .accepted(_, _, let observations): return (.loaded(observations: observations), findings)
        }
    }

    /// Says that a file holds what a later version has replaced: the same bytes change nothing, so the later one stands.
    private func replaced(_ submission: Submission, known id: Int) throws -> [Finding] {
        guard let own = try store.submission(id), let later = try store.laterVersion(than: own) else { return [] }
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
}

extension CollectSummary {
    fileprivate mutating func add(_ submission: Submission, _ outcome: Collecting.Outcome, _ findings: [Finding]) {
        files += 1
        self.findings += findings
        switch outcome {
        case .loaded(let observations):
            loaded += 1
            self.observations += observations
        case .unchanged: unchanged += 1
        case .noted: break
        case .quarantined:
            quarantined += 1
            if let fault = submission.fault { refusals.append(fault.message) }
        }
    }
}
