internal import Spreadsheet
package import Standards

/// Something wrong with collected data, at its place.
package struct Finding: Sendable, Hashable {
    package let kind: FindingKind
    /// Row 0 for the file as a whole, column 0 for a row as a whole.
    package let source: CellSource
    package internal(set) var consortium: String?
    package let indicator: IndicatorCode?
    package let year: ReportingYear?
    /// What was expected, found and is to be done, without the place.
    package let text: String

    package init(
        _ kind: FindingKind, at source: CellSource, consortium: String? = nil, indicator: IndicatorCode? = nil,
        year: ReportingYear? = nil, _ values: [String: String] = [:]
    ) {
        self.kind = kind
        self.source = source
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        let shortened = values.map { ($0, Self.shortened($1, limit: Self.limits[$0] ?? 80)) }
        self.text = kind.text(Dictionary(uniqueKeysWithValues: shortened))
    }

    /// `填报表-2025.csv › 第31行第5列：应为数字，读到“约120”。请只填数字；没有采集请留空。`
    package var message: String {
        let place =
            switch (source.row, source.column) {
            case (0, _): source.sheet.map { " › \($0)" } ?? ""
            case (let row, 0): " › \(source.sheet.map { "\($0)!" } ?? "")第\(row)行"
            default: " › \(source.address)"
            }
        return "\(source.file)\(place.printable)：\(text)"
    }

    /// In characters. Our own reasons and lists are longer than what a cell should hold.
    private static let limits = ["reason": 300, "points": 1_000]

    /// What was found, short enough for one line and without what would disturb it.
    private static func shortened(_ value: String, limit: Int) -> String {
        let start = value.prefix(limit + 1)
        let line = String(start.map { $0.isNewline || $0 == "\t" ? " " : $0 }).printable
        return start.count > limit ? line.prefix(limit - 1) + "…" : line
    }
}
