internal import Spreadsheet
internal import Standards

/// Makes a submission of a file, whatever is in it: a file that cannot be read whole gives a submission that is to be
/// quarantined, with nothing in it but the reason.
package struct SubmissionReader {
    let edition: Edition
    let regions: RegionTable
    /// The forms that documents are read as.
    var crosswalks: [FormCrosswalk] = []
    /// Whom a document is about, by the name that it gives.
    var names = ConsortiumNames()
    var limits = SheetLimits()

    func read(_ file: SourceFile, receipt: Receipt?) -> Submission {
        var draft = Draft(file: file.name, sha256: file.sha256, indicators: edition.indicators)
        var encoding: TextEncoding?
        let fault = fill(&draft, from: file, &encoding)
        var submission = Submission(
            draft, size: file.bytes.count, encoding: encoding?.rawValue, receipt: receipt, fault: fault)
        submission.content = file
        return submission
    }

    /// The submission of a file that could not be opened.
    func unreadable(_ name: String, _ error: SourceFileError, receipt: Receipt?) -> Submission {
        let draft = Draft(file: name, sha256: "", indicators: edition.indicators)
        return Submission(
            draft, size: 0, encoding: nil, receipt: receipt, fault: Finding(error, at: draft.source()))
    }

    /// Reads all there is; returns what makes the file unreadable, if anything does.
    private func fill(_ draft: inout Draft, from file: SourceFile, _ encoding: inout TextEncoding?) -> Finding? {
        if file.isOfficeFile {
            if let fault = fill(&draft, fromWorkbook: file) { return fault }
            reportCollisions(in: &draft)
            return nil
        }
        var reader = SheetReader(edition: edition, regions: regions)
        do {
            let text = try DecodedText(file.bytes)
            encoding = text.encoding
            let sheet = CSVSheet(text, limits: limits)
            draft.sheet = sheet.name
            // A row has some thirty bytes; room for all of them at once spares moving them.
            draft.observations.entries.reserveCapacity(file.bytes.count / 32)
            try sheet.forEachRow { try reader.read($0, into: &draft) }
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
        reportCollisions(in: &draft)
        return nil
    }

    private func reportCollisions(in draft: inout Draft) {
        for collision in draft.observations.removeDuplicates() {
            let (kept, dropped) = (collision.kept, collision.dropped)
            // The later of the two rows is the one to look at.
            let keptIsLater = (kept.sheet, kept.line) > (dropped.sheet, dropped.line)
            let (earlier, later) = keptIsLater ? (dropped.line, kept.line) : (kept.line, dropped.line)
            draft.sheet = draft.observations.parts[Int((keptIsLater ? kept : dropped).sheet)].sheet
            draft.report(
                collision.isSame ? .duplicateRow : .conflictingRow, row: Int(later), column: Int(kept.column),
                consortium: draft.observations.consortia[Int(kept.consortium)],
                indicator: edition.indicators[Int(kept.indicator)].code, year: ReportingYear(Int(kept.year)),
                ["other": String(earlier), "kept": String(kept.line)])
        }
    }
}

extension SourceFile {
    /// Whether the first bytes say that the file is a zip archive, as workbooks are, or one of the binary files that
    /// office programs wrote before.
    package var isOfficeFile: Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }
}

extension Submission {
    /// What a draft has come to. With a `fault` nothing of it counts: a file is read whole or not at all.
    init(_ draft: Draft, size: Int, encoding: String?, receipt: Receipt?, fault: Finding?) {
        let isRead = fault == nil
        file = draft.file
        sha256 = draft.sha256
        self.size = size
        self.encoding = encoding
        forms = isRead ? draft.forms : []
        workbookOf = draft.cover?.consortium.text
        evidenceIsOfReportedYear = draft.evidenceIsOfReportedYear
        evidencePlace = draft.evidencePlace
        receivedOn = receipt?.receivedOn
        sender = receipt?.sender
        consortia = isRead ? draft.consortia.entries : []
        observations =
            isRead ? draft.observations : ObservationTable(indicators: [])
        policies = isRead ? draft.policies.entries : []
        incidents = isRead ? draft.incidents.entries : []
        determinations = isRead ? draft.determinations : []
        // What a form that has to wait was filled in with is kept until its consortium is registered.
        formFields = draft.formFields + (isRead ? draft.members.entries : []).joined()
        receipts = isRead ? draft.receipts : []
        findings = (fault.map { [$0] } ?? []) + draft.finishedFindings()
        disposition = fault.map { .quarantined(reason: $0.message) } ?? .accepted
    }
}
