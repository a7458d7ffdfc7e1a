internal import Spreadsheet
internal import Standards

/// Reads the list of evidence: which file backs which figures.
struct EvidenceReader: FormReader {
    let header: FormHeader
    let edition: Edition

    /// Of the codes in a row, and of the documents of a figure: nobody has more.
    private static let codeLimit = 200
    private static let documentLimit = 200

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        let codes = row.code("indicator").split { "、，,;；/ ".contains($0) && $0 != "/" }.map(String.init)
        let text = [row.text("file"), row.code("sha256")].filter { !$0.isEmpty }.joined(separator: " ")
        if let file = row.optionalText("file") {
            draft.mention(file, row: row.number, column: row.column(of: "file"))
        }
        guard !codes.isEmpty, !text.isEmpty else { return }
        for code in codes.prefix(Self.codeLimit) {
            let indicators = edition.indicators.filter { $0.code.text == code || $0.code.point == code }
            if indicators.isEmpty {
                draft.report(
                    .unknownIndicator, row: row.number, column: row.column(of: "indicator"),
                    ["found": code, "suggestion": CodeTable(edition.indicators).suggestion(for: code)])
            }
            for ordinal in indicators.map(\.ordinal)
            where draft.evidence[ordinal, default: []].count < Self.documentLimit {
                draft.evidence[ordinal, default: []].append(text)
            }
        }
    }
}
