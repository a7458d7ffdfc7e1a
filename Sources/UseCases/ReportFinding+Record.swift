internal import Collection
package import Reports
package import Store

extension ReportFinding {
    /// A finding as a report lists it: the sentence is made here, of the kind and its values.
    package init(_ stored: SubmissionFinding) {
        let record = stored.finding
        let kind = FindingKind.named(record.kind)
        let place = FindingPlace(
            file: stored.file, sheet: record.sheet, row: record.row ?? 0, column: record.column ?? 0)
        self.init(
            severity: kind?.severity ?? .info, title: kind?.title ?? record.kind, consortium: record.consortium,
            text: record.text ?? kind?.text(record.values) ?? record.kind, place: place.description)
    }
}
