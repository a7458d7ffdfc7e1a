internal import Assessment
package import Collection
internal import FEEL
package import Foundation
internal import History
internal import Spreadsheet
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

        /// The paths of all.
        var folders: [String] {
            [quarantine.folder.path, receipts.folder.path] + (archive.map { [$0.folder.path] } ?? [])
        }
    }

    /// What became of one file.
    enum Outcome: Sendable, Hashable {
        case loaded(observations: Int)
        case unchanged
        case quarantined
        /// It is still being written: the next collection takes it.
        case unfinished
        /// A manifest: it speaks of other files and holds nothing itself.
        case noted
    }

    /// Collects `roots`. A file that is broken goes to quarantine and the batch goes on.
    package func collect(
        _ roots: [InboxRoot], into store: Store, places: Places, now: Date, stillness: Stillness, progress: Progress
    ) throws -> CollectSummary {
        let collector = Collector(
            edition: edition, regions: regions, crosswalks: crosswalks, today: ChinaTime.day(of: now))
        let written = ReceiptQueue()
        let owed = places.receipts.isTrial ? nil : OwedReceipts(folder: places.receipts.folder)
        // Whatever stops the batch, the files that were stored get their receipts.
        defer { written.wait() }
        let weighing = Weighing(edition: edition, calendar: calendar, store: store, now: now, compile: compile)
        if let owed, let archive = places.archive {
            try makeUp(owed, of: store, archive: archive, collector, places.receipts, written, weighing)
        }

        let ledger = try store.submissions(status: .accepted)
        let taken = Set(ledger.compactMap(\.file.sha256))
        let batch = collector.survey(roots, stillness: stillness, isKnown: taken.contains)
        var summary = CollectSummary(isTrial: places.receipts.isTrial)
        for skipped in batch.skipped { summary.add(skipped) }
        let loading = Loading(edition: edition, store: store, places: places, owed: owed, now: now)
        var desk = try Desk(
            edition: edition, store: store, ledger: ledger, regions: regions, calendar: calendar, now: now)
        var reader = ReadAhead(collector)
        let items = batch.items.filter { !places.receipts.contains($0.path) }
        let others = batch.others.filter { !places.receipts.contains($0.path) }
        var evidence = EvidenceGathering(
            items.filter { $0.form == nil } + others, known: try store.evidenceFiles())
        func settle(_ submission: Submission, _ findings: [Finding], _ item: Batch.Item) throws {
            let (outcome, told, id) = try loading.load(submission, findings, item)
            if let id { evidence.note(submission, id: id, of: item, among: desk.consortia) }
            summary.add(submission, outcome, told)
            weighing.registersChanged(by: submission)
            let scale = try weighing.scale(for: submission, told)
            try written.add(sha256: submission.sha256, isLarge: submission.size > ReadAhead.sizeLimit) {
                [edition, receipts = places.receipts] in
                try receipts.write(submission, told, outcome, edition, at: now, scale)
            }
        }
        // What is no table may be evidence for a file that is read later.
        var waiting: [(submission: Submission, findings: [Finding], item: Batch.Item)] = []
        for (index, item) in items.enumerated() {
            progress.advance(index, of: items.count, item.name)
            let read = reader.submission(of: item, knowing: desk.consortia)
            var (submission, findings) = try desk.examine(read)
            reader.begin(items.dropFirst(index + 1).first, after: submission.size, knowing: desk.consortia)
            if submission.fault != nil, evidence.mayName(item) {
                submission.releaseContent()
                waiting.append((submission, findings, item))
            } else {
                try settle(submission, findings, item)
            }
        }
        for (submission, findings, item) in waiting {
            if let (rows, place) = evidence.links(to: item) {
                try summary.add(loading.keep(item, rows), item)
                summary.notes.append("\(item.name)：按佐证材料收下（\(place)写有此文件），没有作为报送表读取。")
            } else if let known = evidence.knownFile(sha256: submission.sha256) {
                summary.evidence += 1
                summary.notes.append("\(item.name)：此前已按佐证材料（\(known.name)）收下，没有作为报送表读取。")
            } else {
                try settle(submission.reopened(at: item.location), findings, item)
            }
        }
        for item in others {
            if let (rows, _) = evidence.links(to: item) {
                try summary.add(loading.keep(item, rows), item)
            } else if evidence.isKnown(item) {
                summary.evidence += 1
            } else {
                summary.untaken.append(CollectSummary.Untaken(other: item))
            }
        }
        summary.receipts = try written.finish()
        owed?.clear()
        places.archive?.end()
        places.quarantine.end()
        progress.advance(items.count, of: items.count)
        return summary
    }

    /// Writes the receipts that an earlier collection was killed before, whatever is collected now.
    private func makeUp(
        _ owed: OwedReceipts, of store: Store, archive: Archive, _ collector: Collector, _ receipts: ReceiptFolder,
        _ written: ReceiptQueue, _ weighing: Weighing
    ) throws {
        for line in owed.left {
            // Where the store does not have it, the file was not taken in yet and will be, with its receipt.
            guard let record = try store.acceptedSubmission(sha256: line.sha256, origin: line.origin) else { continue }
            let submission = collector.reread(
                archive.place(of: record), as: record.file.name, from: record.file.origin)
            let findings = try store.findings(submission: record.id).compactMap { Finding($0, in: record) }
            let scale = try weighing.scale(for: submission, findings)
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
    private let now: Date
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
        self.now = now
        validation = Validation(edition: edition, today: ChinaTime.day(of: now))
        reported = try store.consortiaOfFigures()
        let snapshot = try store.snapshot(edition: edition, on: ChinaTime.day(of: now))
        let forms = try store.forms()
        func isOpen(_ receivedAt: Date) -> Bool {
            calendar.isOpen(ReportingCalendar.yearDue(at: receivedAt), at: now)
        }
        authorities = Authorities(
            consortia: snapshot.consortia, incidents: try snapshot.registers.incidents,
            statements: try snapshot.entries(.statements),
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
        refusals += authorities.disputes(with: submission)
        refusals += submission.contradictions(known: authorities)
        authorities.add(submission)
        refusals += consortia.predecessorFindings(in: submission)
        let priors = try priors(to: submission)
        let prior = prior(of: priors)
        let isOfficial = submission.origin.authority == .authority
        let (own, other): (Voice, Voice) = isOfficial ? (.authority, .own) : (.own, .authority)
        submission.keepCorrections { key, value in
            priors[key.consortium]?.isReplaced(value, key.indicator, key.year, of: own) ?? false
        }
        refusals += validation.voices(in: submission) { key in
            priors[key.consortium]?.last(key.indicator, key.year, key.basis, of: other)?.value
        }
        reported.formUnion(submission.observations.consortia)
        if let prior { submission.removeRepetitions(of: prior) }
        let receivedAt = submission.receivedOn.map(ChinaTime.start) ?? now
        let found = validation.findings(
            of: submission, isRegistered: { consortia.contains($0) }, registered: { consortia[$0] }, prior: prior
        ) { [edition] key in
            guard let values = priors[key.consortium] else { return .replaces }
            let stands = Self.standing(key, in: values, edition)
            if !isOfficial, stands?.voice == .authority { return .outranked }
            return stands.map { $0.voice == own && $0.submission.file.receivedAt > receivedAt } == true
                ? .overtaken : .replaces
        }
        return (submission, try answered(submission.findings + refusals + found, in: submission))
    }

    /// The findings with what was answered to them, here or in an earlier file.
    private func answered(_ findings: [Finding], in submission: Submission) throws -> [Finding] {
        let consortia = Set(findings.filter { $0.kind.severity == .warning }.compactMap(\.consortium))
        let known = try consortia.filter(reported.contains).flatMap { try store.answeredFindings(of: $0) }
        let answers = Dictionary(known.map { (FindingIdentity($0), $0.answer) }) { _, later in later }
        return validation.answered(findings, in: submission) { answers[FindingIdentity(FindingRecord($0))] ?? nil }
    }

    /// What was known before of the consortia of `submission`, of those of which anything was.
    private func priors(to submission: Submission) throws -> [String: PriorValues] {
        var priors: [String: PriorValues] = [:]
        for consortium in submission.observations.consortia where reported.contains(consortium) {
            let prior = try store.priorValues(of: consortium, edition: edition)
            if !prior.isEmpty { priors[consortium] = prior }
        }
        return priors
    }

    /// What counted before in a cell; nil where nothing was known at all.
    private func prior(of priors: [String: PriorValues]) -> ((ObservationKey) -> ObservedValue?)? {
        guard !priors.isEmpty else { return nil }
        return { [edition] key in priors[key.consortium].flatMap { Self.standing(key, in: $0, edition) }?.value }
    }

    private static func standing(
        _ key: ObservationKey, in values: PriorValues, _ edition: Edition
    ) -> CellRevision? {
        let keepsFirst = edition.indicator(key.indicator)?.revisionPolicy == .first
        return keepsFirst
            ? values.firstReported(key.indicator, key.year) : values.last(key.indicator, key.year, key.basis)
    }
}

/// What makes two findings say the same, wherever their figures stand.
private struct FindingIdentity: Hashable {
    private let kind: String
    private let consortium: String?
    private let indicator: String?
    private let year: Int?
    private let values: [String: String]

    init(_ finding: FindingRecord) {
        kind = finding.kind
        consortium = finding.consortium
        indicator = finding.indicator
        year = finding.year
        values = finding.values
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
    /// - Returns: what became of it, what its sender is told, and its id in the ledger, where it has one.
    func load(
        _ submission: Submission, _ findings: [Finding], _ item: Batch.Item
    ) throws -> (outcome: Collecting.Outcome, told: [Finding], id: Int?) {
        let file = SubmissionFile(
            name: submission.file, path: submission.file,
            sha256: submission.sha256.isEmpty ? nil : submission.sha256, size: submission.size,
            origin: submission.origin, receivedAt: submission.receivedOn.map(ChinaTime.start) ?? now,
            isDated: submission.receivedOn != nil, order: item.order)
        var load = SubmissionLoad(
            file: file,
            forms: Set(
                (submission.forms.map(\.rawValue) + submission.entries.map(\.form.rawValue))
                    .compactMap { SubmissionForm(rawValue: $0) }))
        load.findings = findings.map(FindingRecord.init)
        load.formFields = submission.formFields.map(FormFieldRecord.init)
        if let fault = submission.fault {
            // What was read and cannot be read once more to be kept is not what it was.
            let isChanged = submission.content == nil && !submission.sha256.isEmpty
            if isChanged || fault.kind == .stillChanging {
                return (.unfinished, [Finding(.stillChanging, at: fault.source)], nil)
            }
            let findings = [fault] + findings.filter { $0 != fault }
            let known = try store.quarantinedSubmission(sha256: submission.sha256)
            try places.quarantine.keep(
                submission, known: known?.file.name, path: item.path, reason: fault.text, findings)
            try store.recordQuarantine(
                file, reason: fault.text, formFields: load.formFields, findings: findings.map(FindingRecord.init),
                recordedAt: now)
            return (.quarantined, findings, nil)
        }
        guard !load.forms.isEmpty || !load.formFields.isEmpty || !findings.isEmpty else {
            return (.noted, findings, nil)
        }
        // Before the ledger says that the file was taken in.
        let known = try store.acceptedSubmission(sha256: submission.sha256)
        if known == nil { try places.archive?.begin(submission.sha256) }
        try places.archive?.keep(submission, known: known?.file.name)
        load.reader = SubmissionReader.version
        try owed?.add(file)
        load.consortia = submission.consortia
        load.transitions = submission.transitions
        load.policies = submission.policies
        load.incidents = submission.incidents
        load.determinations = submission.determinations
        load.entries = submission.entries
        load.withdrawals = submission.withdrawals.compactMap(Withdrawal.init)
        switch try store.load(load, observations: submission.observations, edition: edition, recordedAt: now) {
        case .duplicate(let id, _): return (.unchanged, try replaced(submission, known: id), id)
        case .accepted(let id, _, let observations): return (.loaded(observations: observations), findings, id)
        }
    }

    /// Keeps a document that rows name.
    /// - Returns: why it could not be read; nil where it was kept.
    func keep(_ item: Batch.Item, _ rows: [EvidenceLink]) throws -> SourceFileError? {
        let content: SourceFile
        do throws(SourceFileError) {
            content = try SourceFile(path: item.location, name: item.name, seen: item.seen)
        } catch {
            return error
        }
        let known = try store.evidenceFile(sha256: content.sha256)?.name
        if known == nil { try places.archive?.begin(content.sha256) }
        try places.archive?.keep(
            content, known: known ?? store.acceptedSubmission(sha256: content.sha256)?.file.name)
        let file = EvidenceFile(name: item.name, sha256: content.sha256, size: content.bytes.count)
        try store.record(file, of: rows, recordedAt: now)
        return nil
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
