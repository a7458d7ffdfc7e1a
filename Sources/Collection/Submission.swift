package import FEEL
package import Foundation
package import Spreadsheet
package import Standards

/// What one file said, once. Immutable: a correction is another submission.
package struct Submission: Sendable {
    /// Whether the file is taken in, or set aside with the reason for it.
    package enum Disposition: Sendable, Hashable {
        case accepted
        case quarantined(because: Finding)
    }

    /// The file's path within the folder collected, or its name where the file itself was named.
    package let file: String
    /// SHA-256 of its bytes, 64 hexadecimal digits; empty where they could not be read.
    package let sha256: String
    /// In bytes.
    package let size: Int
    /// The encoding that its text was read in; nil for a file that is no text or could not be read.
    package let encoding: String?
    /// On whose word this is, and of whom it may speak.
    package let origin: Origin
    /// The forms found in the file, one for a CSV file. A form that is here and has no entries was collected empty.
    package internal(set) var forms: [FormKind]
    /// The day the file was received, as a manifest of the batch says; nil where none does.
    package let receivedOn: CalendarDate?
    /// When the document was last saved, as it says itself; nil where it does not.
    package let sentAt: Date?

    package internal(set) var consortia: [Consortium]
    package internal(set) var transitions: [Transition]
    package internal(set) var observations: ObservationTable
    package internal(set) var policies: [Policy]
    package internal(set) var incidents: [Incident]
    package internal(set) var determinations: [Determination]
    /// Members, work plans, documents, tasks, ratings, evaluations.
    package internal(set) var entries: [RegisterEntry]
    /// The submissions and entries of registers that are taken back.
    package internal(set) var withdrawals: [WithdrawalLine]
    /// What a document that is a form was filled in with. Here alone a submission that was set aside has something: a
    /// form that waits for its consortium to be registered.
    package internal(set) var formFields: [FormField]
    /// Where such a document is to be signed, and whether it was.
    package internal(set) var declarations: [FormDeclaration]
    /// What the file says of other files, where it is a manifest.
    package internal(set) var manifest: [ManifestLine]

    /// What is wrong with the file as such, in the order of its rows. ``Validation`` adds what shows against others.
    package internal(set) var findings: [Finding]
    package let disposition: Disposition

    /// Whom the file is for where that is nobody of the edition's kind; nil where it is for this edition.
    package let otherAudience: OtherAudience?
    /// The consortium whose yearly workbook the file is; nil for any other file.
    package let workbookOf: String?
    /// The head of the log that a yearly workbook was sent out with, and where it stands; nil where it has none.
    package let logHead: (text: String, source: CellSource)?
    /// Whether a yearly workbook tells which of its cells were filled in before it was sent out.
    let hasPrefill: Bool
    /// Whether the workbook was made with the year's own column filled in, as far as that was known.
    let showsReportedYear: Bool
    /// Whether the column of evidence is of the reported year alone, as in a table with a column a year.
    let evidenceIsOfReportedYear: Bool
    /// The header under which figures name their evidence, the sheet or file where that has none; nil for a document,
    /// whose form has no place for it.
    let evidencePlace: CellSource?
    /// Whether a list of evidence names anything.
    let listsEvidence: Bool
    /// What rows name as evidence that give no figure.
    let mentions: [EvidenceMention]
    /// Whether something in it was refused because its source may not say it.
    var isPartlyRefused = false
    /// The file as it was read, for its receipt; nil where it could not be read.
    package internal(set) var content: SourceFile?

    package var isAccepted: Bool { disposition == .accepted }

    /// Why the submission was set aside; nil where it was not.
    package var fault: Finding? {
        if case .quarantined(let fault) = disposition { fault } else { nil }
    }

    /// The file's name without its folders.
    package var name: String { String(file.split(separator: "/").last ?? "") }

    /// What people cite the submission by: the first twelve digits of its SHA-256; nil where it could not be read.
    package var receiptNumber: String? { sha256.isEmpty ? nil : String(sha256.prefix(12)) }

    /// How many figures there were, also after they were let go of.
    package var observationCount: Int { releasedCount ?? observations.count }
    private var releasedCount: Int?

    /// Lets go of the figures but those that could not be read: where they are of no one consortium and year, a receipt
    /// tells no more of the others than how many there were.
    package mutating func releaseFigures() {
        releasedCount = observationCount
        observations.keepRejected()
    }

    /// Lets go of the bytes of the file, to save room until it is known what becomes of it.
    package mutating func releaseContent() { content = nil }

    /// The submission with the bytes of its file once more; without them where the file is not what was read.
    package func reopened(at location: FilePath) -> Submission {
        var submission = self
        let read = try? SourceFile(path: location, name: file)
        submission.content = read?.sha256 == sha256 ? read : nil
        return submission
    }

    /// The file as a whole, as a place.
    var wholeFile: CellSource { CellSource(file: file, sha256: sha256, sheet: nil, row: 0, column: 0) }
}

