internal import Spreadsheet
package import Standards

/// Something wrong with collected data, at its place: a kind, and what its sentences are filled in with. Sentences are
/// made when somebody reads them (``Finding/problem`` and the others), never before.
package struct Finding: Sendable, Hashable {
    package let kind: FindingKind
    /// Row 0 for the file as a whole, column 0 for a row as a whole.
    package let source: CellSource
    package internal(set) var consortium: String?
    package let indicator: IndicatorCode?
    package let year: ReportingYear?
    /// By the names in the braces of the kind's sentences; each in one line, and short enough for it.
    package let values: [String: String]

    package init(
        _ kind: FindingKind, at source: CellSource, consortium: String? = nil, indicator: IndicatorCode? = nil,
        year: ReportingYear? = nil, _ values: [String: String] = [:]
    ) {
        self.kind = kind
        self.source = source
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        self.values = Dictionary(
            uniqueKeysWithValues: values.map { ($0, Self.shortened($1, limit: Self.limits[$0] ?? 80)) })
    }

    /// The finding that was stored as data; nil where there is no such kind any more.
    package init?(
        restoring kind: String, at source: CellSource, consortium: String? = nil, indicator: String? = nil,
        year: Int? = nil, values: [String: String]
    ) {
        guard let kind = FindingKind.named(kind) else { return nil }
        self.init(
            kind, at: source, consortium: consortium, indicator: indicator.map { IndicatorCode($0) },
            year: year.map { ReportingYear($0) }, values)
    }

    /// In characters. Our own reasons and lists are longer than what a cell should hold.
    private static let limits = ["reason": 300, "points": 1_000, "remedy": 300, "detail": 300]

    /// What was found, short enough for one line and without what would disturb it.
    private static func shortened(_ value: String, limit: Int) -> String {
        let start = value.prefix(limit + 1)
        let line = String(start.map { $0.isNewline || $0 == "\t" ? " " : $0 }).printable
        return start.count > limit ? line.prefix(limit - 1) + "…" : line
    }
}
