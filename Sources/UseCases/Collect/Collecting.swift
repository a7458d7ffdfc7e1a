internal import Assessment
package import Collection
internal import FEEL
package import Foundation
internal import History
package import Review
internal import Safekeeping
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
    /// The kinds of consortia that other editions of the installation are for.
    private let otherKinds: Set<ConsortiumKind>
    private let compile: @Sendable () throws -> RuleBook
    private let permission: Permission?
    /// What people rate of consortia that the edition leaves to them.
    private let scheme: RatingScheme?
    /// What the edition and its overlays ask beside figures.
    private let programmes: [Programme]

    /// - Parameter permission: who may decide what; nil where an authority's word stands for its people.
    package init(
        _ installation: Installation, edition: Edition, calendar: ReportingCalendar, permission: Permission? = nil
    ) throws(Failure) {
        self.edition = edition
        self.calendar = calendar
        self.permission = permission
        var kinds: Set<ConsortiumKind> = []
        for id in installation.editionIDs where id != edition.id {
            // One that is wrong is told of by who runs it.
            if let other = try? installation.edition(id), other.kind != edition.kind { kinds.insert(other.kind) }
        }
        otherKinds = kinds
        scheme = try installation.ratedEditions(of: edition).compactMap(\.ratings).first
        // An overlay that is wrong is told of by `check` and by who assesses; until then its targets are not known.
        let overlays = (try? installation.overlays(of: edition)) ?? []
        programmes = [try installation.programme(of: edition)] + overlays.map(\.programme)
        compile = { try installation.rules(of: edition) }
        regions = try installation.regions()
        crosswalks = try installation.crosswalks(for: edition)
    }

    /// Where things are kept beside the store.
    package struct Places: Sendable {
        package let quarantine: Quarantine
        /// Nil in a trial.
        package let archive: Archive?
        /// Nil where nobody gets any: where only the collecting is measured.
        package let receipts: ReceiptFolder?

        package init(quarantine: Quarantine, archive: Archive?, receipts: ReceiptFolder?) {
            self.quarantine = quarantine
            self.archive = archive
            self.receipts = receipts
        }

        /// The paths of all.
        var folders: [String] {
            [quarantine.folder.path] + [receipts?.folder.path, archive?.folder.path].compactMap(\.self)
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
        let isTrial = places.receipts?.isTrial ?? false
        let logHead = try store.lastLogHead()?.printed.text
        let owed = try isTrial ? nil : places.receipts.map { try OwedReceipts(folder: $0.folder) }
        // Whatever stops the batch, the files that were stored get their receipts.
        defer { written.wait() }
        let weighing = Weighing(edition: edition, calendar: calendar, store: store, now: now, compile: compile)
        if let owed, let archive = places.archive, let receipts = places.receipts {
            try makeUp(owed, of: store, archive: archive, collector, receipts, written, weighing)
        }

        let ledger = try store.submissions(status: .accepted)
        let taken = Set(ledger.compactMap(\.file.sha256))
        let batch = collector.survey(roots, stillness: stillness, isKnown: taken.contains)
        var summary = CollectSummary(isTrial: isTrial)
        for skipped in batch.skipped { summary.add(skipped) }
        let loading = Loading(edition: edition, store: store, places: places, owed: owed, now: now)
        var desk = try Desk(
            edition: edition, store: store, ledger: ledger, regions: regions, calendar: calendar,
            permission: permission, scheme: scheme, programmes: programmes, now: now)
        var reader = ReadAhead(collector)
        let items = batch.items.filter { places.receipts?.contains($0.path) != true }
        let others = batch.others.filter { places.receipts?.contains($0.path) != true }
        var evidence = EvidenceGathering(
            items.filter { $0.form == nil } + others, known: try store.evidenceFiles())
        func isReady(_ submission: Submission) -> Bool {
            places.receipts == nil || weighing.isReady(for: submission)
        }
        /// Stores a submission; its receipt is written when that is on the disk.
        func settle(_ examined: consuming Examined) throws -> Settled {
            let (findings, item, isBulk) = (examined.findings, examined.item, examined.submission.isBulk)
            let keeping = try loading.keep(examined.submission, findings)
            // A large text is read once more for its receipt: meanwhile the next one has its room.
            if places.archive != nil, isBulk { examined.submission.releaseContent() }
            let loaded = Result { try loading.load(examined.submission, findings, item) }
            // Nothing is in the ledger before it is kept: the transaction is still open.
            let kept = try keeping()
            let (outcome, told, id) = try loaded.get()
            if let id { evidence.note(examined.submission, id: id, of: item, among: desk.consortia) }
            summary.add(examined.submission, outcome, told)
            weighing.registersChanged(by: examined.submission)
            let scale =
                places.receipts != nil && weighing.isReady(for: examined.submission)
                ? try weighing.scale(for: examined.submission, told) : nil
            if isBulk, examined.submission.reported == nil { examined.submission.releaseFigures() }
            return Settled(
                submission: examined.submission, told: told, outcome: outcome, scale: scale,
                kept: examined.submission.content == nil ? kept : nil)
        }
        func answer(_ settled: Settled) throws {
            guard let receipts = places.receipts?.bearing(logHead) else { return }
            let submission = settled.submission
            let scale = try settled.scale ?? weighing.scale(for: submission, settled.told)
            try written.add(sha256: submission.sha256, isLarge: submission.size > ReadAhead.sizeLimit) {
                [edition] in
                let whole = settled.kept.map { submission.reopened(at: FilePath($0)) } ?? submission
                return try receipts.write(whole, settled.told, settled.outcome, edition, at: now, scale)
            }
        }
        // What is no table may be evidence for a file that is read later.
        var waiting: [Examined] = []
        var next: Examined?
        var position = 0
        /// Examines and stores the files that come next, as many as share a transaction, or the one that has its own.
        func takeSeveral(into several: inout [Settled], alone: Bool) throws {
            var size = 0
            while next != nil || position < items.count, several.count < Self.together, size < ReadAhead.sizeLimit {
                if next == nil {
                    let item = items[position]
                    progress.advance(position, of: items.count, item.name)
                    position += 1
                    let read = reader.submission(of: item, knowing: desk.consortia)
                    if let kind = kind(left: read) {
                        summary.left[kind, default: 0] += 1
                        reader.begin(items.dropFirst(position).first, after: read.size, knowing: desk.consortia)
                        continue
                    }
                    var (submission, findings) = try desk.examine(read)
                    reader.begin(
                        items.dropFirst(position).first, after: submission.size, knowing: desk.consortia)
                    if submission.fault != nil, evidence.mayName(item) {
                        submission.releaseContent()
                        waiting.append(Examined(submission: submission, findings: findings, item: item))
                        continue
                    }
                    next = Examined(submission: submission, findings: findings, item: item)
                }
                guard let examined = next else { break }
                // The registers are read when all that came before is on the disk.
                guard isReady(examined.submission), examined.submission.isBulk == alone else { break }
                next = nil
                size += examined.submission.size
                let settled = try settle(consume examined)
                several.append(settled)
                guard !alone, isReady(settled.submission) else { break }
            }
        }
        while next != nil || position < items.count {
            if let next, !isReady(next.submission) { try weighing.prepare() }
            var several: [Settled] = []
            var failure: (any Error)?
            do {
                // The files before one that stops the batch are stored.
                let alone = next?.submission.isBulk ?? false
                func take() -> [Settled] {
                    var settled: [Settled] = []
                    do { try takeSeveral(into: &settled, alone: alone) } catch { failure = error }
                    return settled
                }
                several = try alone ? store.batchOfFigures(take) : store.batch(take)
            } catch {
                throw failure ?? error
            }
            for settled in several { try answer(settled) }
            if let failure { throw failure }
        }
        for examined in waiting {
            let (submission, item) = (examined.submission, examined.item)
            if let (rows, place) = evidence.links(to: item) {
                try summary.add(loading.keep(item, rows), item)
                summary.notes.append("\(item.name)：按佐证材料收下（\(place)写有此文件），没有作为报送表读取。")
            } else if let known = evidence.knownFile(sha256: submission.sha256) {
                summary.evidence += 1
                summary.notes.append("\(item.name)：此前已按佐证材料（\(known.name)）收下，没有作为报送表读取。")
            } else {
                try answer(
                    settle(
                        Examined(
                            submission: submission.reopened(at: item.location), findings: examined.findings, item: item)
                    ))
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

    /// The kind of consortia whose pipeline a file is left to; nil where it is taken in here.
    private func kind(left submission: Submission) -> ConsortiumKind? {
        switch submission.otherAudience {
        case nil: nil
        case .kind(let kind): otherKinds.contains(kind) ? kind : nil
        case .edition: otherKinds.first
        }
    }

    /// Files that share a transaction: to bring one to the disk takes as long as to read several.
    private static let together = 64

    /// A submission that was held against what is known, and its file.
    private struct Examined {
        var submission: Submission
        let findings: ExaminedFindings
        let item: Batch.Item
    }

    /// A submission that was stored, and what its receipt is made of.
    private struct Settled {
        let submission: Submission
        let told: [Finding]
        let outcome: Outcome
        /// Nil where it can be read only when the submission is on the disk.
        let scale: Weighing.Scale?
        /// Where the file is kept of which the submission has let go; nil where it has the bytes, or where there are none.
        let kept: String?
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
