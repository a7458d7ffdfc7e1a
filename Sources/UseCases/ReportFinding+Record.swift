internal import Collection
package import Reports
package import Store

extension ReportFinding {
    /// A finding as a report lists it. Its message begins with the place.
    package init(_ record: FindingRecord) {
        let severity: Severity =
            switch record.severity {
            case "error": .error
            case "warning": .warning
            default: .note
            }
        let parts = record.message.split(separator: "：", maxSplits: 1)
        self.init(
            severity: severity, title: FindingKind.named(record.kind)?.title ?? record.kind,
            consortium: record.consortium, text: parts.count > 1 ? String(parts[1]) : record.message,
            place: parts.count > 1 ? String(parts[0]) : "")
    }
}
