internal import Collection
package import Reports
internal import Standards
package import Store

extension ReportFinding {
    /// A finding as a report lists it: the sentence is made here, of the kind and its values.
    package init(_ stored: SubmissionFinding) {
        let record = stored.finding
        let kind = FindingKind.named(record.kind)
        let finding = Finding(
            restoring: record.kind,
            at: CellSource(
                file: stored.file, sha256: stored.sha256 ?? "", sheet: record.sheet, row: record.row ?? 0,
                column: record.column ?? 0),
            consortium: record.consortium, indicator: record.indicator, year: record.year, values: record.values,
            answer: record.answer)
        self.init(
            severity: FindingSeverity(rawValue: record.severity) ?? .info, title: kind?.title ?? record.kind,
            consortium: record.consortium, text: record.text ?? finding?.text ?? record.kind,
            place: finding?.place ?? stored.file, isAnswered: record.answer != nil)
    }
}
