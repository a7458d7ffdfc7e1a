package import FEEL
package import Spreadsheet
package import Standards

/// What one file said, once. Immutable: a correction is another submission.
package struct Submission: Sendable {
    /// Whether the file is taken in, or set aside with the reason for it.
    package enum Disposition: Sendable, Hashable {
        case accepted
        case quarantined(reason: String)
    }

    /// The file's path within the folder collected, or its name where the file itself was named.
    package let file: String
    /// SHA-256 of its bytes, 64 hexadecimal digits; empty where they could not be read.
    package let sha256: String
    /// In bytes.
    package let size: Int
    /// The encoding that its text was read in; nil for a file that is no text or could not be read.
    package let encoding: String?
    /// The forms found in the file, one for a CSV file. A form that is here and has no entries was collected empty.
    package let forms: [FormKind]
    /// The day the file was received, as a manifest of the batch says; nil where none does.
    package let receivedOn: CalendarDate?
    /// Who sent the file, as a manifest of the batch says.
    package let sender: String?

    package let consortia: [Consortium]
    package internal(set) var observations: ObservationTable
    package let policies: [Policy]
    package let incidents: [Incident]
    package let determinations: [Determination]
    /// What a document that is a form was filled in with, and the list of the units that belong to a consortium. Here
    /// alone a submission that was set aside has something: a form that waits for its consortium to be registered.
    package let formFields: [FormField]
    /// What the file says of other files, where it is a manifest.
    package let receipts: [Receipt]

    /// What is wrong with the file as such, in the order of its rows. ``Validation`` adds what shows against others.
    package internal(set) var findings: [Finding]
    package let disposition: Disposition

    /// The consortium whose yearly workbook the file is; nil for any other file.
    package let workbookOf: String?
    /// A yearly workbook shows what was reported before.
    var showsPrior: Bool { workbookOf != nil }
    /// Whether the column of evidence is of the reported year alone, as in a table with a column a year.
    let evidenceIsOfReportedYear: Bool
    /// The header under which figures name their evidence, the sheet or file where that has none; nil for a document,
    /// whose form has no place for it.
    let evidencePlace: CellSource?
    /// The file as it was read, for its receipt; nil where it could not be read.
    package internal(set) var content: SourceFile?

    package var isAccepted: Bool { disposition == .accepted }

    /// The file's name without its folders.
    package var name: String { String(file.split(separator: "/").last ?? "") }
}

/// A line of a manifest: when a file of the batch was received, and from whom.
package struct Receipt: Sendable, Hashable {
    /// Path of the file, from the manifest's folder.
    package let file: String
    package let receivedOn: CalendarDate?
    package let sender: String?
    /// Where the manifest says so.
    package let source: CellSource
}

extension Submission {
    /// Takes out of a yearly workbook what it shows of earlier reports and leaves as it was: that was not reported
    /// again. What was changed there stays, as a restatement.
    package mutating func removeRepetitions(of prior: (ObservationKey) -> ObservedValue?) {
        guard showsPrior else { return }
        let table = observations
        let years = table.reportedYears
        observations.removeAll { entry in
            let year = years[Int(entry.consortium)]
            guard entry.year < year || entry.year == year && entry.basis == .committed else { return false }
            let key = ObservationKey(
                consortium: table.consortia[Int(entry.consortium)],
                indicator: table.indicators[Int(entry.indicator)].code, year: ReportingYear(Int(entry.year)),
                basis: entry.basis)
            return prior(key) == entry.value
        }
    }

    /// The submission with findings that its batch showed.
    func adding(_ more: [Finding]) -> Submission {
        var submission = self
        submission.findings += more
        return submission
    }
}
