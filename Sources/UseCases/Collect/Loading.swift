internal import Collection
internal import Foundation
internal import Spreadsheet
internal import Standards
internal import Store

/// Keeps and stores what was examined.
struct Loading {
    let edition: Edition
    let store: Store
    let places: Collecting.Places
    let owed: OwedReceipts?
    let now: Date

    /// Whether there is anything to be kept and stored of a submission: a manifest speaks of other files alone.
    private func saysSomething(_ submission: Submission, _ findings: ExaminedFindings) throws -> Bool {
        let forms = submission.forms.map(\.rawValue) + submission.entries.map(\.form.rawValue)
        return try forms.contains { SubmissionForm(rawValue: $0) != nil } || !submission.withdrawals.isEmpty
            || !submission.formFields.isEmpty || !findings.all().isEmpty
    }

    /// Keeps the bytes of what is about to be stored, before the ledger says that the file was taken in: those of a large
    /// file on another core, while its figures are written.
    /// - Returns: waits until they are kept, and tells where they are; nil where nothing is kept.
    func keep(_ submission: Submission, _ findings: ExaminedFindings) throws -> () throws -> String? {
        guard let archive = places.archive, submission.isAccepted, try saysSomething(submission, findings) else {
            return { nil }
        }
        let known = try store.acceptedSubmission(sha256: submission.sha256)
        if known == nil { try archive.begin(submission.sha256) }
        let name = known?.file.name
        guard submission.isBulk else {
            let place = try archive.keep(submission, known: name)
            return { place }
        }
        return Aside { try archive.keep(submission, known: name) }.wait
    }

    /// Stores one submission, which is being kept.
    /// - Returns: what became of it, what its sender is told, and its id in the ledger, where it has one.
    func load(
        _ submission: Submission, _ findings: ExaminedFindings, _ item: Batch.Item
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
        // A row of any register may take an entry back, by its column 撤回.
        if !submission.withdrawals.isEmpty { load.forms.insert(.withdrawals) }
        switch findings {
        case .made(let findings): load.findings = findings.map(FindingRecord.init)
        case .pending(let aside): load.laterFindings = { try aside.wait().map(FindingRecord.init) }
        }
        load.formFields = submission.formFields.map(FormFieldRecord.init)
        if let fault = submission.fault {
            // What was read and cannot be read once more to be kept is not what it was.
            let isChanged = submission.content == nil && !submission.sha256.isEmpty
            if isChanged || fault.kind == .stillChanging {
                return (.unfinished, [Finding(.stillChanging, at: fault.source)], nil)
            }
            let findings = [fault] + (try findings.all().filter { $0 != fault })
            let known = try store.quarantinedSubmission(sha256: submission.sha256)
            try places.quarantine.keep(
                submission, known: known?.file.name, path: item.path, reason: fault.text, findings)
            try store.recordQuarantine(
                file, reason: fault.text, formFields: load.formFields, findings: findings.map(FindingRecord.init),
                recordedAt: now)
            return (.quarantined, findings, nil)
        }
        guard try saysSomething(submission, findings) else { return (.noted, try findings.all(), nil) }
        load.reader = SubmissionReader.version
        try owed?.add(file)
        load.consortia = submission.consortia
        load.transitions = submission.transitions
        load.policies = submission.policies
        load.incidents = submission.incidents
        load.determinations = submission.determinations
        load.entries = submission.entries
        load.withdrawals = submission.withdrawals.compactMap(Withdrawal.init)
        load.returnedHeads = submission.logHead.flatMap { ReturnedHead($0.text, at: $0.source) }.map { [$0] } ?? []
        switch try store.load(load, figures: submission.observations.figures, edition: edition, recordedAt: now) {
        case .duplicate(let id, _): return (.unchanged, try replaced(submission, known: id), id)
        case .accepted(let id, _, let observations):
            return (.loaded(observations: observations), try findings.all(), id)
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
