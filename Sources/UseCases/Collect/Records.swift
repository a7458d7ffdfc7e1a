internal import Collection
internal import Standards
internal import Store

// What Collection reads, as the store keeps it, and back.

extension FindingRecord {
    init(_ finding: Finding) {
        self.init(
            kind: finding.kind.id, severity: finding.kind.severity.rawValue, sheet: finding.source.sheet,
            row: finding.source.row, column: finding.source.column, consortium: finding.consortium,
            indicator: finding.indicator?.text, year: finding.year?.value, values: finding.values,
            answer: finding.answer)
    }
}

extension Finding {
    /// A finding of the ledger; nil where there is no such kind any more.
    init?(_ stored: SubmissionFinding, in record: SubmissionRecord) {
        let finding = stored.finding
        self.init(
            restoring: finding.kind,
            at: CellSource(
                file: record.file.name, sha256: record.file.sha256 ?? "", sheet: finding.sheet,
                row: finding.row ?? 0, column: finding.column ?? 0),
            consortium: finding.consortium, indicator: finding.indicator, year: finding.year, values: finding.values,
            answer: finding.answer)
    }
}

extension FormFieldRecord {
    init(_ field: FormField) {
        self.init(
            form: field.form, consortium: field.consortium, field: field.id, label: field.label, unit: field.unit,
            year: field.year?.value, value: field.value, indicator: field.indicator?.text, sheet: field.source.sheet,
            row: field.source.row, column: field.source.column)
    }
}

extension Withdrawal {
    /// What a line takes back; nil where it was not found out.
    init?(_ line: WithdrawalLine) {
        if let entry = line.entry {
            guard let form = line.form.flatMap({ SubmissionForm(rawValue: $0.rawValue) }) else { return nil }
            self.init(
                target: .entry(form: form, id: entry, consortium: form == .policies ? nil : line.consortium),
                ground: line.ground)
        } else if let submission = line.submission {
            self.init(target: .submission(submission), ground: line.ground)
        } else {
            return nil
        }
    }
}