extension Submission {
    /// Whether anything at all was filled in: figures, words, entries.
    package var saysSomething: Bool {
        observations.entries.contains { $0.value != .missing } || listsEvidence
            || !consortia.isEmpty || !transitions.isEmpty || !policies.isEmpty || !incidents.isEmpty
            || !determinations.isEmpty || !entries.isEmpty || !withdrawals.isEmpty || !manifest.isEmpty
            || formFields.contains { !$0.value.isEmpty }
    }

    /// Takes out of a yearly workbook what it shows of earlier reports and leaves as it was: that was not reported
    /// again. What was changed there stays, as a restatement.
    ///
    /// Where the workbook tells what it was sent out with, that has been done as it was read; this is for one that does
    /// not, and what equals what stands says nothing.
    package mutating func removeRepetitions(of prior: (ObservationKey) -> ObservedValue?) {
        guard workbookOf != nil else { return }
        guard !hasPrefill else { return observations.reportAgain { prior($0) } }
        let table = observations
        let years = table.reportedYears
        observations.removeAll { entry in
            let year = years[Int(entry.consortium)]
            let isOwn = entry.year == year && entry.basis == .actual
            // With evidence, a reason or an explanation the figure was reported once more, and for these.
            let isBare = entry.evidence == 0 && entry.reason == 0 && entry.explanation == 0
            let isShown = isOwn ? showsReportedYear && isBare : entry.year <= year
            return isShown && entry.value != .missing && prior(table.key(of: entry)) == entry.value
        }
    }

    /// Lets figures of years gone by say nothing that only repeat what a correction with a reason has replaced since, as
    /// an old copy of a table does: whoever takes such a correction back says why.
    /// - Parameter isReplaced: whether what a cell says stood before such a correction that still stands.
    package mutating func keepCorrections(_ isReplaced: (ObservationKey, ObservedValue) -> Bool) {
        let table = observations
        let years = table.reportedYears
        // Of a file that is of the reported year alone nothing is of years gone by.
        guard table.entries.indices.contains(where: { table.entries[$0].isOfPast(years) }) else { return }
        observations.silence { entry in
            entry.basis == .actual && entry.year < years[Int(entry.consortium)] && entry.reason == 0
                && entry.value.status == .reported
                && table.indicators[Int(entry.indicator)].revisionPolicy != .first
                && isReplaced(table.key(of: entry), entry.value)
        }
    }
}

extension Submission {
    /// The one consortium whose figures these are, and the year that they report on; nil where they are of several or
    /// of no year.
    package var reported: (consortium: String, year: ReportingYear)? {
        guard observations.consortia.count == 1, let year = observations.reportedYears.first, year > 0 else {
            return nil
        }
        return (observations.consortia[0], ReportingYear(Int(year)))
    }
}

extension ObservationTable.Entry {
    /// Whether it is an actual figure of a year before the one that is reported on.
    fileprivate func isOfPast(_ reportedYears: [Int16]) -> Bool {
        basis == .actual && year < reportedYears[Int(consortium)]
    }
}
