internal import FEEL
internal import Spreadsheet
internal import Standards

/// Makes a submission of a file, whatever is in it: a file that cannot be read whole gives a submission that is to be
/// quarantined, with nothing in it but the reason.
package struct SubmissionReader {
    /// Changes whenever the same file may be read otherwise: `verify` compares with a new reading only what the same
    /// version has read.
    package static let version = "5"

    let edition: Edition
    let regions: RegionTable
    let today: CalendarDate
    /// The forms that documents are read as.
    var crosswalks: [FormCrosswalk] = []
    /// Those registered so far, for files that tell whose they are by a folder or a name only.
    var consortia = KnownConsortia()
    var limits = SheetLimits()

    func read(_ file: SourceFile, _ arrival: Arrival) -> Submission {
        var (arrival, refusal) = arrival.checked(among: consortia)
        var draft = Draft(file: file.name, sha256: file.sha256, indicators: edition.indicators)
        draft.owner = arrival.owner(among: consortia)
        draft.known = consortia
        draft.today = today
        draft.firstYear = edition.baseYear
        draft.audience.kind = edition.kind
        var encoding: TextEncoding?
        var fault = fill(&draft, from: file, &encoding)
        draft.reportPassedOver(expecting: edition.id)
        draft.reportTallies()
        var origin = Origin(of: draft, arrival, fault: &fault)
        if let line = arrival.line, let foreign = draft.foreign(to: arrival, origin, among: consortia) {
            refusal = Finding(refusing: line, consortia: foreign, region: arrival.lineRegion)
            arrival = arrival.withoutLine
            origin = Origin(of: draft, arrival, fault: &fault)
        }
        var submission = Submission(
            draft, size: file.bytes.count, encoding: encoding?.rawValue, origin: origin, arrival: arrival,
            fault: fault, consortia: consortia)
        submission.content = file
        if let refusal { submission.findings.append(refusal) }
        return submission
    }

    /// The submission of a file that could not be opened.
    func unreadable(_ name: String, _ error: SourceFileError, _ arrival: Arrival) -> Submission {
        let draft = Draft(file: name, sha256: "", indicators: edition.indicators)
        var fault: Finding? = Finding(error, at: draft.source())
        let origin = Origin(of: draft, arrival, fault: &fault)
        return Submission(
            draft, size: 0, encoding: nil, origin: origin, arrival: arrival, fault: fault, consortia: consortia)
    }

    /// Reads all there is; returns what makes the file unreadable, if anything does.
    private func fill(_ draft: inout Draft, from file: SourceFile, _ encoding: inout TextEncoding?) -> Finding? {
        if file.isOfficeFile {
            draft.savedAt = DocumentProperties.savedAt(file.bytes)
            if let fault = fill(&draft, fromWorkbook: file) { return fault }
            reportCollisions(in: &draft)
            return nil
        }
        let format = FileFormat(of: file.bytes)
        guard format == .other || format == .empty else { return Finding(format, at: draft.source()) }
        var reader = SheetReader(edition: edition, regions: regions, today: today)
        var lastRow = 0
        do {
            let text = try DecodedText(file.bytes)
            encoding = text.encoding
            let sheet = CSVSheet(text, limits: limits)
            draft.sheet = sheet.name
            // A row has some thirty bytes; room for all of them at once spares moving them.
            draft.observations.entries.reserveCapacity(file.bytes.count / 32)
            try sheet.forEachRow { row in
                lastRow = row.number
                try reader.read(row, into: &draft)
            }
            if !text.endsInLineBreak { draft.report(.openLastLine, row: lastRow) }
        } catch let error as TextDecodingError {
            return Finding(error, at: draft.source())
        } catch let error as CSVError {
            return Finding(
                error, at: draft.source(row: error.address.row, column: error.address.column))
        } catch let error as SheetReader.TooLarge {
            return error.finding(at: draft.source())
        } catch {
            // No header; the reader knows why.
        }
        if let fault = reader.fault(draft) { return fault }
        draft.joinSheets(edition)
        reportCollisions(in: &draft)
        return nil
    }

    private func reportCollisions(in draft: inout Draft) {
        for collision in draft.observations.removeDuplicates() where collision.dropped.value != .missing {
            let (kept, dropped) = (collision.kept, collision.dropped)
            draft.reportTwins(
                kept: draft.observations.place(of: kept), dropped: draft.observations.place(of: dropped),
                isSame: collision.isSame, about: draft.observations.key(of: kept))
        }
    }
}

extension SourceFile {
    /// Whether the first bytes say that the file is a zip archive, as workbooks are, or one of the binary files that
    /// office programs wrote before.
    package var isOfficeFile: Bool {
        [.zip, .oldOffice].contains(FileFormat(prefix: bytes))
    }
}
