internal import Foundation
internal import Spreadsheet
internal import Standards

extension Submission {
    /// What a draft has come to. With a `fault` nothing of it counts: a file is read whole or not at all.
    init(
        _ draft: Draft, size: Int, encoding: String?, origin: Origin, arrival: Arrival, fault: Finding?,
        consortia known: KnownConsortia
    ) {
        let isRead = fault == nil
        file = draft.file
        sha256 = draft.sha256
        self.size = size
        self.encoding = encoding
        self.origin = origin
        forms = isRead ? draft.forms : []
        otherAudience = draft.otherAudience
        workbookOf = draft.cover == nil ? nil : draft.ownConsortium
        logHead = isRead ? draft.cover.flatMap { Self.logHead($0[.logHead], in: draft) } : nil
        hasPrefill = draft.prefill != nil
        showsReportedYear = draft.cover?.showsReportedYear ?? false
        evidenceIsOfReportedYear = draft.evidenceIsOfReportedYear
        evidencePlace = draft.evidencePlace
        listsEvidence = !draft.evidence.isEmpty
        mentions = isRead ? draft.mentions : []
        receivedOn = arrival.line?.receivedOn
        sentAt = draft.savedAt
        consortia = isRead ? draft.consortia.entries : []
        transitions = isRead ? draft.transitions : []
        observations = isRead ? draft.observations : ObservationTable(indicators: [])
        policies = isRead ? draft.policies.entries : []
        incidents = isRead ? draft.incidents.entries : []
        determinations = isRead ? draft.determinations : []
        entries = isRead ? draft.entries.entries : []
        withdrawals = isRead ? draft.withdrawals : []
        // What a form that has to wait was filled in with is kept until its consortium is registered.
        formFields = draft.formFields
        declarations = draft.declarations
        manifest = isRead ? draft.manifest : []
        findings = (fault.map { [$0] } ?? []) + draft.finishedFindings()
        disposition = fault.map { .quarantined(because: $0) } ?? .accepted
    }

    private static func logHead(_ entry: TemplateCover.Entry, in draft: Draft) -> (text: String, source: CellSource)? {
        guard !entry.text.isEmpty else { return nil }
        let source = CellSource(
            file: draft.file, sha256: draft.sha256, sheet: entry.sheet, row: entry.row, column: entry.column)
        return (entry.text, source)
    }
}
