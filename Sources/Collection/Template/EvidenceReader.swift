internal import Spreadsheet
internal import Standards

/// Reads the list of evidence: which file backs which figures.
struct EvidenceReader: FormReader {
    let header: FormHeader
    let standard: Standard

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        let codes = row.code("indicator").split { "、，,;；/ ".contains($0) && $0 != "/" }.map(String.init)
        let text = [row.text("file"), row.code("sha256")].filter { !$0.isEmpty }.joined(separator: " ")
        guard !codes.isEmpty, !text.isEmpty else { return }
        for code in codes {
            let indicators = standard.indicators.filter { $0.code.text == code || $0.code.point == code }
            if indicators.isEmpty {
                draft.report(
                    .unknownIndicator, row: row.number, column: row.column(of: "indicator"),
                    ["found": code, "suggestion": CodeTable(standard.indicators).suggestion(for: code)])
            }
            for indicator in indicators { draft.evidence[indicator.ordinal, default: []].append(text) }
        }
    }
}
